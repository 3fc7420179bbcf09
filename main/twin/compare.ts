import { identity } from '#db/station/identity';
import { lastRow, rowAt } from '#db/station/journalRows';
import type { StationDb } from '#db/station/open';
import { ask, type Steps } from './hand.ts';
import type { Tail } from './twinFile.ts';

/**
 * How a twin stands beside the database. `behind`: it holds the journal up to that position, perhaps all of it. `ahead`: the
 * database has lost entries that it was told are recorded; they begin at that byte of the twin. `forked`: from that
 * sequence on the two tell different things. `damaged`: a line of it is not what was written. `outdated`: it is from
 * before this station was enrolled anew. `foreign`: it is another station's.
 */
export type Compared =
  | { state: 'behind'; position: number; epoch: number }
  | { state: 'ahead'; from: number }
  | { state: 'forked'; sequence: number }
  | { state: 'damaged' }
  | { state: 'outdated' }
  | { state: 'foreign'; district: string; series: string };

/**
 * Opens a twin and holds its end against the end of the database. One hash is enough: it stands for all that came before.
 */
export function* compare(db: StationDb, path: string): Steps<Compared> {
  const tail = yield* ask('open', path);
  if (tail.isDamaged) return { state: 'damaged' };
  const stranger = strangerOf(db, tail);
  if (stranger) return stranger;
  if (!tail.last) return { state: 'behind', position: 0, epoch: tail.owner?.epoch ?? 0 };
  const { epoch, sequence, hash } = tail.last;
  const row = rowAt(db, epoch, sequence);
  if (row)
    return row.hash === hash ? { state: 'behind', position: row.position, epoch } : { state: 'forked', sequence };
  const head = lastRow(db);
  if (!head) return { state: 'ahead', from: 0 };
  const found = yield* ask('find', head.epoch, head.sequence);
  if (found?.hash !== head.hash) return { state: 'forked', sequence: head.sequence };
  return { state: 'ahead', from: found.after };
}

function strangerOf(db: StationDb, { owner, last }: Tail): Compared | null {
  const self = identity(db);
  if (!self || !owner) return null;
  if (owner.district !== self.district || owner.series !== self.series) {
    const { district, series } = owner;
    return { state: 'foreign', district, series };
  }
  const isKnown = last && rowAt(db, last.epoch, last.sequence);
  return owner.epoch !== self.epoch && !isKnown ? { state: 'outdated' } : null;
}
