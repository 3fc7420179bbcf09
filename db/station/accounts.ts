import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { AccountDelta } from '#domain/account';
import { indexAccounts, isFoundOtherwise, searchableOf, type ToIndex } from './accountSearch.ts';
import type { StationDb, Tx } from './open.ts';
import { accounts, charges } from './schema.ts';
import { excluded, statement } from './statement.ts';

export type KnownAccount = typeof accounts.$inferSelect;

type Column = Exclude<keyof KnownAccount, 'accountId'>;
const placeholders = Object.fromEntries(
  Object.keys(getTableColumns(accounts))
    .filter((name) => name !== 'accountId')
    .map((name) => [name, sql.placeholder(name)]),
) as Record<Column, ReturnType<typeof sql.placeholder>>;

const byNumber = statement((db) =>
  db
    .select()
    .from(accounts)
    .where(eq(accounts.accountNumber, sql.placeholder('accountNumber')))
    .prepare(),
);
const upsertAccount = statement((db) =>
  db
    .insert(accounts)
    .values(placeholders)
    .onConflictDoUpdate({ target: accounts.accountNumber, set: excluded(accounts) })
    .returning({ accountId: accounts.accountId })
    .prepare(),
);
const deleteCharges = statement((db) =>
  db
    .delete(charges)
    .where(eq(charges.accountNumber, sql.placeholder('accountNumber')))
    .prepare(),
);
const insertCharge = statement((db) =>
  db
    .insert(charges)
    .values({
      chargeId: sql.placeholder('chargeId'),
      accountNumber: sql.placeholder('accountNumber'),
      kind: sql.placeholder('kind'),
      period: sql.placeholder('period'),
      dueDay: sql.placeholder('dueDay'),
      openCents: sql.placeholder('openCents'),
      fund: sql.placeholder('fund'),
      bars: sql.placeholder('bars'),
    })
    .prepare(),
);
/* Names are written out in these two: drizzle leaves table names off, and an inner select would take its own columns. */
const chargedCents = sql<number>`(select coalesce(sum(c.open_cents), 0) from charges c where c.account_number = accounts.account_number)`;
// The last entry that is in the ledger's figures: of that epoch, or else the end of the one before. Asked in two, because
// SQLite looks up a pair (epoch, sequence) from an outer row by its first half only and then walks back through the journal.
const appliedPosition = sql`coalesce(
  (select e.position from entries e where e.epoch = accounts.applied_epoch and e.sequence <= accounts.applied_sequence
    order by e.sequence desc limit 1),
  (select e.position from entries e where e.epoch < accounts.applied_epoch order by e.epoch desc, e.sequence desc limit 1),
  0)`;
const ownCents = sql<number>`(
  select coalesce(sum(p.cents), 0) from applications p
  where p.account_number = accounts.account_number and p.position > ${appliedPosition})`;
const byIds = statement((db) =>
  db
    .select({ ...getTableColumns(accounts), chargedCents, ownCents })
    .from(accounts)
    .where(sql`accounts.account_id in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);

/** Keeps one account as the ledger sent it. */
export function storeAccount(tx: Tx, delta: AccountDelta): void {
  storeAccounts(tx, [delta]);
}

/**
 * Keeps accounts as the ledger sent them: who each belongs to, all its open charges anew, and its place in the search
 * index where that changed. Nothing of it is money of this station; all of it can be sent again.
 */
export function storeAccounts(tx: Tx, deltas: readonly AccountDelta[]): void {
  const changed = deltas.map((delta) => storeHolder(tx, delta)).filter((one) => one !== null);
  indexAccounts(tx, changed);
}

/** Keeps an account and its charges. Answers what is to be searched of it, or null where that is as it was. */
function storeHolder(tx: Tx, delta: AccountDelta): ToIndex | null {
  const { charges: open, appliedThrough, flags, permits, payments, ...holder } = delta;
  const row = {
    ...holder,
    flags: JSON.stringify(flags),
    permits: JSON.stringify(permits),
    elsewhere: JSON.stringify(payments),
    appliedEpoch: appliedThrough.epoch,
    appliedSequence: appliedThrough.sequence,
  };
  const before = byNumber(tx).get({ accountNumber: delta.accountNumber });
  const { accountId } = upsertAccount(tx).get(row);
  if (before) deleteCharges(tx).run({ accountNumber: delta.accountNumber });
  for (const charge of open) insertCharge(tx).run({ ...charge, accountNumber: delta.accountNumber });
  return !before || isFoundOtherwise(searchableOf(before), delta)
    ? { accountId, account: delta, isNew: !before }
    : null;
}

/** The account of a number as it is written, or null. */
export function accountOf(db: StationDb, accountNumber: string): KnownAccount | null {
  return byNumber(db).get({ accountNumber }) ?? null;
}

/**
 * Accounts by their ids, in no order, each with what it owes (below zero when it is owed): what the ledger sent − this
 * station's own entries after those that are in it already (design §7).
 */
export function accountsWithBalances(
  db: StationDb,
  accountIds: readonly number[],
): (KnownAccount & { balanceCents: number })[] {
  return byIds(db)
    .all({ ids: JSON.stringify(accountIds) })
    .map(({ chargedCents, ownCents, ...account }) => ({
      ...account,
      balanceCents: chargedCents - account.unappliedCents - ownCents,
    }));
}
