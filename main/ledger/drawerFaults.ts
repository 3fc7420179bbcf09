import { worthOf } from '#domain/denominations';
import { floatTaken } from '#domain/drawerPostings';
import type { EntryOf } from '#domain/entry';
import { cents } from '#domain/money';
import { isSameMovement, movementsOf } from './lineMovements.ts';

/** What does not agree within the opening of a drawer, or null: its float, and the handoff that it comes from. */
export function drawerFault({ payload, postings }: EntryOf<'drawer_opened'>): string | null {
  const { drawer, float, floatCents, handoff } = payload;
  if (worthOf(float) !== floatCents) return 'its float is not the worth of its pieces';
  const expected = movementsOf(floatTaken(drawer, cents(floatCents), handoff));
  return isSameMovement(expected, movementsOf(postings)) ? null : 'its float does not come out of its handoff';
}
