import { type Books, type IssuedInEpoch, issuedIn, openDrawer } from './books.ts';
import type { Entry } from './chain.ts';
import { explainedIn, type Line, lineOf, standsIn, tenderOf } from './lines.ts';
import { byFund, movements, movementsOf, mustMove } from './movements.ts';
import { agree, agreeAmounts, canonical, complain, type Fields, fields, list, sum, text, whole } from './reading.ts';
import { labelOf, receiptNamed } from './receipts.ts';

/** A correction: one line or one tender to where it belongs, of the same amount. */
export function receiptCorrected(books: Books, entry: Entry): void {
  const { number, label, issued } = undoing(books, entry, 'C');
  const correction = fields(entry.payload.correction, 'correction');
  const place = whole(correction, 'place');
  const from = fields(correction.from, 'from');
  const to = fields(correction.to, 'to');
  agreeAmounts('What is corrected', whole(to, 'cents'), whole(from, 'cents'));
  const what = text(correction, 'what');
  if (what === 'tender') {
    tenderCorrected(books, entry, label, place, from, to);
    return;
  }
  if (what !== 'line') complain(`${what} is nothing that is corrected.`);
  const before = lineOf(from, place, label);
  if (before.cents > (issued.standingCents[number] ?? 0)) complain(`Receipt ${label} has less than that left.`);
  mustMove(
    byFund(movementsOf(entry.postings)),
    movements([...takenBack([before]), ...lineOf(to, place, label).credits]),
  );
}

/** In its open drawer the tender changes its account; after the close, where each difference was explained. */
function tenderCorrected(books: Books, entry: Entry, label: string, place: number, from: Fields, to: Fields): void {
  const before = tenderOf(from);
  const after = tenderOf(to);
  const drawer = [...books.drawers.values()].find((open) => open.receipts.has(label));
  const stands = (tender: typeof before) =>
    drawer === undefined ? explainedIn(tender) : standsIn(drawer.name, tender);
  mustMove(
    movementsOf(entry.postings),
    movements([
      [stands(after), after.cents],
      [stands(before), -before.cents],
    ]),
  );
  const receipt = drawer?.receipts.get(label);
  if (!receipt) return;
  agree('The tender corrected', canonical(before), canonical(receipt.tenders[place]));
  receipt.tenders[place] = after;
}

/** A reversal of a receipt that never was: after its drawer closed, whole, against the differences that it caused. */
export function receiptReversed(books: Books, entry: Entry): void {
  const { number, label, issued } = undoing(books, entry, 'V');
  if ([...books.drawers.values()].some((open) => open.receipts.has(label)))
    complain(`Receipt ${label} is reversed while its drawer is open.`);
  const lines = partsOf(entry.payload, label);
  const rounding = whole(entry.payload, 'roundingCents', -2);
  const left = issued.standingCents[number] ?? 0;
  agreeAmounts('What is reversed', sum(lines.map((line) => line.cents)), left);
  agreeAmounts('The rounding taken back', rounding, issued.roundingCents[number] ?? 0);
  issued.standingCents[number] = 0;
  const tenders = list(entry.payload.tenders, 'tenders').map((value) => fields(value, 'A tender'));
  const credits = list(entry.payload.credits, 'credits').map((value) => fields(value, 'A credit'));
  mustMove(
    byFund(movementsOf(entry.postings)),
    movements([
      ...takenBack(lines),
      ['rounding', rounding],
      ...tenders.map(
        (tender) => [explainedIn({ kind: text(tender, 'tender') as 'cash' }), -whole(tender, 'cents', 1)] as const,
      ),
      ...credits.map((spent) => [`unapplied:${text(spent, 'accountNumber')}`, -whole(spent, 'cents', 1)] as const),
    ]),
  );
}

/** A refund: no more than stands of its receipt, from an open drawer, to a card, or owed until a warrant is issued. */
export function refundIssued(books: Books, entry: Entry): void {
  const { number, label, issued } = undoing(books, entry, 'R');
  const lines = partsOf(entry.payload, label);
  const rounding = whole(entry.payload, 'roundingCents', -2);
  const parts = sum(lines.map((line) => line.cents));
  const cents = whole(entry.payload, 'cents', 1);
  agreeAmounts('The refund', cents, parts + rounding);
  const left = (issued.standingCents[number] ?? 0) - parts;
  if (left < 0) complain(`Receipt ${label} has less than that left.`);
  issued.standingCents[number] = left;
  agreeAmounts('The rounding taken back', rounding, roundingBack(entry, left, issued.roundingCents[number] ?? 0));
  mustMove(
    byFund(movementsOf(entry.postings)),
    movements([...takenBack(lines), ['rounding', rounding], [paidFrom(books, entry), -cents]]),
  );
}

/** Rounding goes back with the last cent of its receipt, and not to a card that would get more than it paid. */
function roundingBack(entry: Entry, left: number, rounding: number): number {
  const isCard = fields(entry.payload.means, 'means').kind === 'card';
  return left > 0 || (isCard && rounding > 0) ? 0 : rounding;
}

function paidFrom(books: Books, entry: Entry): string {
  const means = fields(entry.payload.means, 'means');
  switch (means.kind) {
    case 'cash': {
      const drawer = openDrawer(books, text(means, 'drawer'), 'open');
      agree('The actor', entry.actor, drawer.cashier);
      agree('businessDay', entry.businessDay, drawer.businessDay);
      agree('batch', text(means, 'batch'), drawer.batch);
      return `drawer:${drawer.name}:cash`;
    }
    case 'card':
      return 'clearing:card';
    case 'warrant':
      return 'refunds-payable';
    default:
      return complain(`${String(means.kind)} is no way to refund.`);
  }
}

/** What every undoing must hold: its number without gaps, a receipt that there is, and somebody else's yes. */
function undoing(
  books: Books,
  entry: Entry,
  letter: 'C' | 'V' | 'R',
): { number: number; label: string; issued: IssuedInEpoch } {
  const its = whole(entry.payload, 'number', 1);
  agree('The number of the undoing', its, books.lastUndo[letter] + 1);
  agree('label', text(entry.payload, 'label'), labelOf(entry, letter, its, 6));
  books.lastUndo[letter] = its;
  const label = text(entry.payload, 'receipt');
  const { epoch, number } = receiptNamed(entry, label);
  const issued = issuedIn(books, epoch);
  if (epoch < books.firstEpoch) complain(`Receipt ${label} is of an epoch that is not in this file.`);
  if (issued.at[number] === undefined) complain(`Receipt ${label} was never issued.`);
  agree('issuedSequence', whole(entry.payload, 'issuedSequence', 1), issued.at[number]);
  if ((issued.standingCents[number] ?? 0) === 0) complain(`Nothing of receipt ${label} stands any more.`);
  if (entry.approver === null) complain(`The undoing of receipt ${label} has no approver.`);
  text(entry.payload, 'mark');
  return { number, label, issued };
}

function partsOf(payload: Fields, label: string): Line[] {
  const places = new Set<number>();
  return list(payload.parts, 'parts').map((value) => {
    const part = fields(value, 'A part');
    const place = whole(part, 'place');
    if (places.has(place)) complain(`Line ${place + 1} of receipt ${label} is taken back twice at once.`);
    places.add(place);
    return lineOf(fields(part.line, 'A line'), place, label);
  });
}

function takenBack(lines: readonly Line[]): (readonly [string, number])[] {
  return lines.flatMap((line) => line.credits.map(([account, cents]) => [account, -cents] as const));
}
