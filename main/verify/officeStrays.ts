import type { Entry } from './chain.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import type { OfficeBooks } from './officeBooks.ts';
import { mustBeApproved } from './officeSafe.ts';
import { agree, complain, type Fields, fields, list, text, whole } from './reading.ts';

/** Entries added to a station's chain by two people: each number once, and as many as there are hashes. */
export function straysAdopted(books: OfficeBooks, entry: Entry): void {
  const { payload } = entry;
  const station = decided(entry);
  const head = fields(payload.head, 'head');
  text(head, 'hash');
  const first = whole(payload, 'first', 1);
  agree('The first entry that is adopted', first, whole(head, 'sequence') + 1);
  const hashes = list(payload.hashes, 'hashes');
  agree('The last entry that is adopted', whole(payload, 'last', 1), first + hashes.length - 1);
  for (const hash of hashes) if (typeof hash !== 'string') complain('A hash that is adopted is no text.');
  const before = books.adopted.get(station) ?? 0;
  if (first <= before) complain(`Entry ${first} of ${station} is adopted twice.`);
  books.adopted.set(station, whole(payload, 'last'));
}

/** An entry that was not applied, explained by two people, once. */
export function parkedExplained(books: OfficeBooks, entry: Entry): void {
  const name = `${decided(entry)} ${whole(entry.payload, 'sequence', 1)}`;
  text(entry.payload, 'hash');
  if (books.parkedExplained.has(name)) complain(`Entry ${name} is explained twice.`);
  books.parkedExplained.add(name);
}

/** Entries left as they are by two people, each once. */
export function straysDismissed(books: OfficeBooks, entry: Entry): void {
  const station = decided(entry);
  for (const told of list(entry.payload.strays, 'strays')) {
    const stray: Fields = fields(told, 'stray');
    if (stray.sequence !== null) whole(stray, 'sequence', 1);
    const name = `${station} ${text(stray, 'digest')}`;
    if (books.dismissed.has(name)) complain(`One stray of ${station} is dismissed twice.`);
    books.dismissed.add(name);
  }
}

function decided(entry: Entry): string {
  const { payload, postings } = entry;
  mustMove(movementsOf(postings), movements([]));
  mustBeApproved(entry);
  text(payload, 'mark');
  return `${text(payload, 'station')}.${whole(payload, 'epoch', 1)}`;
}
