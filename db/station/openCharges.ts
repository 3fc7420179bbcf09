import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { OpenCharge } from '#domain/account';
import { add, type Cents, cents, sum } from '#domain/money';
import type { StationDb } from './open.ts';
import { accounts, applications, charges, entries } from './schema.ts';
import { statement } from './statement.ts';

/** What an account owes and is owed, as this station knows it now. */
export type Standing = { charges: OpenCharge[]; unappliedCents: Cents };

const accountRow = statement((db) =>
  db
    .select({
      unappliedCents: accounts.unappliedCents,
      epoch: accounts.appliedEpoch,
      sequence: accounts.appliedSequence,
    })
    .from(accounts)
    .where(eq(accounts.accountNumber, sql.placeholder('accountNumber')))
    .prepare(),
);
const appliedPosition = statement((db) =>
  db
    .select({ position: entries.position })
    .from(entries)
    .where(and(eq(entries.epoch, sql.placeholder('epoch')), eq(entries.sequence, sql.placeholder('sequence'))))
    .prepare(),
);
const chargesOf = statement((db) =>
  db
    .select()
    .from(charges)
    .where(eq(charges.accountNumber, sql.placeholder('accountNumber')))
    .orderBy(asc(charges.dueDay), asc(charges.chargeId))
    .prepare(),
);
const ownSince = statement((db) =>
  db
    .select({ chargeId: applications.chargeId, cents: applications.cents })
    .from(applications)
    .where(
      and(
        eq(applications.accountNumber, sql.placeholder('accountNumber')),
        gt(applications.position, sql.placeholder('position')),
      ),
    )
    .prepare(),
);

/**
 * An account's open charges, oldest first, and its unapplied credit: what the ledger sent − this station's own entries
 * after those that are in it already (design §7), so that nothing is ever subtracted twice. Null for an unknown account.
 */
export function standingOf(db: StationDb, accountNumber: string): Standing | null {
  const account = accountRow(db).get({ accountNumber });
  if (!account) return null;
  const position =
    account.sequence === 0
      ? 0
      : (appliedPosition(db).get({ epoch: account.epoch, sequence: account.sequence })?.position ?? 0);
  const own = ownSince(db).all({ accountNumber, position });
  const paid = new Map<number, number>();
  for (const part of own)
    if (part.chargeId !== null) paid.set(part.chargeId, (paid.get(part.chargeId) ?? 0) + part.cents);
  const unapplied = sum(own.filter((part) => part.chargeId === null).map((part) => cents(part.cents)));
  const open = chargesOf(db)
    .all({ accountNumber })
    .map((charge) => ({ ...charge, openCents: charge.openCents - (paid.get(charge.chargeId) ?? 0) }))
    .filter((charge) => charge.openCents > 0)
    .map(({ accountNumber: _, ...charge }) => charge as OpenCharge);
  return { charges: open, unappliedCents: add(cents(account.unappliedCents), unapplied) };
}
