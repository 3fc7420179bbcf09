import type { EntryOf } from '#domain/entry';

/** What does not agree within the opening of a drawer, or null: what was explained must be agreed to, by its mark. */
export function openingFault({ payload, approver }: EntryOf<'drawer_opened'>): string | null {
  if ((payload.mark ?? null) !== null && approver === null) return 'its mark was approved by nobody';
  if (payload.left !== undefined && payload.mark === undefined) return 'drawers are left open without anybody’s leave';
  if (payload.returned !== undefined && payload.returned.cents === payload.floatCents)
    return 'the float is told to differ from what was returned, and does not';
  return null;
}
