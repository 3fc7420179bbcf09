import type { Migration } from '../migration.ts';

export const floatsTakenBack: Migration = {
  number: 26,
  name: '0026-floats-taken-back',
  reason: 'A float that nobody took comes back into the safe, counted by a second person; its station is told.',
  sql: `
-- returned: what the office counted of a float that it took back. Each half is there once; a settlement that knew of no
-- drawer may be followed by another, where a drawer had taken the float after all.
ALTER TABLE handoff_steps DROP CONSTRAINT handoff_steps_step_check;
ALTER TABLE handoff_steps ADD CONSTRAINT handoff_steps_step_check
  CHECK (step IN ('given', 'counted', 'returned', 'resolved'));
ALTER TABLE handoff_steps DROP CONSTRAINT handoff_steps_pkey;
ALTER TABLE handoff_steps ADD PRIMARY KEY (district_id, handoff, step, series, epoch, sequence);
CREATE UNIQUE INDEX handoff_halves_once ON handoff_steps (district_id, handoff, step) WHERE step <> 'resolved';

CREATE TABLE floats_taken_back (
  district_id text COLLATE "C" NOT NULL,
  handoff text COLLATE "C" NOT NULL,
  station text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (district_id, handoff),
  FOREIGN KEY (district_id, handoff) REFERENCES floats_issued (district_id, handoff)
);
CREATE INDEX floats_back_in_the_feed ON floats_taken_back (district_id, station, version, handoff);
CREATE TRIGGER floats_taken_back_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON floats_taken_back
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON floats_taken_back TO counterfoil_service;
ALTER TABLE floats_taken_back ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_district ON floats_taken_back TO counterfoil_service
  USING (district_id = current_setting('counterfoil.district', true))
  WITH CHECK (district_id = current_setting('counterfoil.district', true));
`,
};
