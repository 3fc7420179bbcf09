import * as z from 'zod';

/**
 * How far a batch has come. `open` and `closed` with its drawer; `balanced` once both halves of all its handoffs agree or
 * are settled; then `approved`, or `sent_back`, which leaves it closed until it is approved after all; `deposited` once
 * nothing of it waits any more.
 */
export const BatchState = z.enum(['open', 'closed', 'balanced', 'approved', 'sent_back', 'deposited']);
export type BatchState = z.infer<typeof BatchState>;
