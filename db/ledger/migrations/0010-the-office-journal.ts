import type { Migration } from '../migration.ts';

export const theOfficeJournal: Migration = {
  number: 10,
  name: '0010-the-office-journal',
  reason: 'The office has a journal of its own, series L, and half of every handoff stands in it.',
  sql: `
-- The office's journal is a chain like a station's, and nobody has a token for it.
ALTER TABLE stations DROP CONSTRAINT stations_series_check;
ALTER TABLE stations ADD CONSTRAINT stations_series_check
  CHECK (series = 'L' OR series ~ '^[A-Z]{1,3}[1-9][0-9]{0,3}$');
ALTER TABLE stations ALTER COLUMN token_hash DROP NOT NULL;
ALTER TABLE stations ADD CONSTRAINT stations_token_check CHECK ((series = 'L') = (token_hash IS NULL));

-- Each command of the office once, from whichever station; and each approval once.
CREATE TABLE office_commands (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  command_id uuid NOT NULL,
  name text NOT NULL,
  input_digest text NOT NULL CHECK (length(input_digest) = 64),
  approval text,
  reply json NOT NULL,
  PRIMARY KEY (district_id, command_id),
  CONSTRAINT office_approvals_once UNIQUE (district_id, approval)
);
CREATE TRIGGER office_commands_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON office_commands
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a handoff went through, each step with the entry that tells it: given by one, counted by another, and where the
-- two differ, resolved. The label is that of its transit account.
CREATE TABLE handoff_steps (
  district_id text COLLATE "C" NOT NULL,
  handoff text COLLATE "C" NOT NULL,
  step text NOT NULL CHECK (step IN ('given', 'counted', 'resolved')),
  what text NOT NULL CHECK (what IN ('float', 'float-return', 'cash', 'check', 'money-order', 'drop')),
  drawer text,
  batch text,
  person text NOT NULL,
  cents bigint NOT NULL CHECK (cents >= 0),
  at bigint NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, handoff, step),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
CREATE TRIGGER handoff_steps_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON handoff_steps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Where money stands that the office answers for. District last, as with all that is searched within one.
CREATE INDEX postings_in_custody ON postings (account, district_id) INCLUDE (side, cents)
  WHERE account IN ('safe', 'change-fund');

GRANT SELECT, INSERT ON office_commands, handoff_steps TO counterfoil_service;
DO $$
DECLARE tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['office_commands', 'handoff_steps']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY one_district ON %I TO counterfoil_service
      USING (district_id = current_setting(''counterfoil.district'', true))
      WITH CHECK (district_id = current_setting(''counterfoil.district'', true))', tenant);
  END LOOP;
END $$;
`,
};
