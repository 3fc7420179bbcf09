import type { Entry } from './chain.ts';
import { worthOf } from './counting.ts';
import { type Movements, movements, movementsOf, mustMove } from './movements.ts';
import {
  BANK_TENDERS,
  type BankTender,
  balanceOf,
  depositIn,
  type OfficeBooks,
  type OfficeDeposit,
  type Paper,
  type Part,
} from './officeBooks.ts';
import { fundsTold, missingFundsTold } from './officeFunds.ts';
import { countTold, foundIn, isSameCount, papersCents, papersIn, tenderOf, toldAs } from './officePapers.ts';
import { recountWitnessed } from './officeRecounts.ts';
import { mustBeApproved, unexplainedBy } from './officeSafe.ts';
import { agree, agreeAmounts, complain, type Fields, fields, list, sum, text, textOrNull, whole } from './reading.ts';
import { labelOf } from './receipts.ts';

const NOTHING: Movements = movements([]);

/**
 * The first count: of all that approved batches hold of some tenders, or of some of their funds, what was there, each paper
 * told as there or as missing, in a bag that was never used.
 */
export function depositPrepared(books: OfficeBooks, entry: Entry): void {
  const { payload } = entry;
  mustMove(movementsOf(entry.postings), NOTHING);
  const number = whole(payload, 'number', 1);
  const name = text(payload, 'deposit');
  agree('The deposit’s number', number, books.lastDeposit + 1);
  agree('deposit', name, labelOf(entry, 'P', number, 4));
  const parts = list(payload.parts, 'parts').map((value) => partOf(books, fields(value, 'A part')));
  if (parts.length === 0) complain(`Deposit ${name} holds nothing.`);
  const first = { pieces: fields(payload.pieces, 'The pieces'), papers: papersIn(payload.checks) };
  const { pieces } = first;
  const papers = [...first.papers, ...(payload.missing === undefined ? [] : papersIn(payload.missing))];
  papersAgree(parts, papers);
  toldAs(payload, (tender) => foundIn(first, tender));
  if (heldOf(parts, 'cash') === 0 && worthOf(pieces) > 0) complain(`Deposit ${name} has cash that no batch holds.`);
  const [bag, seal] = [textOrNull(payload, 'bag'), textOrNull(payload, 'seal')];
  if (bag !== null && books.bags.has(bag)) complain(`Bag ${bag} was used before.`);
  if ((bag === null) !== (seal === null))
    complain(`Deposit ${name} has a bag without a seal, or a seal without a bag.`);
  if (bag === null && heldOf(parts, 'cash') > 0) complain(`Deposit ${name} holds cash and lies in no bag.`);
  if (whole(payload, 'dueAt') <= whole(payload, 'firstReceiptAt')) complain(`Deposit ${name} was due before it began.`);
  for (const part of parts) tallied(books, part, 1);
  if (bag !== null) books.bags.add(bag);
  books.lastDeposit = number;
  const told = {
    name,
    preparer: entry.actor,
    witness: null,
    parts,
    pieces,
    papers,
    first,
    seal,
    recount: null,
    gone: NOTHING,
  } as const;
  books.deposits.set(name, { ...told, state: 'prepared' });
}

/**
 * The second count, by another. It moves the money exactly where it agrees with the first, piece by piece, and both are
 * what the batches hold; after its seal was broken it moves none.
 */
export function depositWitnessed(books: OfficeBooks, entry: Entry): void {
  const { payload, actor } = entry;
  const deposit = depositIn(books, text(payload, 'deposit'), 'prepared', 'recounted');
  if (deposit.recount !== null) {
    recountWitnessed(deposit, deposit.recount, entry);
    return;
  }
  if (actor === deposit.preparer) complain(`${actor} counted deposit ${deposit.name} twice.`);
  const isThere = BANK_TENDERS.every((tender) => foundIn(deposit.first, tender) === heldOf(deposit.parts, tender));
  const isSame = isSameCount(payload, deposit.first) && isThere;
  agree('Whether the counts agree', payload.agrees, isSame);
  mustMove(movementsOf(entry.postings), isSame ? madeOf(deposit, (tender) => heldOf(deposit.parts, tender)) : NOTHING);
  deposit.witness = actor;
  deposit.state = isSame ? 'made' : 'differs';
}

/** Two counts that differ, or are not what the batches hold, settled by a third and approved by somebody who did neither. */
export function depositResolved(books: OfficeBooks, entry: Entry): void {
  const { payload, approver } = entry;
  const deposit = depositIn(books, text(payload, 'deposit'), 'differs');
  mustBeApproved(entry);
  if (approver === deposit.preparer || approver === deposit.witness)
    complain(`${approver} approved a deposit that they counted.`);
  text(payload, 'mark');
  const found = countTold(payload, deposit, deposit.name);
  mustMove(
    movementsOf(entry.postings),
    madeOf(deposit, (tender) => foundIn(found, tender)),
  );
  missingFundsTold(deposit, payload, papersCents(deposit) - papersCents(found));
  deposit.pieces = found.pieces;
  deposit.papers = found.papers;
  deposit.state = 'made';
}

/** It is taken back before it was made: what it held is free for another one, its bag is not. */
export function depositWithdrawn(books: OfficeBooks, entry: Entry): void {
  mustMove(movementsOf(entry.postings), NOTHING);
  const deposit = depositIn(books, text(entry.payload, 'deposit'), 'prepared', 'differs');
  for (const part of deposit.parts) tallied(books, part, -1);
  books.deposits.delete(deposit.name);
}

/** Why it is late, once. It may be confirmed by then. */
export function lateDepositExplained(books: OfficeBooks, entry: Entry): void {
  mustMove(movementsOf(entry.postings), NOTHING);
  const name = text(entry.payload, 'deposit');
  const number = Number(/^L-P(\d{4,9})$/.exec(name)?.[1] ?? complain(`${name} is no deposit.`));
  if (number > books.lastDeposit) complain(`Deposit ${name} was never prepared.`);
  if (books.explained.has(name)) complain(`Why deposit ${name} is late is told twice.`);
  if (entry.recordedAt <= whole(entry.payload, 'dueAt')) complain(`Deposit ${name} was not late yet.`);
  books.explained.add(name);
}

/** It leaves with a person of the office or with a courier. */
export function depositHanded(books: OfficeBooks, entry: Entry): void {
  mustMove(movementsOf(entry.postings), NOTHING);
  const deposit = depositIn(books, text(entry.payload, 'deposit'), 'made');
  if (deposit.seal === null) complain(`Deposit ${deposit.name} lies in no bag that anybody could carry.`);
  const carriers = [textOrNull(entry.payload, 'person'), textOrNull(entry.payload, 'courier')];
  agree('The number of carriers', carriers.filter((carrier) => carrier !== null).length, 1);
  deposit.state = 'handed';
}

/** Nobody came for it: the seal was read again. */
export function courierMissed(books: OfficeBooks, entry: Entry): void {
  mustMove(movementsOf(entry.postings), NOTHING);
  const deposit = depositIn(books, text(entry.payload, 'deposit'), 'made', 'handed');
  agree('isSealWhole', entry.payload.isSealWhole, text(entry.payload, 'seal') === deposit.seal);
  deposit.state = 'made';
}

function partOf(books: OfficeBooks, said: Fields): Part {
  const batch = text(said, 'batch');
  const tender = tenderOf(said);
  const cents = whole(said, 'cents', 1);
  if (books.batches.get(batch) !== 'approved') complain(`Batch ${batch} is not approved.`);
  const what = `The ${tender} of batch ${batch}`;
  const there = balanceOf(books, `undeposited:${batch}:${tender}`) - waitingOf(books, batch, tender);
  if (there === 0 && books.deposited.has(`${batch} ${tender}`)) complain(`${what} is in a deposit already.`);
  agreeAmounts(what, cents, there - (said.leftCents === undefined ? 0 : whole(said, 'leftCents', 1)));
  return { batch, tender, cents, funds: fundsTold(said, cents, `the ${tender} of batch ${batch}`) };
}

/** What of a batch's tender is in deposits that are not made yet. */
function waitingOf({ deposits }: OfficeBooks, batch: string, tender: BankTender): number {
  const prepared = [...deposits.values()].filter(({ state }) => state === 'prepared' || state === 'differs');
  const parts = prepared.flatMap((deposit) => deposit.parts);
  return sum(parts.filter((part) => part.batch === batch && part.tender === tender).map(({ cents }) => cents));
}

/** Counts one deposit more, or one less, in which a batch's tender is. */
function tallied({ deposited }: OfficeBooks, { batch, tender }: Part, by: 1 | -1): void {
  const deposits = (deposited.get(`${batch} ${tender}`) ?? 0) + by;
  if (deposits > 0) deposited.set(`${batch} ${tender}`, deposits);
  else deposited.delete(`${batch} ${tender}`);
}

/** Every batch's papers come to what the deposit holds of them. */
function papersAgree(parts: readonly Part[], papers: readonly Paper[]): void {
  for (const { batch, tender, cents } of parts) {
    if (tender === 'cash') continue;
    const own = papers.filter(({ key }) => key.startsWith(`${batch} ${tender} `));
    agreeAmounts(`The ${tender} papers of batch ${batch}`, sum(own.map((paper) => paper.cents)), cents);
  }
  const strange = papers.find(({ key }) => !parts.some(({ batch, tender }) => key.startsWith(`${batch} ${tender} `)));
  if (strange !== undefined) complain(`A check is of no batch of the deposit: ${strange.key}.`);
}

/** What making a deposit moves: all its batches held, to the deposit what was found, the rest to where it is explained. */
function madeOf(deposit: OfficeDeposit, found: (tender: BankTender) => number): Movements {
  return movements([
    [`deposit:${deposit.name}`, sum(BANK_TENDERS.map(found))],
    ...BANK_TENDERS.map((tender) => [unexplainedBy(tender), heldOf(deposit.parts, tender) - found(tender)] as const),
    ...deposit.parts.map(({ batch, tender, cents }) => [`undeposited:${batch}:${tender}`, -cents] as const),
  ]);
}

function heldOf(parts: readonly Part[], tender: BankTender): number {
  return sum(parts.filter((part) => part.tender === tender).map(({ cents }) => cents));
}
