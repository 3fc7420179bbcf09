import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { OpenCharge } from '#domain/account';
import { assert } from '#domain/assert';
import { isAccountLine } from '#domain/line';
import { type Cents, cents } from '#domain/money';
import { linesTakenBack } from '#domain/takenBack';
import { anyEntryAt } from './journal.ts';
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
    .where(
      sql`(${entries.epoch}, ${entries.sequence}) <= (${sql.placeholder('epoch')}, ${sql.placeholder('sequence')})`,
    )
    .orderBy(desc(entries.epoch), desc(entries.sequence))
    .limit(1)
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
    .select({ position: applications.position, chargeId: applications.chargeId, cents: applications.cents })
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
  const { epoch, sequence, unappliedCents } = account;
  const position = appliedPosition(db).get({ epoch, sequence })?.position ?? 0;
  const own = new Map<number | null, OwnPart>();
  for (const part of ownSince(db).all({ accountNumber, position })) {
    const before = own.get(part.chargeId);
    own.set(part.chargeId, {
      takenBackAt: part.cents < 0 ? part.position : (before?.takenBackAt ?? null),
      cents: (before?.cents ?? 0) + part.cents,
    });
  }
  let credit = unappliedCents + (own.get(null)?.cents ?? 0);
  const open: OpenCharge[] = [];
  for (const { accountNumber: _, ...charge } of chargesOf(db).all({ accountNumber })) {
    const left = charge.openCents - (own.get(charge.chargeId)?.cents ?? 0);
    if (left > 0) open.push({ ...charge, openCents: left } as OpenCharge);
    // Somebody else paid a part of it meanwhile: what we took beyond is the account's credit.
    else credit -= left;
    own.delete(charge.chargeId);
  }
  for (const [chargeId, part] of own) {
    if (chargeId === null) continue;
    if (part.cents < 0) open.push(reopened(db, accountNumber, chargeId, part));
    else credit += part.cents;
  }
  return { charges: open.sort(byDueDay), unappliedCents: cents(credit) };
}

/** What one charge, or the unapplied credit, got from this station since, and the last entry that took some of it back. */
type OwnPart = { takenBackAt: number | null; cents: number };

/** A charge that the ledger took for paid and left out before it was taken back: what it is stands in that entry. */
function reopened(db: StationDb, accountNumber: string, chargeId: number, part: OwnPart): OpenCharge {
  assert(part.takenBackAt !== null, `charge ${chargeId} was taken back by no entry`);
  const charge = linesTakenBack(anyEntryAt(db, part.takenBackAt))
    .filter(isAccountLine)
    .filter((line) => line.accountNumber === accountNumber)
    .flatMap((line) => line.charges)
    .find((known) => known.chargeId === chargeId);
  assert(charge, `charge ${chargeId} was taken back by an entry that does not name it`);
  const { cents: _, ...kept } = charge;
  return { ...kept, openCents: -part.cents };
}

function byDueDay(left: OpenCharge, right: OpenCharge): number {
  return left.dueDay < right.dueDay ? -1 : left.dueDay > right.dueDay ? 1 : left.chargeId - right.chargeId;
}
