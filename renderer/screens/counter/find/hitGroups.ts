import type { AccountHit } from '#contract/shapes';

/** Where a hit stands: in the table's own fields, in another one, or only alike. In this order. */
const GROUPS = ['shown', 'elsewhere', 'alike'] as const;
export type HitGroup = (typeof GROUPS)[number];

const SHOWN: readonly AccountHit['foundIn'][] = ['account', 'name', 'address'];

export function groupOf(hit: AccountHit): HitGroup {
  if (hit.alike !== null) return 'alike';
  return SHOWN.includes(hit.foundIn) ? 'shown' : 'elsewhere';
}

/** Hits group by group, each as the station has put it in order. */
export function inGroups(hits: readonly AccountHit[]): AccountHit[] {
  return GROUPS.flatMap((group) => hits.filter((hit) => groupOf(hit) === group));
}
