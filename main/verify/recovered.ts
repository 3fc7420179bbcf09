import type { Books } from './books.ts';
import type { Entry } from './chain.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { agree, complain, fields, text, whole } from './reading.ts';

const LOSSES = ['database_behind', 'database_lost'];

/** Entries that the station's database had lost were put back: all of those right before this one. No money moves. */
export function journalRecovered(_books: Books, entry: Entry): void {
  const why = text(entry.payload, 'why');
  if (!LOSSES.includes(why)) complain(`${why} is no way to lose entries.`);
  agree('The actor', entry.actor, 'station');
  agree('The approver', entry.approver, null);
  const first = fields(entry.payload.first, 'The first entry that was put back');
  const epoch = whole(first, 'epoch', 1);
  const sequence = whole(first, 'sequence', 1);
  const entries = whole(entry.payload, 'entries', 1);
  if (epoch > entry.epoch) complain(`What was put back begins in epoch ${epoch}, which is to come.`);
  // Of an epoch before this one it is not said where it ended.
  if (epoch === entry.epoch) agree('The entries put back', entries, entry.sequence - sequence);
  mustMove(movementsOf(entry.postings), movements([]));
}
