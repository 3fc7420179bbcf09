import type { Migration } from '../migration.ts';

export const straysDismissed: Migration = {
  number: 29,
  name: '0029-strays-dismissed',
  reason: 'What two people have looked at and left as it is waits for nobody any more.',
  sql: `
-- recorded_by: the entry of the office’s journal that tells so.
CREATE TABLE strays_dismissed (
  district_id text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  digest text NOT NULL,
  recorded_by bigint NOT NULL,
  PRIMARY KEY (district_id, series, epoch, digest),
  FOREIGN KEY (district_id, series, epoch, digest) REFERENCES quarantine (district_id, series, epoch, digest)
);
CREATE TRIGGER strays_dismissed_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON strays_dismissed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON strays_dismissed TO counterfoil_service;
ALTER TABLE strays_dismissed ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_district ON strays_dismissed TO counterfoil_service
  USING (district_id = current_setting('counterfoil.district', true))
  WITH CHECK (district_id = current_setting('counterfoil.district', true));
`,
};
