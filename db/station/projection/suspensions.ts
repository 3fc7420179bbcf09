import type { EntryOf } from '#domain/entry';
import type { Placed } from '#domain/recorded';
import type { Tx } from '../open.ts';
import { addSuspension, addSuspensionStep, nextSuspensionNumber } from '../suspensions.ts';

/** A payment that was set aside, and the one that it takes the place of. */
export function paymentSuspended(tx: Tx, { entry, position }: Placed<'payment_suspended'>): void {
  const { epoch } = entry;
  const { label, resumed } = entry.payload;
  addSuspension(tx, { position, label, epoch, number: nextSuspensionNumber(tx, epoch) });
  if (resumed !== null) addSuspensionStep(tx, resumed, position, 'suspended_again');
}

/** What became of a payment that was set aside. */
export function suspensionStepped(step: 'resumed' | 'dropped') {
  return (
    tx: Tx,
    { entry, position }: { entry: EntryOf<'payment_resumed' | 'suspension_dropped'>; position: number },
  ): void => addSuspensionStep(tx, entry.payload.label, position, step);
}
