import type { StationDb } from '#db/station/open';
import { standingOf } from '#db/station/openCharges';
import { isAccountLine, type ReceiptLine } from '#domain/line';
import { add, type Cents, cents, subtract, ZERO } from '#domain/money';
import type { Tender } from '#domain/tender';

/** Credit of an account that an undoing takes back although it has paid something else since. */
export type SpentCredit = { accountNumber: string; leftCents: Cents; spentCents: Cents };

/**
 * The credit among lines that are taken back which was spent since, by account. What the receipt's own credit tenders give
 * back at the same time, and a line that takes the place of another, count for it.
 */
export function creditSpent(
  db: StationDb,
  taken: { lines: readonly ReceiptLine[]; tenders?: readonly Tender[]; instead?: readonly ReceiptLine[] },
): SpentCredit[] {
  const wanted = new Map<string, Cents>();
  const move = (accountNumber: string, by: Cents) =>
    wanted.set(accountNumber, add(wanted.get(accountNumber) ?? ZERO, by));
  for (const line of taken.lines.filter(isAccountLine)) move(line.accountNumber, cents(line.unappliedCents));
  for (const line of (taken.instead ?? []).filter(isAccountLine))
    move(line.accountNumber, subtract(ZERO, cents(line.unappliedCents)));
  for (const tender of taken.tenders ?? [])
    if (tender.kind === 'credit') move(tender.accountNumber, subtract(ZERO, cents(tender.cents)));
  return [...wanted].flatMap(([accountNumber, back]) => {
    if (back <= 0) return [];
    const there = standingOf(db, accountNumber)?.unappliedCents ?? ZERO;
    const leftCents = there > 0 ? there : ZERO;
    return back > leftCents ? [{ accountNumber, leftCents, spentCents: subtract(back, leftCents) }] : [];
  });
}
