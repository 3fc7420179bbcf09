import { DENOMINATIONS, type Pieces } from '#domain/denominations';
import { drawerAccount, transitAccount } from '#domain/drawerPostings';
import type { EntryOf } from '#domain/entry';
import { handoffLabel } from '#domain/series';
import { isSameMovement, type Movements, move, movementsOf } from './lineMovements.ts';

type Custody = EntryOf<'cash_dropped'>;

/** What does not agree within an entry of cash that is no receipt, or null: its name, its pieces, and its postings. */
export function custodyFault(entry: Custody): string | null {
  const { payload } = entry;
  if (payload.handoff !== handoffLabel(payload.drawer, `drop-${payload.number}`))
    return 'its handoff is not its drawer’s and number’s';
  if (worthIn(payload.pieces) !== payload.cents) return 'its pieces are not worth its amount';
  const expected: Movements = new Map();
  move(expected, transitAccount(payload.drawer, `drop-${payload.number}`), payload.cents);
  move(expected, drawerAccount(payload.drawer, 'cash'), -payload.cents);
  return isSameMovement(expected, movementsOf(entry.postings)) ? null : 'the postings are not those of the drop';
}

/** Plain arithmetic: amounts may be of any size here. */
function worthIn(pieces: Pieces): number {
  return DENOMINATIONS.reduce((total, worth) => total + worth * (pieces[String(worth)] ?? 0), 0);
}
