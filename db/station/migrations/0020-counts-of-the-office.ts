import type { Migration } from '../migrate.ts';

/** What a drawer handed over is told to nobody else before the office has counted it, also while the network is down. */
export const countsOfTheOffice: Migration = {
  number: 20,
  name: '0020-counts-of-the-office',
  sql: `
-- Handoffs of drawers here that the office has counted, as the ledger told it; never how much it found.
CREATE TABLE handoffs_counted (handoff TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`,
};
