import type { Migration } from '../migration.ts';

export const deposits: Migration = {
  number: 13,
  name: '0013-deposits',
  reason: 'What approved batches brought goes to the bank in one bag, counted by two people.',
  sql: `
-- A deposit and the entry that prepared it. No bag is used twice, and numbers have no gap. When its first receipt was
-- taken decides until when it must be on its way.
CREATE TABLE deposits (
  district_id text COLLATE "C" NOT NULL,
  deposit text COLLATE "C" NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  bank_account text NOT NULL,
  bag text NOT NULL,
  first_receipt_at bigint NOT NULL,
  due_at bigint NOT NULL,
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, deposit),
  CONSTRAINT deposits_number_once UNIQUE (district_id, number),
  CONSTRAINT deposits_bag_once UNIQUE (district_id, bag),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
CREATE TRIGGER deposits_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON deposits
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a deposit holds of each batch. A tender of a batch is deposited whole, and once.
CREATE TABLE deposit_parts (
  district_id text COLLATE "C" NOT NULL,
  batch text COLLATE "C" NOT NULL,
  tender text NOT NULL CHECK (tender IN ('cash', 'check', 'money-order')),
  deposit text COLLATE "C" NOT NULL,
  cents bigint NOT NULL CHECK (cents > 0),
  PRIMARY KEY (district_id, batch, tender),
  FOREIGN KEY (district_id, deposit) REFERENCES deposits (district_id, deposit)
);
CREATE INDEX deposit_parts_by_deposit ON deposit_parts (deposit, district_id);
CREATE TRIGGER deposit_parts_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON deposit_parts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a deposit went through, each step with the entry that tells it. made: two counts agree, or what differs is
-- settled. missed: nobody came for it. cents: what was counted, found, or confirmed by the bank.
CREATE TABLE deposit_steps (
  district_id text COLLATE "C" NOT NULL,
  deposit text COLLATE "C" NOT NULL,
  step text NOT NULL CHECK (step IN ('prepared', 'differs', 'made', 'handed', 'missed', 'confirmed')),
  person text NOT NULL,
  at bigint NOT NULL,
  cents bigint CHECK (cents >= 0),
  series text COLLATE "C" NOT NULL,
  epoch integer NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, deposit, sequence),
  FOREIGN KEY (district_id, deposit) REFERENCES deposits (district_id, deposit),
  FOREIGN KEY (district_id, series, epoch, sequence) REFERENCES entries (district_id, series, epoch, sequence)
);
CREATE UNIQUE INDEX deposit_steps_once ON deposit_steps (district_id, deposit, step)
  WHERE step IN ('prepared', 'differs', 'made', 'confirmed');
CREATE TRIGGER deposit_steps_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON deposit_steps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON deposits, deposit_parts, deposit_steps TO counterfoil_service;
DO $$
DECLARE tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['deposits', 'deposit_parts', 'deposit_steps']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('CREATE POLICY one_district ON %I TO counterfoil_service
      USING (district_id = current_setting(''counterfoil.district'', true))
      WITH CHECK (district_id = current_setting(''counterfoil.district'', true))', tenant);
  END LOOP;
END $$;
`,
};
