import type { Migration } from '../migration.ts';

export const accountsAndCharges: Migration = {
  number: 3,
  name: '0003-accounts-and-charges',
  reason: 'What customers owe: billed, then only ever added to; what is open is computed, never kept.',
  sql: `
CREATE TABLE accounts (
  district_id text COLLATE "C" NOT NULL REFERENCES districts (district_id),
  account_number text COLLATE "C" NOT NULL,
  customer text NOT NULL,
  service_address text NOT NULL,
  mailing_address text NOT NULL,
  parcel text NOT NULL,
  phone text NOT NULL,
  email text NOT NULL,
  status text NOT NULL CHECK (status IN ('active', 'closed')),
  language text NOT NULL,
  flags text[] NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (district_id, account_number)
);
CREATE UNIQUE INDEX accounts_by_version ON accounts (district_id, version, account_number);

-- What a holder's row said before a load changed it.
CREATE TABLE account_changes (
  district_id text COLLATE "C" NOT NULL,
  account_number text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  before json NOT NULL,
  PRIMARY KEY (district_id, account_number, version)
);
CREATE TRIGGER account_changes_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON account_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A charge as it was first billed, by the load of that version. Numbers are given here and never used again.
CREATE TABLE charges (
  district_id text COLLATE "C" NOT NULL,
  charge_id bigint GENERATED ALWAYS AS IDENTITY,
  account_number text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('fee', 'interest', 'penalty', 'contract', 'service', 'permit')),
  period text NOT NULL,
  due_day date NOT NULL,
  billed_cents bigint NOT NULL CHECK (billed_cents > 0),
  fund text NOT NULL CHECK (fund ~ '^[0-9]{3}$'),
  bars text NOT NULL CHECK (bars ~ '^[0-9]{7}$'),
  version bigint NOT NULL,
  PRIMARY KEY (district_id, charge_id),
  CONSTRAINT charges_once UNIQUE (district_id, account_number, kind, period, due_day)
);
CREATE INDEX charges_by_version ON charges (version, district_id);
CREATE TRIGGER charges_refuse_erasure BEFORE DELETE OR TRUNCATE ON charges
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Every charge belongs to an account; accounts never go, so looking once, set by set, is enough.
CREATE FUNCTION charges_must_have_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM fresh f WHERE NOT EXISTS (SELECT FROM accounts a
    WHERE a.district_id = f.district_id AND a.account_number = f.account_number) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a charge needs an account' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER charges_have_accounts AFTER INSERT ON charges REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION charges_must_have_accounts();

-- What later loads said differently: an amount by so many cents, or a fund and BARS code (the former ones are kept here).
CREATE TABLE charge_differences (
  district_id text COLLATE "C" NOT NULL,
  charge_id bigint NOT NULL,
  version bigint NOT NULL,
  why text NOT NULL CHECK (why IN ('billed_again', 'withdrawn')),
  cents bigint NOT NULL,
  fund_before text,
  bars_before text,
  PRIMARY KEY (district_id, charge_id, version),
  FOREIGN KEY (district_id, charge_id) REFERENCES charges (district_id, charge_id),
  CHECK (cents <> 0 OR fund_before IS NOT NULL),
  CHECK ((fund_before IS NULL) = (bars_before IS NULL))
);
CREATE INDEX charge_differences_by_version ON charge_differences (version, district_id);
CREATE TRIGGER charge_differences_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON charge_differences
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What entries and loads did to accounts: above zero applied, below zero taken back. Without a charge: the account's
-- unapplied credit. meant_for: the charge that had no room for it. undoes: the entry whose application is taken back.
CREATE TABLE applications (
  district_id text COLLATE "C" NOT NULL,
  application_id bigint GENERATED ALWAYS AS IDENTITY,
  account_number text COLLATE "C" NOT NULL,
  charge_id bigint,
  meant_for bigint,
  cents bigint NOT NULL CHECK (cents <> 0),
  series text COLLATE "C",
  epoch integer,
  sequence bigint,
  undoes bigint,
  load_version bigint,
  PRIMARY KEY (application_id, district_id),
  CHECK (charge_id IS NULL OR meant_for IS NULL),
  CHECK (num_nonnulls(series, epoch, sequence) IN (0, 3)),
  CHECK ((sequence IS NULL) = (load_version IS NOT NULL))
);
-- District last: without statistics, an index that begins with it is taken for any search within a district.
CREATE INDEX applications_by_charge ON applications (charge_id, district_id) INCLUDE (cents) WHERE charge_id IS NOT NULL;
CREATE INDEX applications_unapplied ON applications (account_number, district_id) INCLUDE (cents) WHERE charge_id IS NULL;
CREATE INDEX applications_by_entry ON applications (sequence, series, epoch, district_id) WHERE sequence IS NOT NULL;
CREATE INDEX applications_undone ON applications (undoes, series, epoch, district_id) WHERE undoes IS NOT NULL;
CREATE TRIGGER applications_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON applications
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A charge as it stands: billed as of the last load, applied, and open, which is what is left.
CREATE VIEW charge_standings WITH (security_invoker = true) AS
SELECT c.district_id, c.charge_id, c.account_number, c.kind, c.period, c.due_day, c.fund, c.bars, c.version,
  c.billed_cents + coalesce(d.cents, 0) AS billed_cents,
  coalesce(a.cents, 0) AS applied_cents,
  c.billed_cents + coalesce(d.cents, 0) - coalesce(a.cents, 0) AS open_cents
FROM charges c
LEFT JOIN LATERAL (SELECT sum(cents)::bigint AS cents FROM charge_differences
  WHERE district_id = c.district_id AND charge_id = c.charge_id) d ON true
LEFT JOIN LATERAL (SELECT sum(cents)::bigint AS cents FROM applications
  WHERE district_id = c.district_id AND charge_id = c.charge_id) a ON true;
`,
};
