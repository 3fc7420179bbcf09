import type { Migration } from '../migration.ts';

export const depositsByFund: Migration = {
  number: 19,
  name: '0019-deposits-by-fund',
  reason: 'The cash and the checks of one batch go to several bank accounts, each to that of its funds.',
  sql: `
-- A tender of a batch is in several deposits, which together never hold more than the batch has of it: what is made is
-- off its account, what is only prepared waits on it.
CREATE OR REPLACE FUNCTION refuse_part_taken() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE turns integer; waiting bigint; held bigint;
BEGIN
  SELECT count(*), coalesce(sum(p.cents) FILTER (WHERE NOT EXISTS (SELECT FROM deposit_steps s
      WHERE s.district_id = p.district_id AND s.deposit = p.deposit AND s.step IN ('made', 'withdrawn'))), 0)
    INTO turns, waiting FROM deposit_parts p
    WHERE p.district_id = NEW.district_id AND p.batch = NEW.batch AND p.tender = NEW.tender;
  SELECT coalesce(sum(CASE side WHEN 'debit' THEN cents ELSE -cents END), 0) INTO held FROM postings
    WHERE district_id = NEW.district_id AND series = 'L' AND account LIKE 'undeposited:%'
      AND account = concat('undeposited:', NEW.batch, ':', NEW.tender);
  IF waiting + NEW.cents > held OR NEW.turn <> turns + 1 THEN
    RAISE EXCEPTION '% of batch % is in a deposit already', NEW.tender, NEW.batch USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;
`,
};
