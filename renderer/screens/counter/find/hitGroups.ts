import type { AccountHit } from '#contract/shapes';
import { isExact } from './oneExact.ts';

/** Where a hit stands: with just this number, in the table's own fields, in another one, or only alike. In this order. */
const GROUPS = ['exact', 'shown', 'elsewhere', 'alike'] as const;
export type HitGroup = (typeof GROUPS)[number];

const SHOWN: readonly AccountHit['foundIn'][] = ['account', 'name', 'address'];

/** Whether what was found stands in none of the table's own columns. */
export function isFoundElsewhere(hit: AccountHit): boolean {
  return hit.alike === null && !SHOWN.includes(hit.foundIn);
}

/** A whole phone number or parcel is of that account, whoever else has parts of it in a column of the table. */
export function groupOf(hit: AccountHit, text: string): HitGroup {
  if (hit.alike !== null) return 'alike';
  if (isExact(hit, text)) return 'exact';
  return isFoundElsewhere(hit) ? 'elsewhere' : 'shown';
}

/** Hits group by group, each as the station has put it in order. */
export function inGroups(hits: readonly AccountHit[], text: string): AccountHit[] {
  return GROUPS.flatMap((group) => hits.filter((hit) => groupOf(hit, text) === group));
}
