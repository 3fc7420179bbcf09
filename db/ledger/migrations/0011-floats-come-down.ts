import type { Migration } from '../migration.ts';

export const floatsComeDown: Migration = {
  number: 11,
  name: '0011-floats-come-down',
  reason: 'A drawer opens with an issued float also while the network is down, so the station is told of it before.',
  sql: `
-- Who is to take a float, and where; never how much it is: who takes it counts it.
CREATE TABLE floats_issued (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  handoff text COLLATE "C" NOT NULL,
  person text NOT NULL,
  issued_by text NOT NULL,
  station text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (district_id, handoff)
);
CREATE INDEX floats_in_the_feed ON floats_issued (district_id, station, version, handoff);
CREATE TRIGGER floats_issued_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON floats_issued
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON floats_issued TO counterfoil_service;
ALTER TABLE floats_issued ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_district ON floats_issued TO counterfoil_service
  USING (district_id = current_setting('counterfoil.district', true))
  WITH CHECK (district_id = current_setting('counterfoil.district', true));
`,
};
