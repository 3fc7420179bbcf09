import type { Migration } from '../migration.ts';

export const oneTokenForASeries: Migration = {
  number: 5,
  name: '0005-one-token-for-a-series',
  reason: 'Of two live tokens of one series the second would retire the station that the first had just made.',
  sql: `
ALTER TABLE enrolment_tokens ADD COLUMN replaced_at bigint;

UPDATE enrolment_tokens t SET replaced_at = n.issued_at
FROM enrolment_tokens n
WHERE n.district_id = t.district_id AND n.series = t.series AND t.used_at IS NULL AND n.used_at IS NULL
  AND (n.issued_at, n.token_hash) > (t.issued_at, t.token_hash);

ALTER TABLE enrolment_tokens ADD CHECK (used_at IS NULL OR replaced_at IS NULL);
CREATE UNIQUE INDEX enrolment_tokens_one_live ON enrolment_tokens (district_id, series)
  WHERE used_at IS NULL AND replaced_at IS NULL;

GRANT UPDATE (replaced_at) ON enrolment_tokens TO counterfoil_service;
`,
};
