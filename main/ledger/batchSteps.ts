import type { BatchesTold } from '#db/ledger/batches';
import type { Entry } from '#domain/entry';
import { batchOf } from '#domain/series';

export function noBatches(): BatchesTold {
  return { opened: [], steps: [] };
}

/** Notes what a station's entry tells of a batch: that it opened with its drawer, who counted it, who closed it. */
export function tellBatch(told: BatchesTold, entry: Entry): void {
  const { actor: person, recordedAt: at, businessDay, epoch, sequence } = entry;
  switch (entry.kind) {
    case 'drawer_opened': {
      const { batch, drawer, cashier } = entry.payload;
      told.opened.push({ batch, drawer, cashier, businessDay, openedAt: at, epoch, sequence });
      break;
    }
    case 'drawer_counted':
      told.steps.push({ batch: batchOf(entry.payload.drawer), step: 'counted', person, at, sequence });
      break;
    case 'drawer_closed':
      told.steps.push({ batch: entry.payload.batch, step: 'closed', person, at, sequence });
      break;
    default:
  }
}
