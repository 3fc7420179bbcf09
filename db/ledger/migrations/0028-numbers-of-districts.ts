import type { Migration } from '../migration.ts';

export const numbersOfDistricts: Migration = {
  number: 28,
  name: '0028-numbers-of-districts',
  reason: 'Nothing goes across districts, so that they can be spread over several servers: each counts by itself.',
  sql: `
-- The last number that was given to a charge, and to an application. Whoever gives one holds the lock on this row.
ALTER TABLE districts
  ADD COLUMN last_charge bigint NOT NULL DEFAULT 0,
  ADD COLUMN last_application bigint NOT NULL DEFAULT 0;
UPDATE districts d SET
  last_charge = coalesce((SELECT max(charge_id) FROM charges c WHERE c.district_id = d.district_id), 0),
  last_application = coalesce((SELECT max(application_id) FROM applications a WHERE a.district_id = d.district_id), 0);
ALTER TABLE charges ALTER COLUMN charge_id DROP IDENTITY;
ALTER TABLE applications ALTER COLUMN application_id DROP IDENTITY;
GRANT UPDATE (last_charge, last_application) ON districts TO counterfoil_service;

-- A service that may not migrate must be able to see that the schema is its own.
GRANT SELECT ON migrations TO counterfoil_service;
`,
};
