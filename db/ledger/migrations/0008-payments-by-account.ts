import type { Migration } from '../migration.ts';

export const paymentsByAccount: Migration = {
  number: 8,
  name: '0008-payments-by-account',
  reason: 'Each account comes down with its last payments: a payer asks at any counter whether one has arrived.',
  sql: `
-- What receipts brought, not what undoing put elsewhere. It holds all that is asked, so that few accounts cost a read more.
-- District last: without statistics, an index that begins with it is taken for any search within a district.
CREATE INDEX applications_of_payments ON applications (account_number, district_id)
  INCLUDE (application_id, series, epoch, sequence, cents)
  WHERE cents > 0 AND undoes IS NULL AND sequence IS NOT NULL;
`,
};
