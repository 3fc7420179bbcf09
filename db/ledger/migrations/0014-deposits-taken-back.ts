import type { Migration } from '../migration.ts';

export const depositsTakenBack: Migration = {
  number: 14,
  name: '0014-deposits-taken-back',
  reason: 'A deposit that was prepared wrongly is taken back, and why one is late is told beside it.',
  sql: `
-- withdrawn: taken back before it was made; its parts are free again, its bag is not. explained: why it is late.
ALTER TABLE deposit_steps DROP CONSTRAINT deposit_steps_step_check;
ALTER TABLE deposit_steps ADD CONSTRAINT deposit_steps_step_check CHECK
  (step IN ('prepared', 'differs', 'made', 'handed', 'missed', 'confirmed', 'withdrawn', 'explained'));
DROP INDEX deposit_steps_once;
CREATE UNIQUE INDEX deposit_steps_once ON deposit_steps (district_id, deposit, step)
  WHERE step IN ('prepared', 'differs', 'made', 'confirmed', 'withdrawn', 'explained');
-- What is made stays made.
CREATE UNIQUE INDEX deposit_steps_made_or_withdrawn ON deposit_steps (district_id, deposit)
  WHERE step IN ('made', 'withdrawn');

-- A tender of a batch is in one deposit at a time: its next turn begins only once the deposit of the one before is
-- taken back.
ALTER TABLE deposit_parts ADD COLUMN turn integer NOT NULL DEFAULT 1 CHECK (turn > 0);
ALTER TABLE deposit_parts ALTER COLUMN turn DROP DEFAULT;
ALTER TABLE deposit_parts DROP CONSTRAINT deposit_parts_pkey;
ALTER TABLE deposit_parts ADD PRIMARY KEY (district_id, batch, tender, turn);
CREATE FUNCTION refuse_part_taken() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE turns integer; free integer;
BEGIN
  SELECT count(*), count(*) FILTER (WHERE EXISTS (SELECT FROM deposit_steps s
      WHERE s.district_id = p.district_id AND s.deposit = p.deposit AND s.step = 'withdrawn'))
    INTO turns, free FROM deposit_parts p
    WHERE p.district_id = NEW.district_id AND p.batch = NEW.batch AND p.tender = NEW.tender;
  IF turns <> free OR NEW.turn <> turns + 1 THEN
    RAISE EXCEPTION '% of batch % is in a deposit already', NEW.tender, NEW.batch USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deposit_parts_refuse_taken BEFORE INSERT ON deposit_parts
  FOR EACH ROW EXECUTE FUNCTION refuse_part_taken();
`,
};
