import type { Migration } from '../migration.ts';

export const signedStations: Migration = {
  number: 30,
  name: '0030-signed-stations',
  reason: 'A station signs what it asks with a key of its own, the ledger what it answers, and nothing is heard twice.',
  sql: `
-- The secret (32 bytes, base64url) with which the ledger signs what it says to the stations of a district. In the database,
-- because every service before it must answer with the same key, and a database that is restored must still be known.
CREATE TABLE district_keys (
  district_id text COLLATE "C" PRIMARY KEY REFERENCES districts (district_id),
  seed text NOT NULL CHECK (length(seed) = 43),
  made_at bigint NOT NULL
);
CREATE TRIGGER district_keys_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON district_keys
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A station enrolled from now on has a key and no bearer token; one of before brings its key once, with its token.
ALTER TABLE stations DROP CONSTRAINT stations_token_check;
ALTER TABLE stations ADD COLUMN public_key text CHECK (length(public_key) = 43);
ALTER TABLE stations ADD CONSTRAINT stations_key_check CHECK (CASE WHEN series = 'L'
  THEN token_hash IS NULL AND public_key IS NULL ELSE token_hash IS NOT NULL OR public_key IS NOT NULL END);

-- What was said last: the counters that were heard lately, each with what it came with (JSON), and the number of the
-- newest token that was given out. In a table of its own: a station's row is held while a run of it is stored.
CREATE TABLE station_contacts (
  district_id text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  counters text NOT NULL,
  token bigint NOT NULL CHECK (token > 0),
  PRIMARY KEY (district_id, series, epoch),
  FOREIGN KEY (district_id, series, epoch) REFERENCES stations (district_id, series, epoch)
);

GRANT UPDATE (public_key) ON stations TO counterfoil_service;
GRANT SELECT, INSERT ON district_keys TO counterfoil_service;
GRANT SELECT, INSERT, UPDATE (counters, token) ON station_contacts TO counterfoil_service;
DO $$
DECLARE tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['district_keys', 'station_contacts']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY one_district ON %I TO counterfoil_service
      USING (district_id = current_setting(''counterfoil.district'', true))
      WITH CHECK (district_id = current_setting(''counterfoil.district'', true))', tenant);
  END LOOP;
END $$;
`,
};
