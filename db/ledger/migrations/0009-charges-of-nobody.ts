import type { Migration } from '../migration.ts';

export const chargesOfNobody: Migration = {
  number: 9,
  name: '0009-charges-of-nobody',
  reason: 'Loading a new district took the square of its size: each charge was looked for among all of its accounts.',
  sql: `
-- A load adds accounts and their charges in one transaction, so the planner believes that a new district has no account,
-- and joined by searching through all of them for every charge. EXCEPT sorts or hashes, whatever the planner believes.
CREATE OR REPLACE FUNCTION charges_must_have_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM district_id, account_number FROM fresh EXCEPT SELECT district_id, account_number FROM accounts LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a charge needs an account' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
`,
};
