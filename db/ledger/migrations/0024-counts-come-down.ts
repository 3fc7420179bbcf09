import type { Migration } from '../migration.ts';

export const countsComeDown: Migration = {
  number: 24,
  name: '0024-counts-come-down',
  reason:
    'A station tells what a drawer handed over to nobody else before the office has counted it, so it is told when it has.',
  sql: `
-- That the office has counted a handoff of a station's drawer; never how much it found.
CREATE TABLE handoffs_counted (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  handoff text COLLATE "C" NOT NULL,
  station text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (district_id, handoff)
);
CREATE INDEX counts_in_the_feed ON handoffs_counted (district_id, station, version, handoff);

-- What was counted before this was kept comes down as one more version.
UPDATE districts SET version = version + 1 WHERE district_id IN (
  SELECT o.district_id FROM handoff_steps o JOIN handoff_steps s USING (district_id, handoff)
  WHERE o.series = 'L' AND o.step <> 'resolved' AND s.series <> 'L');
INSERT INTO handoffs_counted (district_id, handoff, station, version)
SELECT o.district_id, o.handoff, s.series, d.version
FROM handoff_steps o JOIN handoff_steps s USING (district_id, handoff) JOIN districts d USING (district_id)
WHERE o.series = 'L' AND o.step <> 'resolved' AND s.series <> 'L' AND o.handoff NOT LIKE 'L-%';

CREATE TRIGGER handoffs_counted_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON handoffs_counted
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON handoffs_counted TO counterfoil_service;
ALTER TABLE handoffs_counted ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_district ON handoffs_counted TO counterfoil_service
  USING (district_id = current_setting('counterfoil.district', true))
  WITH CHECK (district_id = current_setting('counterfoil.district', true));
`,
};
