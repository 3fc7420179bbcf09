import type { Migration } from '../migration.ts';

export const postingsOfDays: Migration = {
  number: 25,
  name: '0025-postings-of-days',
  reason: 'A year’s tenders and accounts are added up from its postings alone, without looking up an entry.',
  sql: `
-- Of which day and kind its entry is stands at each posting once more. The table is written anew with both, so that no
-- row changes and the guard against changes stays up.
CREATE FUNCTION pg_temp.day_of(text, text, integer, bigint) RETURNS date LANGUAGE sql STABLE AS
  'SELECT business_day FROM entries WHERE district_id = $1 AND series = $2 AND epoch = $3 AND sequence = $4';
CREATE FUNCTION pg_temp.kind_of(text, text, integer, bigint) RETURNS text LANGUAGE sql STABLE AS
  'SELECT kind FROM entries WHERE district_id = $1 AND series = $2 AND epoch = $3 AND sequence = $4';
ALTER TABLE postings ADD COLUMN business_day date, ADD COLUMN kind text;
ALTER TABLE postings
  ALTER COLUMN business_day TYPE date USING pg_temp.day_of(district_id, series, epoch, sequence),
  ALTER COLUMN kind TYPE text USING pg_temp.kind_of(district_id, series, epoch, sequence),
  ALTER COLUMN business_day SET NOT NULL, ALTER COLUMN kind SET NOT NULL;
DROP FUNCTION pg_temp.day_of(text, text, integer, bigint);
DROP FUNCTION pg_temp.kind_of(text, text, integer, bigint);
-- District last: without statistics, an index that begins with it is taken for any search within a district.
CREATE INDEX postings_by_day ON postings (business_day, district_id);

-- As before, and the entry that is there is of that day and that kind.
CREATE OR REPLACE FUNCTION postings_must_balance() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
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
  FOR posted IN SELECT district_id, series, epoch, business_day, kind, array_agg(DISTINCT sequence) AS sequences,
      min(sequence) AS first, max(sequence) AS last
    FROM fresh GROUP BY district_id, series, epoch, business_day, kind
  LOOP
    SELECT count(*) INTO present FROM entries e WHERE e.district_id = posted.district_id
      AND e.series = posted.series AND e.epoch = posted.epoch AND e.sequence BETWEEN posted.first AND posted.last
      AND e.sequence = ANY (posted.sequences) AND e.business_day = posted.business_day AND e.kind = posted.kind;
    IF present <> cardinality(posted.sequences) THEN
      RAISE EXCEPTION 'there is no entry of %.% of that day and kind to post', posted.series, posted.epoch
        USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
`,
};
