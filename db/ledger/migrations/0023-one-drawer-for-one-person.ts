import type { Migration } from '../migration.ts';

export const oneDrawerForOnePerson: Migration = {
  number: 23,
  name: '0023-one-drawer-for-one-person',
  reason: 'Nobody has two drawers at once, so every station is told whose drawer is open at another.',
  sql: `
-- What of a drawer goes down to the other stations, and under which version: that it opened, and that it is closed or
-- that nobody can close it any more.
CREATE TABLE drawers_told (
  district_id text COLLATE "C" NOT NULL,
  batch text COLLATE "C" NOT NULL,
  step text NOT NULL CHECK (step IN ('opened', 'closed')),
  series text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (district_id, batch, step),
  FOREIGN KEY (district_id, batch) REFERENCES batches (district_id, batch)
);
CREATE INDEX drawers_in_the_feed ON drawers_told (district_id, version, batch);
CREATE TRIGGER drawers_told_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON drawers_told
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE INDEX batches_by_cashier ON batches (district_id, cashier, series, opened_at, batch);

-- Drawers that are open by now.
CREATE TEMPORARY TABLE open_now ON COMMIT DROP AS
SELECT b.district_id, b.batch, b.series FROM batches b
WHERE NOT EXISTS (SELECT FROM batch_steps c WHERE c.district_id = b.district_id AND c.batch = b.batch AND c.step = 'closed')
  AND b.epoch = (SELECT max(s.epoch) FROM stations s WHERE s.district_id = b.district_id AND s.series = b.series);
UPDATE districts SET version = version + 1 WHERE district_id IN (SELECT district_id FROM open_now);
INSERT INTO drawers_told (district_id, batch, step, series, version)
SELECT o.district_id, o.batch, 'opened', o.series, d.version FROM open_now o JOIN districts d USING (district_id);

GRANT SELECT, INSERT ON drawers_told TO counterfoil_service;
ALTER TABLE drawers_told ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_district ON drawers_told TO counterfoil_service
  USING (district_id = current_setting('counterfoil.district', true))
  WITH CHECK (district_id = current_setting('counterfoil.district', true));
`,
};
