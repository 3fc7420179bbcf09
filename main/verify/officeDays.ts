import type { Entry } from './chain.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import type { OfficeBooks, OfficeSeal } from './officeBooks.ts';
import { mustBeApproved } from './officeSafe.ts';
import { agree, agreeAmounts, complain, type Fields, fields, list, text, textOrNull, whole } from './reading.ts';

/** Days closed: numbered without a gap, each after the one before, every journal sealed no earlier than it was, and the office's own right before. */
export function dayClosed(books: OfficeBooks, entry: Entry): void {
  const { payload } = entry;
  agree('The close’s number', whole(payload, 'number', 1), books.lastClose.number + 1);
  agree('previous', textOrNull(payload, 'previous'), books.lastClose.day);
  const day = mustBeNext(books, entry);
  const sealed = sealsIn(payload);
  for (const seal of sealed) mustNotGoBack(books, seal);
  for (const own of books.stationSeals.get(day)?.values() ?? [])
    agree(
      `The seal of ${own.journal}, which its station set,`,
      inWords(sealed, own.journal),
      inWords([own], own.journal),
    );
  for (const journal of books.seals.keys())
    if (!sealed.some((seal) => seal.journal === journal)) complain(`${journal} was sealed before and is not any more.`);
  const own = sealed.find(({ journal }) => journal === OFFICE);
  agree('The office’s own seal', own?.sequence ?? 0, entry.sequence - 1);
  if (own) agree('The hash of the office’s own seal', own.hash, entry.previousHash);
  for (const seal of sealed) books.seals.set(seal.journal, seal);
  books.lastClose = { number: books.lastClose.number + 1, day };
  books.closeDays.push(day);
}

/** One station's day closed, once, before the district's. */
export function stationDayClosed(books: OfficeBooks, entry: Entry): void {
  const { payload } = entry;
  const day = mustBeNext(books, entry);
  const station = text(payload, 'station');
  const sealed = sealsIn(payload);
  if (sealed.length === 0) complain(`Nothing of ${station} is sealed.`);
  const closed = books.stationSeals.get(day) ?? new Map<string, OfficeSeal>();
  for (const seal of sealed) {
    agree('A sealed journal', seal.journal.split(' ')[0], station);
    if (closed.has(seal.journal)) complain(`${station} closed ${day} already.`);
    mustNotGoBack(books, seal);
    closed.set(seal.journal, seal);
  }
  books.stationSeals.set(day, closed);
}

function mustNotGoBack({ seals }: OfficeBooks, { journal, sequence, hash }: OfficeSeal): void {
  const before = seals.get(journal);
  if (before === undefined) return;
  if (sequence < before.sequence) complain(`The seal of ${journal} goes back from ${before.sequence} to ${sequence}.`);
  if (sequence === before.sequence) agree(`The hash at which ${journal} is sealed again`, hash, before.hash);
}

function inWords(seals: readonly OfficeSeal[], journal: string): string {
  const seal = seals.find((one) => one.journal === journal);
  return seal ? `entry ${seal.sequence} with ${seal.hash}` : 'missing';
}

const OFFICE = 'L 1';

/** The day that is closed: after the last one, not after the entry's own; with loose ends somebody else said yes. */
function mustBeNext({ lastClose }: OfficeBooks, entry: Entry): string {
  const { payload } = entry;
  mustMove(movementsOf(entry.postings), movements([]));
  const day = text(payload, 'day');
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) complain(`${day} is no day.`);
  if (lastClose.day !== null && day <= lastClose.day) complain(`${day} was closed already, with ${lastClose.day}.`);
  if (day > entry.businessDay) complain(`${day} was closed before it came.`);
  text(payload, 'mark');
  if (whole(payload, 'looseEnds') > 0) mustBeApproved(entry);
  else if (entry.approver !== null) complain('It has an approver, and nothing to approve.');
  return day;
}

function sealsIn(payload: Fields): OfficeSeal[] {
  const sealed = list(payload.seals, 'seals').map((value) => {
    const seal = fields(value, 'A seal');
    const journal = `${text(seal, 'series')} ${whole(seal, 'epoch', 1)}`;
    return { journal, sequence: whole(seal, 'sequence', 1), hash: text(seal, 'hash') };
  });
  if (new Set(sealed.map(({ journal }) => journal)).size < sealed.length) complain('A journal is sealed twice.');
  return sealed;
}

/** Closed days out to finance: numbered without a gap, each close once and in order, debits and credits the same. */
export function glExported(books: OfficeBooks, entry: Entry): void {
  const { payload } = entry;
  mustMove(movementsOf(entry.postings), movements([]));
  agree('The export’s number', whole(payload, 'number', 1), books.lastExport.number + 1);
  const closes = fields(payload.closes, 'closes');
  const last = whole(closes, 'last', 1);
  agree('The first close that is exported', whole(closes, 'first', 1), books.lastExport.close + 1);
  const through = books.closeDays[last - 1];
  if (last <= books.lastExport.close || through === undefined) complain(`Close ${last} is none that can be exported.`);
  agree('through', text(payload, 'through'), through);
  const first = text(payload, 'first');
  const before = books.closeDays[books.lastExport.close - 1];
  if (before === undefined ? first > through : first !== dayAfter(before))
    complain(`first is ${first}, which does not follow what went out before.`);
  const [debit, credit] = [whole(payload, 'debitCents'), whole(payload, 'creditCents')];
  agreeAmounts('What is credited', credit, debit);
  if ((whole(payload, 'lines') === 0) !== (debit === 0))
    complain('It has lines without amounts, or amounts without lines.');
  if (!['batch', 'day'].includes(text(payload, 'layout'))) complain('Its layout is none that there is.');
  if (!/^[0-9a-f]{64}$/.test(text(payload, 'sha256'))) complain('The sum of its bytes is none.');
  whole(payload, 'policyVersion', 1);
  if (![undefined, 2, 3, 4].includes(payload.lineFormula as undefined))
    complain('Its lines are made by no formula there is.');
  books.lastExport = { number: books.lastExport.number + 1, close: last };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
