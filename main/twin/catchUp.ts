import { identity } from '#db/station/identity';
import { type JournalRow, rowsAfter } from '#db/station/journalRows';
import type { StationDb } from '#db/station/open';
import { ask, type Steps } from './hand.ts';
import { type TwinStation, textOfLine } from './twinLine.ts';

/** Entries of one step, and characters of theirs after which it is cut: a step holds up nobody for long. */
const ROWS = 200;
const CHARACTERS = 1_000_000;

/** How far a twin goes: the position of its last entry, and the epoch that it was told of last. */
export type Reached = { position: number; epoch: number };

/** Adds the next entries that a twin lacks. When nothing is lacking, nothing is written, and it ends where it did. */
export function* catchUp(db: StationDb, from: Reached): Steps<Reached> {
  const rows = cutToSize(rowsAfter(db, from.position, ROWS));
  let { position, epoch } = from;
  let text = '';
  for (const row of rows) {
    if (row.epoch !== epoch) text += stationText(db, row.epoch);
    text += textOfLine({ entry: row.entry, command: row.command });
    ({ position, epoch } = row);
  }
  const self = identity(db);
  // A station that has recorded nothing in its epoch is known by its line alone.
  if (rows.length === 0 && self && self.epoch !== epoch) {
    text = stationText(db, self.epoch);
    epoch = self.epoch;
  }
  if (text !== '') yield* ask('append', text);
  return { position, epoch };
}

/** The line of a station in an epoch; of an earlier one this database knows no more than its number. */
function stationText(db: StationDb, epoch: number): string {
  const self = identity(db);
  if (!self) return '';
  const { district, series, training, ledgerUrl } = self;
  const isNow = epoch === self.epoch;
  const station: TwinStation = {
    ...{ district, series, epoch, training, ledgerUrl },
    enrolledAt: isNow ? self.enrolledAt : 0,
    lastZ: isNow ? self.lastZ : 0,
    issuedBeforeCents: isNow ? self.issuedBeforeCents : 0,
  };
  return textOfLine({ station });
}

function cutToSize(rows: readonly JournalRow[]): readonly JournalRow[] {
  let characters = 0;
  const cut = rows.findIndex(({ entry }, place) => {
    characters += entry.text.length;
    return place > 0 && characters > CHARACTERS;
  });
  return cut === -1 ? rows : rows.slice(0, cut);
}
