import type { StationKind } from '#domain/entry';
import type { Placed } from '#domain/recorded';
import { type Draft, sealEntry, type Writer } from '#main/chain/sealEntry';
import { append, headOf } from './journal.ts';
import type { Tx } from './open.ts';
import { project } from './projection/project.ts';

/**
 * Adds one balanced entry to the end of the journal, chained to the one before it, and writes every row that it makes: the
 * only way in which a use-case writes.
 */
export function record<K extends StationKind>(tx: Tx, draft: Draft<K>, by: Writer): Placed<K> {
  const head = headOf(tx, by.station.epoch);
  const placed = append(tx, head, sealEntry(draft, head, by));
  project(tx, placed);
  return placed;
}
