import { AT_THE_SAFE } from '#contract/custodyCalls';
import type { LedgerTx } from '#db/ledger/database';
import { floatsNamed } from '#db/ledger/floats';
import { type HandoffRow, handoffsInTransit } from '#db/ledger/handoffs';
import { officeBalance } from '#db/ledger/officeJournal';
import type { Cents } from '#domain/money';
import type { OfficeAt } from './officeAt.ts';
import { safeCountStanding } from './safeCountStanding.ts';
import { toSettle } from './toSettle.ts';

type Asker = Pick<OfficeAt, 'district' | 'actor'>;

/** Whether one half of a handoff is somebody's own: then the other is another person's. */
export function isHalfOf({ givenBy, countedBy }: HandoffRow, person: string): boolean {
  return givenBy === person || countedBy === person;
}

/** Floats on their way of which one half is missing: somebody has still to count each. */
export async function floatsHalfCounted(tx: LedgerTx, district: string): Promise<HandoffRow[]> {
  return (await handoffsInTransit(tx, district)).filter(
    (row) => (row.what === 'float' || row.what === 'float-return') && toSettle(row) === null,
  );
}

/**
 * Floats on their way of which one half is missing that may still be this person's: she takes the float that was issued
 * to her, or counts for the office what is not hers, a float that nobody took and that she takes back included. Until then
 * she is told nothing that it could be reckoned from.
 */
export async function floatsToCount(tx: LedgerTx, { district, actor }: Asker): Promise<HandoffRow[]> {
  const waiting = await floatsHalfCounted(tx, district);
  const issued = await floatsNamed(
    tx,
    district,
    waiting.map(({ handoff }) => handoff),
  );
  const takers = new Map(issued.map(({ handoff, person }) => [handoff, person]));
  const countsForOffice = (AT_THE_SAFE as readonly string[]).includes(actor.role);
  return waiting.filter((row) => {
    return takers.get(row.handoff) === actor.person || (countsForOffice && !isHalfOf(row, actor.person));
  });
}

/** Whether what the safe holds would tell what is on its way: one that the safe gave, or that the drawers gave back. */
export function tellsOf({ what, givenCents }: HandoffRow): boolean {
  return what === 'float-return' || givenCents !== null;
}

/**
 * Whether the second count of the safe is still to be made, whoever makes it. Until then nobody is told what the books say,
 * whoever made the first count included: she could tell it, and nobody could say of the second count that it was blind.
 */
export async function isSafeHalfCounted(tx: LedgerTx, district: string): Promise<boolean> {
  return (await safeCountStanding(tx, district))?.state === 'waiting';
}

/** What the safe holds by the books, in cents; null while a count of it waits, or while it would tell a float to be counted. */
export async function safeTold(tx: LedgerTx, at: Asker): Promise<Cents | null> {
  if (await isSafeHalfCounted(tx, at.district)) return null;
  if ((await floatsToCount(tx, at)).some(tellsOf)) return null;
  return officeBalance(tx, at.district, 'safe');
}
