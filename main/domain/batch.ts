import * as z from 'zod';

/**
 * How far a batch has come. `open` and `closed` with its drawer; `balanced` once both halves of all its handoffs agree or
 * are settled; then `approved`, or `sent_back`, which leaves it closed until it is approved after all; `deposited` once
 * nothing of it waits any more, and `posted` once its day is closed and its deposits are confirmed.
 */
export const BatchState = z.enum(['open', 'closed', 'balanced', 'approved', 'sent_back', 'deposited', 'posted']);
export type BatchState = z.infer<typeof BatchState>;

/** Whether somebody said yes to a batch, however far it has come since. */
export function isApprovedBatch(state: BatchState): boolean {
  return state === 'approved' || state === 'deposited' || state === 'posted';
}
