import type { Migration } from '../migration.ts';

export const daysAreClosed: Migration = {
  number: 16,
  name: '0016-days-are-closed',
  reason: 'A closed day is sealed at one entry of each journal, and goes out to finance once.',
  sql: `
-- When a station was heard from last: a close names those that may hold receipts nobody here knows of.
ALTER TABLE stations ADD COLUMN heard_at bigint;
GRANT UPDATE (heard_at) ON stations TO counterfoil_service;

-- A close of the district closes every day after the one before, up to its own.
CREATE TABLE day_closes (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  number integer NOT NULL CHECK (number > 0),
  day date NOT NULL,
  previous_day date CHECK (previous_day < day),
  version bigint NOT NULL,
  closed_by text NOT NULL,
  closed_at bigint NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, number),
  CONSTRAINT day_closes_once UNIQUE (district_id, day),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
CREATE TRIGGER day_closes_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON day_closes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The last entry of each journal that a close counted in.
CREATE TABLE day_seals (
  district_id text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL CHECK (sequence > 0),
  PRIMARY KEY (district_id, number, series, epoch),
  FOREIGN KEY (district_id, number) REFERENCES day_closes (district_id, number),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
CREATE TRIGGER day_seals_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON day_seals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A station's own close of a day, before the district's: its seal is then the district's.
CREATE TABLE station_closes (
  district_id text COLLATE "C" NOT NULL,
  day date NOT NULL,
  station text COLLATE "C" NOT NULL,
  station_epoch integer NOT NULL,
  sealed_sequence bigint NOT NULL CHECK (sealed_sequence > 0),
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, day, station, station_epoch),
  FOREIGN KEY (district_id, station, station_epoch, sealed_sequence)
    REFERENCES entries (district_id, series, epoch, sequence),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
CREATE TRIGGER station_closes_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON station_closes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What went out to finance, and the sum of its bytes. policy_version: the chart that it was written with.
CREATE TABLE gl_exports (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  number integer NOT NULL CHECK (number > 0),
  first_day date NOT NULL,
  through_day date NOT NULL,
  layout text NOT NULL CHECK (layout IN ('batch', 'day')),
  policy_version bigint NOT NULL,
  lines integer NOT NULL CHECK (lines >= 0),
  debit_cents bigint NOT NULL,
  credit_cents bigint NOT NULL CHECK (credit_cents = debit_cents),
  sha256 text NOT NULL CHECK (length(sha256) = 64),
  exported_by text NOT NULL,
  exported_at bigint NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, number),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
CREATE TRIGGER gl_exports_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON gl_exports
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Each close goes out once. How many lines it came to tells where its lines stand in the export.
CREATE TABLE gl_export_closes (
  district_id text COLLATE "C" NOT NULL,
  close_number integer NOT NULL,
  export_number integer NOT NULL,
  lines integer NOT NULL CHECK (lines >= 0),
  PRIMARY KEY (district_id, close_number),
  FOREIGN KEY (district_id, close_number) REFERENCES day_closes (district_id, number),
  FOREIGN KEY (district_id, export_number) REFERENCES gl_exports (district_id, number)
);
CREATE INDEX gl_export_closes_by_export ON gl_export_closes (export_number, district_id);
CREATE TRIGGER gl_export_closes_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON gl_export_closes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON day_closes, day_seals, station_closes, gl_exports, gl_export_closes TO counterfoil_service;
DO $$
DECLARE tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['day_closes', 'day_seals', 'station_closes', 'gl_exports', 'gl_export_closes']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY one_district ON %I TO counterfoil_service
      USING (district_id = current_setting(''counterfoil.district'', true))
      WITH CHECK (district_id = current_setting(''counterfoil.district'', true))', tenant);
  END LOOP;
END $$;
`,
};
