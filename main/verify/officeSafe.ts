import type { Entry } from './chain.ts';
import { worthOf } from './counting.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { balanceOf, type OfficeBooks } from './officeBooks.ts';
import { agree, agreeAmounts, amount, complain, type Fields, fields, list, sum, text, whole } from './reading.ts';
import { labelOf } from './receipts.ts';

/** The change fund grows or is given back, approved by another; never more than there is. */
export function changeFundChanged(books: OfficeBooks, entry: Entry): void {
  const cents = whole(entry.payload, 'cents', -Infinity);
  text(entry.payload, 'resolution');
  text(entry.payload, 'mark');
  mustBeApproved(entry);
  agreeAmounts('The change of the fund', Math.abs(cents), worthOf(entry.payload.pieces));
  const moves = movements([
    ['safe', cents],
    ['change-fund', -cents],
  ]);
  mustMove(movementsOf(entry.postings), moves);
  if (cents === 0) complain('The change fund does not change.');
  if (-balanceOf(books, 'change-fund') + cents < 0) complain('More is given back than the change fund is.');
  safeHolds(books, -cents);
}

/** A float out of the safe, numbered without gaps, to somebody else than who gives it. */
export function floatIssued(books: OfficeBooks, entry: Entry): void {
  const { payload } = entry;
  const number = whole(payload, 'number', 1);
  const handoff = text(payload, 'handoff');
  const cents = whole(payload, 'cents', 1);
  agree('The float’s number', number, books.lastFloat + 1);
  agree('handoff', handoff, labelOf(entry, 'F', number, 4));
  agreeAmounts('The float', cents, worthOf(payload.pieces));
  if (text(payload, 'to') === entry.actor) complain(`${entry.actor} gave a float to themself.`);
  text(payload, 'station');
  const moves = movements([
    [`transit:${handoff}`, cents],
    ['safe', -cents],
  ]);
  mustMove(movementsOf(entry.postings), moves);
  safeHolds(books, cents);
  books.lastFloat = number;
  const half = { what: 'float', drawer: null, batch: null, cents, by: entry.actor };
  books.handoffs.set(handoff, { ...half, back: null, settled: 'no' });
}

/** A float that was issued is back, once, counted by another than who gave it. */
export function floatTakenBack(books: OfficeBooks, entry: Entry): void {
  const { payload, actor } = entry;
  const handoff = text(payload, 'handoff');
  const ours = books.handoffs.get(handoff);
  if (ours === undefined || ours.drawer !== null) complain(`Float ${handoff} was never issued.`);
  if (ours.back !== null) complain(`Float ${handoff} is taken back twice.`);
  if (ours.settled !== 'no') complain(`Float ${handoff} was settled before.`);
  if (ours.by === actor) complain(`${actor} took back a float that they gave.`);
  const cents = whole(payload, 'cents');
  agreeAmounts('The float', cents, worthOf(payload.pieces));
  const moves = movements([
    ['safe', cents],
    [`transit:${handoff}`, -cents],
  ]);
  mustMove(movementsOf(entry.postings), moves);
  ours.back = { cents, by: actor };
}

/** Cash that was to come out of the safe, which held less: nothing moved. But for floats it needs somebody's yes. */
export function safeOutRefused(books: OfficeBooks, entry: Entry): void {
  const what = text(entry.payload, 'what');
  if (what === 'change_order' || what === 'change_fund') mustBeApproved(entry);
  else if (what === 'float' || what === 'float_counted') agree('approver', entry.approver, null);
  else complain(`${what} is no way out of the safe.`);
  const cents = whole(entry.payload, 'cents', 1);
  agreeAmounts('The worth of the pieces', sum(list(entry.payload.piles, 'piles').map(worthOf)), cents);
  if (cents <= balanceOf(books, 'safe')) complain('It was refused although the safe holds so much.');
  mustMove(movementsOf(entry.postings), movements([]));
}

/** The office's half of what drawers handed over: each handoff once, at what was counted. */
export function handoffsCounted(books: OfficeBooks, entry: Entry): void {
  const moves = list(entry.payload.parts, 'parts').flatMap((value) => {
    const part = fields(value, 'A part');
    const handoff = text(part, 'handoff');
    if (books.handoffs.has(handoff)) complain(`Handoff ${handoff} is counted twice.`);
    if (books.given.get(handoff)?.by === entry.actor)
      complain(`${entry.actor} counted handoff ${handoff}, which they gave.`);
    const { what, drawer, batch } = handoffNamed(part, handoff);
    const cents = countedOf(part, what);
    books.handoffs.set(handoff, { what, drawer, batch, cents, by: entry.actor, back: null, settled: 'no' });
    const toOffice = what === 'float' ? -cents : cents;
    return [[placeOf(what, batch), toOffice] as const, [`transit:${handoff}`, -toOffice] as const];
  });
  if (moves.length === 0) complain('No handoff is counted.');
  mustMove(movementsOf(entry.postings), movements(moves));
}

/** Where what differs goes that nobody can explain. */
export function unexplainedBy(what: string): string {
  return what === 'check' || what === 'money-order' ? `difference:${what}` : 'over-short';
}

export function mustBeApproved(entry: Entry): void {
  if (entry.approver === null) complain('It has no approver.');
}

export function safeHolds(books: OfficeBooks, out: number): void {
  const held = balanceOf(books, 'safe');
  if (out > held) complain(`The safe holds ${amount(held)}, and ${amount(out)} is taken out.`);
}

/** What a handoff's name says, which its drawer, batch and kind must repeat. */
function handoffNamed(part: Fields, handoff: string): { what: string; drawer: string; batch: string } {
  const drawer = text(part, 'drawer');
  const what = text(part, 'what');
  const named = what === 'drop' ? /^-drop-\d+$/.test(handoff.slice(drawer.length)) : handoff === `${drawer}-${what}`;
  if (!handoff.startsWith(drawer) || !named) complain(`Handoff ${handoff} is not a ${what} of drawer ${drawer}.`);
  agree('batch', text(part, 'batch'), drawer.replace(/-D(?=\d+$)/, '-B'));
  return { what, drawer, batch: text(part, 'batch') };
}

/** Paper is counted by the piece, cash by its denominations. */
function countedOf(part: Fields, what: string): number {
  const cents = whole(part, 'cents');
  if (what === 'check' || what === 'money-order') {
    whole(part, 'items');
    agree('pieces', part.pieces, null);
  } else {
    agree('items', part.items, null);
    agreeAmounts('The count', cents, worthOf(part.pieces));
  }
  return cents;
}

export function placeOf(what: string, batch: string): string {
  switch (what) {
    case 'float':
    case 'float-return':
      return 'safe';
    case 'cash':
    case 'drop':
      return `undeposited:${batch}:cash`;
    case 'check':
    case 'money-order':
      return `undeposited:${batch}:${what}`;
    default:
      return complain(`${what} is no handoff.`);
  }
}
