import type { Migration } from '../migrate.ts';

/** A station knows its ledger by its key, and says nothing twice, also after a crash. */
export const whatTheWireMustNotForget: Migration = {
  number: 24,
  name: '0024-what-the-wire-must-not-forget',
  sql: `
-- No row before the enrolment, and of a station that was enrolled before there were keys none until it brought its own.
CREATE TABLE contact (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  -- What this station signs with, its public half; the secret lies with the passwords.
  public_key TEXT NOT NULL CHECK (length(public_key) = 43),
  -- The only key that the ledger's replies are believed by.
  ledger_key TEXT NOT NULL CHECK (length(ledger_key) = 43),
  -- Counters up to this one may have been used.
  counter_reserved INTEGER NOT NULL CHECK (counter_reserved >= 0),
  -- The newest numbered token of the ledger.
  token TEXT NOT NULL
) STRICT;
`,
};
