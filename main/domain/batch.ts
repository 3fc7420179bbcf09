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

/** What somebody may have done with a batch's money: with its drawer, or in one of its handoffs. */
export const PartTaken = z.enum(['took', 'counted', 'closed', 'checked', 'gave', 'received', 'settled']);
export type PartTaken = z.infer<typeof PartTaken>;

/** The part of whoever is told by a step of a handoff. */
export const HANDOFF_PARTS = { given: 'gave', counted: 'received', returned: 'received', resolved: 'settled' } as const;

/** Whether it was with the drawer itself, and not only with what passed into it or out of it. */
export function isDrawerPart(part: PartTaken): boolean {
  return part === 'took' || part === 'counted' || part === 'closed' || part === 'checked';
}

/** A part in words, before what it was with: `counted W3-D0001-drop-1`. */
export const PART_WORDS: Record<PartTaken, string> = {
  took: 'worked in drawer',
  counted: 'counted drawer',
  closed: 'closed drawer',
  checked: 'looked into drawer',
  gave: 'gave',
  received: 'counted',
  settled: 'settled',
};
