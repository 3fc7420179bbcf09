import type { Facts } from './facts.ts';

/** What a decision about entries that stand in no journal can be refused. */
export const straySentences = {
  strays_changed: (f) => `What is held of ${f.station} has changed since it was shown. Look at it again.`,
  strays_follow_nothing: (f) =>
    `These entries do not follow on the last one of ${f.station}, so its journal cannot take them. Look at each, and dismiss what is known.`,
  parked_not_there: (f) =>
    `Entry ${f.sequence} of ${f.station} does not wait for anybody: it was applied, or explained already. Look at the list again.`,
  strays_drawer_ended: (f) =>
    `The office ended drawer ${f.drawer} before these entries came, so its journal cannot go on. Settle what they tell by hand, then dismiss them.`,
} as const satisfies Record<string, (facts: Facts) => string>;
