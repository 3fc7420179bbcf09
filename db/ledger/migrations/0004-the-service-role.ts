import type { Migration } from '../migration.ts';

export const theServiceRole: Migration = {
  number: 4,
  name: '0004-the-service-role',
  reason: 'The service works as a role that can only add to what is money, and sees one district at a time.',
  sql: `
-- Roles belong to the whole server: another database of it may have made this one already.
DO $$ BEGIN
  CREATE ROLE counterfoil_service NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
-- A superuser may become anybody. Any other owner must be a member; where that is not ours to give, an administrator has.
DO $$ BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT counterfoil_service TO %I', current_user);
  END IF;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;
DO $$ BEGIN
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO counterfoil_service', current_database());
END $$;

GRANT SELECT, INSERT, UPDATE (version) ON districts TO counterfoil_service;
GRANT SELECT, INSERT ON loads, policies, entries, postings, parked, quarantine, account_changes, charge_differences,
  applications TO counterfoil_service;
GRANT SELECT, INSERT, UPDATE (name, role, active, version) ON people TO counterfoil_service;
GRANT SELECT, INSERT, UPDATE (applied_sequence) ON stations TO counterfoil_service;
GRANT SELECT, INSERT, UPDATE (used_at, used_epoch) ON enrolment_tokens TO counterfoil_service;
GRANT SELECT, INSERT, UPDATE (customer, service_address, mailing_address, parcel, phone, email, status, language, flags, version)
  ON accounts TO counterfoil_service;
GRANT SELECT, INSERT, UPDATE (fund, bars) ON charges TO counterfoil_service;
GRANT SELECT ON charge_standings TO counterfoil_service;

DO $$
DECLARE tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['districts', 'loads', 'policies', 'people', 'stations', 'enrolment_tokens', 'entries',
    'postings', 'parked', 'quarantine', 'accounts', 'account_changes', 'charges', 'charge_differences', 'applications']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY one_district ON %I TO counterfoil_service
      USING (district_id = current_setting(''counterfoil.district'', true))
      WITH CHECK (district_id = current_setting(''counterfoil.district'', true))', tenant);
  END LOOP;
END $$;

-- Which districts there are is no secret of any of them.
CREATE POLICY which_there_are ON districts FOR SELECT TO counterfoil_service USING (true);
`,
};
