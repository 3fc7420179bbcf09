import type { Migration } from '../migration.ts';

export const tokensUsed: Migration = {
  number: 33,
  name: '0033-tokens-used',
  reason:
    'Each reply brings a token never given before: who holds it has heard that reply, also of a ledger restored since.',
  sql: `
ALTER TABLE station_contacts ADD COLUMN used_token bigint NOT NULL DEFAULT 1 CHECK (used_token > 0);
GRANT UPDATE (used_token) ON station_contacts TO counterfoil_service;
`,
};
