import type { StationKind } from '#domain/entry';
import type { Placed } from '#domain/recorded';
import type { Tx } from '../open.ts';
import { addPrintJob, type PrintJob } from '../printJobs.ts';

/** Puts the first print of an entry's slip on the spool. */
export function printSlip(
  tx: Tx,
  { entry, position }: Pick<Placed<StationKind>, 'entry' | 'position'>,
  slip: Pick<PrintJob, 'document' | 'label' | 'kick'>,
): void {
  addPrintJob(tx, { ...slip, position, copy: 1, changedAt: entry.recordedAt });
}
