import type { Migration } from '../migrate.ts';

/** No drawer opens for a day that the office has closed, also while the network is down. */
export const daysClosed: Migration = {
  number: 16,
  name: '0016-days-closed',
  sql: `
-- Up to this day every day is closed, as the ledger told it last; null before the first close.
ALTER TABLE sync ADD COLUMN closed_through TEXT;
`,
};
