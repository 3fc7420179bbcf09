import type { Migration } from '../migration.ts';

export const parkedExplained: Migration = {
  number: 31,
  name: '0031-parked-explained',
  reason: 'An entry that was not applied waits for a person until two have said how it was settled.',
  sql: `
-- recorded_by: the entry of the office’s journal that tells so.
CREATE TABLE parked_explained (
  district_id text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  recorded_by bigint NOT NULL,
  PRIMARY KEY (district_id, series, epoch, sequence),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES parked (district_id, series, epoch, sequence)
);
CREATE TRIGGER parked_explained_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON parked_explained
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON parked_explained TO counterfoil_service;
ALTER TABLE parked_explained ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_district ON parked_explained TO counterfoil_service
  USING (district_id = current_setting('counterfoil.district', true))
  WITH CHECK (district_id = current_setting('counterfoil.district', true));
`,
};
