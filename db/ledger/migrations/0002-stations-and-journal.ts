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
  CONSTRAINT entries_command_once UNIQUE (command_id, district_id)
);
-- District last: without statistics, an index that begins with it is taken for any search within a district.
CREATE INDEX entries_by_day ON entries (business_day, district_id);
CREATE TRIGGER entries_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Chain and contiguity: every entry stands right after the one whose hash it names, or is the first of its station's
-- epoch. Of each chain only the first entry of a statement is looked up; the others stand after one another.
CREATE FUNCTION entries_must_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong record;
  opening record;
  before_hash text;
BEGIN
  SELECT f.series, f.epoch, f.sequence INTO wrong
  FROM (SELECT district_id, series, epoch, sequence, previous_hash, lag(sequence) OVER chain AS before_sequence,
      lag(hash) OVER chain AS before_hash
    FROM fresh WINDOW chain AS (PARTITION BY district_id, series, epoch ORDER BY sequence)) f
  WHERE f.sequence <> f.before_sequence + 1 OR f.previous_hash <> f.before_hash
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'entry %.% % does not follow the one before it', wrong.series, wrong.epoch, wrong.sequence
      USING ERRCODE = 'check_violation';
  END IF;
  FOR opening IN SELECT DISTINCT ON (district_id, series, epoch) district_id, series, epoch, sequence, previous_hash
    FROM fresh ORDER BY district_id, series, epoch, sequence
  LOOP
    PERFORM FROM stations s WHERE s.district_id = opening.district_id AND s.series = opening.series
      AND s.epoch = opening.epoch;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no station %.% is enrolled', opening.series, opening.epoch USING ERRCODE = 'foreign_key_violation';
    END IF;
    before_hash := CASE WHEN opening.sequence = 1 THEN repeat('0', 64) ELSE (SELECT e.hash FROM entries e
      WHERE e.district_id = opening.district_id AND e.series = opening.series AND e.epoch = opening.epoch
        AND e.sequence = opening.sequence - 1) END;
    IF opening.previous_hash IS DISTINCT FROM before_hash THEN
      RAISE EXCEPTION 'entry %.% % does not follow the one before it', opening.series, opening.epoch, opening.sequence
        USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
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
-- Entries neither change nor go, so looking once is as good as a foreign key, and one search instead of one for each row.
-- A session keeps the plan it made while the table was small: one that would read all of it is ruled out.
CREATE FUNCTION postings_must_balance() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  wrong record;
  posted record;
  present bigint;
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
  FOR posted IN SELECT district_id, series, epoch, array_agg(DISTINCT sequence) AS sequences,
      min(sequence) AS first, max(sequence) AS last
    FROM fresh GROUP BY district_id, series, epoch
  LOOP
    SELECT count(*) INTO present FROM entries e WHERE e.district_id = posted.district_id
      AND e.series = posted.series AND e.epoch = posted.epoch AND e.sequence BETWEEN posted.first AND posted.last
      AND e.sequence = ANY (posted.sequences);
    IF present <> cardinality(posted.sequences) THEN
      RAISE EXCEPTION 'there is no entry of %.% to post', posted.series, posted.epoch
        USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
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
