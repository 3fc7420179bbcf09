import type { Facts } from './refusal.ts';

/** What a person is told about cash that moves at a drawer and is no receipt. Part of the closed list of refusals. */
export const custodySentences = {
  nothing_counted: () => 'Nothing is counted here. Count the pieces first.',
  drawer_too_low: (f) => `There is not so much cash in drawer ${f.drawer}. Count what you take out again.`,
} as const satisfies Record<string, (facts: Facts) => string>;
