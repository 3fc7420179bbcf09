import type { Migration } from '../migration.ts';

export const whatTheCounterKnows: Migration = {
  number: 6,
  name: '0006-what-the-counter-knows',
  reason: 'The counter finds accounts by contract and permit too, and sees what the office noted.',
  sql: `
ALTER TABLE accounts
  ADD COLUMN contract text NOT NULL DEFAULT '',
  ADD COLUMN permits text[] NOT NULL DEFAULT '{}',
  ADD COLUMN notes text NOT NULL DEFAULT '';
GRANT UPDATE (contract, permits, notes) ON accounts TO counterfoil_service;
`,
};
