import type { Migration } from '../migration.ts';

export const districtsAndPeople: Migration = {
  number: 1,
  name: '0001-districts-and-people',
  reason: 'Whose data it is, who works there, by which dated policy, and which files all that came from.',
  sql: `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- One row for each district. Its version goes up by one with every change that stations must learn of; the lock on this
-- row is held until that change is committed, so versions are seen in their order and none is passed over.
CREATE TABLE districts (
  district_id text COLLATE "C" PRIMARY KEY CHECK (district_id ~ '^[a-z][a-z0-9-]{1,30}$'),
  training boolean NOT NULL,
  version bigint NOT NULL DEFAULT 0 CHECK (version >= 0),
  created_at bigint NOT NULL
);

-- Every load of files: who, when (ms), and the SHA-256 of each file. A load is a change, so it is named by its version.
CREATE TABLE loads (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  version bigint NOT NULL,
  loaded_at bigint NOT NULL,
  loaded_by text NOT NULL,
  district_digest text NOT NULL CHECK (length(district_digest) = 64),
  accounts_digest text NOT NULL CHECK (length(accounts_digest) = 64),
  charges_digest text NOT NULL CHECK (length(charges_digest) = 64),
  withdraw_missing boolean NOT NULL,
  counts json NOT NULL,
  PRIMARY KEY (district_id, version)
);
CREATE TRIGGER loads_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON loads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A policy is never edited, only followed by a later one.
CREATE TABLE policies (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  version bigint NOT NULL,
  effective_from date NOT NULL,
  policy json NOT NULL,
  PRIMARY KEY (district_id, version)
);
CREATE TRIGGER policies_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON policies
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- People and the scrypt verifiers of their PINs (hex; cost is N).
CREATE TABLE people (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  person text COLLATE "C" NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('cashier', 'supervisor', 'finance', 'auditor')),
  active boolean NOT NULL,
  pin_salt text NOT NULL,
  pin_hash text NOT NULL,
  pin_cost integer NOT NULL CHECK (pin_cost >= 65536),
  version bigint NOT NULL,
  PRIMARY KEY (district_id, person)
);
CREATE UNIQUE INDEX people_by_version ON people (district_id, version, person);
`,
};
