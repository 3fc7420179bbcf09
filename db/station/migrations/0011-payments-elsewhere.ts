import type { Migration } from '../migrate.ts';

/** What was paid on an account at other stations, as the ledger tells it with the account. */
export const paymentsElsewhere: Migration = {
  number: 11,
  name: '0011-payments-elsewhere',
  sql: `
ALTER TABLE accounts ADD COLUMN elsewhere TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(elsewhere));
-- Accounts that are here know nothing of it: all come down once more.
UPDATE sync SET feed_cursor = '';
`,
};
