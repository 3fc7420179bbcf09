import type { Migration } from '../migrate.ts';

/** The station's copy of what the ledger knows, and how far the two have talked. All of it can be fetched again. */
export const whatComesDown: Migration = {
  number: 2,
  name: '0002-what-comes-down',
  sql: `
CREATE TABLE policies (
  version INTEGER PRIMARY KEY,
  policy TEXT NOT NULL CHECK (json_valid(policy))
) STRICT;

CREATE TABLE people (
  person TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  pin_salt TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  pin_cost INTEGER NOT NULL
) STRICT;

CREATE TABLE accounts (
  account_id INTEGER PRIMARY KEY,
  account_number TEXT NOT NULL UNIQUE,
  customer TEXT NOT NULL,
  service_address TEXT NOT NULL,
  mailing_address TEXT NOT NULL,
  parcel TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'closed')),
  language TEXT NOT NULL,
  flags TEXT NOT NULL CHECK (json_valid(flags)),
  unapplied_cents INTEGER NOT NULL CHECK (unapplied_cents >= 0),
  -- The last entry of this station's own journal that is in these figures already.
  applied_epoch INTEGER NOT NULL,
  applied_sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE charges (
  charge_id INTEGER PRIMARY KEY,
  account_number TEXT NOT NULL REFERENCES accounts (account_number),
  kind TEXT NOT NULL,
  period TEXT NOT NULL,
  due_day TEXT NOT NULL,
  open_cents INTEGER NOT NULL CHECK (open_cents > 0),
  fund TEXT NOT NULL,
  bars TEXT NOT NULL
) STRICT;
CREATE INDEX charges_by_account ON charges (account_number);

-- How far up and how far down. One row from the enrolment on.
CREATE TABLE sync (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  acknowledged_epoch INTEGER NOT NULL,
  acknowledged_sequence INTEGER NOT NULL,
  acknowledged_hash TEXT NOT NULL,
  feed_cursor TEXT NOT NULL,
  -- When the feed was last read to its end (ms); 0 before that.
  accounts_as_of INTEGER NOT NULL,
  -- When the ledger last answered (ms).
  last_contact_at INTEGER NOT NULL,
  -- The entry at which the ledger stopped; null while it goes on.
  refused_at_sequence INTEGER
) STRICT;
`,
};
