import type { Entry } from './chain.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { BANK_TENDERS, depositIn, type OfficeBooks, type OfficeDeposit } from './officeBooks.ts';
import { missingFundsTold } from './officeFunds.ts';
import { countTold, foundIn, isSameCount, papersCents } from './officePapers.ts';
import { mustBeApproved, unexplainedBy } from './officeSafe.ts';
import { agree, complain, sum, text } from './reading.ts';

type Recount = NonNullable<OfficeDeposit['recount']>;

/** Another seal was read than that on record: it does not leave before two people have counted it again. */
export function sealBroken(books: OfficeBooks, entry: Entry): void {
  mustMove(movementsOf(entry.postings), movements([]));
  const deposit = depositIn(books, text(entry.payload, 'deposit'), 'made', 'handed');
  if (deposit.seal === null) complain(`Deposit ${deposit.name} lies in no bag, and under no seal.`);
  if (text(entry.payload, 'seal') === deposit.seal) complain(`The seal of deposit ${deposit.name} was whole.`);
  deposit.state = 'broken';
}

/** The first of two recounts, into a bag that was never used. */
export function depositRecounted(books: OfficeBooks, entry: Entry): void {
  const { payload, actor } = entry;
  mustMove(movementsOf(entry.postings), movements([]));
  const deposit = depositIn(books, text(payload, 'deposit'), 'broken');
  const [bag, seal] = [text(payload, 'bag'), text(payload, 'seal')];
  if (books.bags.has(bag)) complain(`Bag ${bag} was used before.`);
  if (seal === deposit.seal) complain(`Seal ${seal} was broken.`);
  deposit.recount = { by: actor, ...countTold(payload, deposit, deposit.name), second: null };
  books.bags.add(bag);
  deposit.seal = seal;
  deposit.state = 'recounted';
}

/** The second of them, by another. Nothing moves: it is made once more where both found what was deposited. */
export function recountWitnessed(deposit: OfficeDeposit, recount: Recount, entry: Entry): void {
  const { payload, actor } = entry;
  mustMove(movementsOf(entry.postings), movements([]));
  if (actor === recount.by) complain(`${actor} counted deposit ${deposit.name} twice.`);
  const isThere = BANK_TENDERS.every((tender) => foundIn(recount, tender) === foundIn(deposit, tender));
  const isSame = isSameCount(payload, recount) && isThere;
  agree('Whether the counts agree', payload.agrees, isSame);
  if (isSame) deposit.pieces = recount.pieces;
  deposit.recount = isSame ? null : { ...recount, second: actor };
  deposit.state = isSame ? 'made' : 'recount_differs';
}

/** Recounts that differ, or are not what was deposited, settled by a third and approved by somebody who did neither. */
export function recountResolved(books: OfficeBooks, entry: Entry): void {
  const { payload, approver } = entry;
  const deposit = depositIn(books, text(payload, 'deposit'), 'recount_differs');
  mustBeApproved(entry);
  if (approver === deposit.recount?.by || approver === deposit.recount?.second)
    complain(`${approver} approved a deposit that they counted.`);
  text(payload, 'mark');
  const found = countTold(payload, deposit, deposit.name);
  const lost = BANK_TENDERS.map((tender) => [tender, foundIn(deposit, tender) - foundIn(found, tender)] as const);
  const moves = [
    ...lost.map(([tender, cents]) => [unexplainedBy(tender), cents] as const),
    [`deposit:${deposit.name}`, -sum(lost.map(([, cents]) => cents))] as const,
  ];
  mustMove(movementsOf(entry.postings), movements(moves));
  missingFundsTold(deposit, payload, papersCents(deposit) - papersCents(found));
  deposit.pieces = found.pieces;
  deposit.papers = found.papers;
  deposit.recount = null;
  deposit.state = 'made';
}
