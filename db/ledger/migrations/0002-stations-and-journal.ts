import type { Migration } from '../migration.ts';

export const stationsAndJournal: Migration = {
  number: 2,
  name: '0002-stations-and-journal',
  reason: 'The stations’ journals, kept letter by letter; the database itself holds chain, order and balance.',
  sql: `
-- One row for each epoch of a station. Tokens are kept as SHA-256 only. applied_sequence: entries up to it are applied
-- (or parked); what is stored after it waits to be applied.
CREATE TABLE stations (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  series text COLLATE "C" NOT NULL CHECK (series ~ '^[A-Z]{1,3}[1-9][0-9]{0,3}$'),
  epoch integer NOT NULL CHECK (epoch > 0),
  token_hash text NOT NULL CHECK (length(token_hash) = 64),
  applied_sequence bigint NOT NULL DEFAULT 0 CHECK (applied_sequence >= 0),
  enrolled_at bigint NOT NULL,
  PRIMARY KEY (district_id, series, epoch)
);

CREATE TABLE enrolment_tokens (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  token_hash text NOT NULL CHECK (length(token_hash) = 64),
  series text COLLATE "C" NOT NULL,
  issued_at bigint NOT NULL,
  lapses_at bigint NOT NULL,
  used_at bigint,
  used_epoch integer,
  PRIMARY KEY (district_id, token_hash),
  CHECK ((used_at IS NULL) = (used_epoch IS NULL))
);

-- An entry is its text, letter by letter as it was hashed. The other columns repeat what is needed to find it, and are
-- empty where the text does not hold it in readable form. command_id is empty, too, where another entry came with it first.
CREATE TABLE entries (
  district_id text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL CHECK (sequence > 0),
  kind text,
  business_day date,
  recorded_at bigint,
  actor text,
  command_id uuid,
  text text NOT NULL,
  previous_hash text NOT NULL CHECK (length(previous_hash) = 64),
  hash text NOT NULL CHECK (length(hash) = 64),
  personal text,
  received_at bigint NOT NULL,
  PRIMARY KEY (district_id, series, epoch, sequence),
  CONSTRAINT entries_command_once UNIQUE (district_id, command_id)
);
CREATE INDEX entries_by_day ON entries (district_id, business_day);
CREATE TRIGGER entries_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Chain and contiguity: every entry stands right after one whose hash it names, or is the first of its station's epoch.
CREATE FUNCTION entries_must_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
  SELECT fresh.series, fresh.epoch, fresh.sequence INTO wrong
  FROM fresh
  LEFT JOIN entries before ON before.district_id = fresh.district_id AND before.series = fresh.series
    AND before.epoch = fresh.epoch AND before.sequence = fresh.sequence - 1
  WHERE fresh.previous_hash IS DISTINCT FROM (CASE WHEN fresh.sequence = 1 THEN repeat('0', 64) ELSE before.hash END)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'entry %.% % does not follow the one before it', wrong.series, wrong.epoch, wrong.sequence
      USING ERRCODE = 'check_violation';
  END IF;
  SELECT fresh.series, fresh.epoch, fresh.sequence INTO wrong
  FROM (SELECT DISTINCT district_id, series, epoch, 0 AS sequence FROM fresh) fresh
  WHERE NOT EXISTS (SELECT FROM stations s WHERE s.district_id = fresh.district_id AND s.series = fresh.series AND s.epoch = fresh.epoch);
  IF FOUND THEN
    RAISE EXCEPTION 'no station %.% is enrolled', wrong.series, wrong.epoch USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER entries_chain AFTER INSERT ON entries REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION entries_must_chain();

CREATE TABLE postings (
  district_id text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  place integer NOT NULL CHECK (place >= 0),
  account text COLLATE "C" NOT NULL,
  side text NOT NULL CHECK (side IN ('debit', 'credit')),
  cents bigint NOT NULL CHECK (cents > 0),
  PRIMARY KEY (district_id, series, epoch, sequence, place)
);
CREATE TRIGGER postings_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON postings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- At the end of each statement: every entry it posts has at least two postings, debits equal credits, places run from 0
-- without a gap (so an entry is posted whole or not at all, and nothing can be added to it later), and the entry is there.
-- Entries neither change nor go, so looking once is as good as a foreign key, and one join instead of a lookup for each row.
CREATE FUNCTION postings_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
  SELECT f.series, f.epoch, f.sequence INTO wrong
  FROM fresh f
  GROUP BY f.district_id, f.series, f.epoch, f.sequence
  HAVING sum(CASE f.side WHEN 'debit' THEN f.cents ELSE -f.cents END) <> 0
    OR count(*) < 2 OR min(f.place) <> 0 OR max(f.place) <> count(*) - 1
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the postings of entry %.% % do not balance', wrong.series, wrong.epoch, wrong.sequence
      USING ERRCODE = 'check_violation';
  END IF;
  SELECT f.series, f.epoch, f.sequence INTO wrong
  FROM (SELECT DISTINCT district_id, series, epoch, sequence FROM fresh) f
  WHERE NOT EXISTS (SELECT FROM entries e WHERE e.district_id = f.district_id AND e.series = f.series
    AND e.epoch = f.epoch AND e.sequence = f.sequence)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'there is no entry %.% % to post', wrong.series, wrong.epoch, wrong.sequence
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER postings_balance AFTER INSERT ON postings REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION postings_must_balance();

-- Entries that are stored and not applied, with why: a person must look at them. They never block the line.
CREATE TABLE parked (
  district_id text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  why text NOT NULL,
  detail text NOT NULL,
  parked_at bigint NOT NULL,
  PRIMARY KEY (district_id, series, epoch, sequence),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
CREATE TRIGGER parked_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON parked
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Stray branches, kept whole as they arrived (JSON of the sealed entry). series and epoch are those of the station that
-- sent it; sequence and hash are what the stray claims.
CREATE TABLE quarantine (
  district_id text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  digest text NOT NULL CHECK (length(digest) = 64),
  sequence bigint,
  hash text NOT NULL,
  sealed text NOT NULL,
  why text NOT NULL,
  received_at bigint NOT NULL,
  PRIMARY KEY (district_id, series, epoch, digest),
  FOREIGN KEY (district_id, series, epoch) REFERENCES stations (district_id, series, epoch)
);
CREATE TRIGGER quarantine_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON quarantine
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`,
};
