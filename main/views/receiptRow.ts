import type { ReceiptRow } from '#contract/shapes';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { receiptHistory } from '#db/station/receiptHistory';
import { syncState } from '#db/station/syncState';
import type { ReceiptHistory } from '#domain/receiptHistory';
import { receiptHead } from '#domain/receiptSeen';

/** One receipt as a list shows it: who, when, how much, how paid, whether it was sent, and what became of it. */
export function receiptRow(db: StationDb, position: number): ReceiptRow {
  const history = receiptHistory(db, position);
  return { ...receiptHead(history, (person) => nameOf(db, person)), sent: isSent(db, history) };
}

/**
 * Whether the ledger has acknowledged a receipt with what was done to it last. Entries of earlier epochs went up before
 * the epoch changed.
 */
export function isSent(db: StationDb, { issued, voided, undos }: ReceiptHistory): boolean {
  const { entry } = voided ?? undos.at(-1) ?? issued;
  const state = syncState(db);
  if (!state) return false;
  return (
    entry.epoch < state.acknowledgedEpoch ||
    (entry.epoch === state.acknowledgedEpoch && entry.sequence <= state.acknowledgedSequence)
  );
}
