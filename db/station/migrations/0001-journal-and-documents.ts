import type { Migration } from '../migrate.ts';

/** The journal, and the documents that point at its entries. What is money is only ever added to. */
export const journalAndDocuments: Migration = {
  number: 1,
  name: '0001-journal-and-documents',
  sql: `
-- What this install is. No row until a ledger has enrolled it.
CREATE TABLE station (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  district TEXT NOT NULL,
  series TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch > 0),
  training INTEGER NOT NULL CHECK (training IN (0, 1)),
  ledger_url TEXT NOT NULL,
  station_token TEXT NOT NULL,
  enrolled_at INTEGER NOT NULL
) STRICT;

-- An entry is its text, letter by letter as it was hashed. The other columns repeat what is needed to find it.
CREATE TABLE entries (
  position INTEGER PRIMARY KEY,
  epoch INTEGER NOT NULL CHECK (epoch > 0),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  kind TEXT NOT NULL,
  business_day TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  text TEXT NOT NULL CHECK (json_valid(text)),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  personal TEXT CHECK (personal IS NULL OR json_valid(personal)),
  UNIQUE (epoch, sequence)
) STRICT;

CREATE TABLE postings (
  posting INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES entries (position),
  account TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('debit', 'credit')),
  cents INTEGER NOT NULL CHECK (cents > 0)
) STRICT;
CREATE INDEX postings_by_account ON postings (account);

-- Each command once: the same id answers what was answered, or is refused when it says something else.
CREATE TABLE commands (
  command_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  input_digest TEXT NOT NULL,
  reply TEXT NOT NULL CHECK (json_valid(reply))
) STRICT, WITHOUT ROWID;

CREATE TABLE drawers (
  drawer TEXT PRIMARY KEY,
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  batch TEXT NOT NULL UNIQUE,
  cashier TEXT NOT NULL,
  business_day TEXT NOT NULL,
  float_cents INTEGER NOT NULL CHECK (float_cents >= 0),
  opened_at INTEGER NOT NULL,
  position INTEGER NOT NULL UNIQUE REFERENCES entries (position),
  UNIQUE (epoch, number)
) STRICT;

-- What a drawer went through after it opened; its state is the last step.
CREATE TABLE drawer_steps (
  position INTEGER PRIMARY KEY REFERENCES entries (position),
  drawer TEXT NOT NULL REFERENCES drawers (drawer),
  step TEXT NOT NULL CHECK (step IN ('counting', 'left', 'counted', 'closed'))
) STRICT;
CREATE INDEX drawer_steps_by_drawer ON drawer_steps (drawer);
CREATE INDEX drawer_steps_by_step ON drawer_steps (step);
CREATE UNIQUE INDEX drawers_close_once ON drawer_steps (drawer) WHERE step = 'closed';

CREATE TABLE receipts (
  position INTEGER PRIMARY KEY REFERENCES entries (position),
  label TEXT NOT NULL UNIQUE,
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  drawer TEXT NOT NULL REFERENCES drawers (drawer),
  payer TEXT NOT NULL,
  payer_folded TEXT NOT NULL,
  total_cents INTEGER NOT NULL CHECK (total_cents > 0),
  UNIQUE (epoch, number)
) STRICT;
CREATE INDEX receipts_by_drawer ON receipts (drawer);
CREATE INDEX receipts_by_payer ON receipts (payer_folded);
CREATE INDEX receipts_by_total ON receipts (total_cents);

CREATE TABLE tenders (
  position INTEGER NOT NULL REFERENCES receipts (position),
  place INTEGER NOT NULL CHECK (place >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'check', 'card')),
  cents INTEGER NOT NULL CHECK (cents >= 0),
  -- A check's number or a card's last four, for finding a receipt again.
  reference TEXT,
  PRIMARY KEY (position, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX tenders_by_reference ON tenders (reference) WHERE reference IS NOT NULL;

-- What receipts and voids did to accounts: above zero paid, below zero taken back. No charge: unapplied credit.
CREATE TABLE applications (
  application INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES entries (position),
  account_number TEXT NOT NULL,
  charge_id INTEGER,
  cents INTEGER NOT NULL CHECK (cents <> 0)
) STRICT;
CREATE INDEX applications_by_account ON applications (account_number, position);

CREATE TABLE voids (
  receipt_position INTEGER PRIMARY KEY REFERENCES receipts (position),
  position INTEGER NOT NULL UNIQUE REFERENCES entries (position)
) STRICT;

-- A second person's yes to one mark. Used at most once.
CREATE TABLE approvals (
  approval TEXT PRIMARY KEY,
  mark TEXT NOT NULL,
  approver TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  approved_at INTEGER NOT NULL
) STRICT;
CREATE TABLE approval_uses (
  approval TEXT PRIMARY KEY REFERENCES approvals (approval),
  position INTEGER NOT NULL REFERENCES entries (position)
) STRICT;

-- Every PIN that was tried, so that a lock survives a restart.
CREATE TABLE pin_attempts (
  attempt INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  tried_at INTEGER NOT NULL,
  passed INTEGER NOT NULL CHECK (passed IN (0, 1))
) STRICT;
CREATE INDEX pin_attempts_by_person ON pin_attempts (person);

-- What waits for paper. Its state is the machine's, not the money's, and may change.
CREATE TABLE print_jobs (
  job INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES entries (position),
  document TEXT NOT NULL CHECK (document IN ('receipt', 'void', 'z')),
  label TEXT NOT NULL,
  copy INTEGER NOT NULL CHECK (copy > 0),
  kick INTEGER NOT NULL CHECK (kick IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'printing', 'printed', 'failed', 'in_doubt')),
  attempts INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX print_jobs_unfinished ON print_jobs (state) WHERE state <> 'printed';
CREATE INDEX print_jobs_by_label ON print_jobs (label);

-- Settings of this station alone, such as its printer.
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;

-- What is money, and who said so, is only ever added to.
CREATE TRIGGER entries_refuse_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries is only ever added to'); END;
CREATE TRIGGER entries_refuse_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries is only ever added to'); END;
CREATE TRIGGER postings_refuse_update BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'postings is only ever added to'); END;
CREATE TRIGGER postings_refuse_delete BEFORE DELETE ON postings BEGIN SELECT RAISE(ABORT, 'postings is only ever added to'); END;
CREATE TRIGGER commands_refuse_update BEFORE UPDATE ON commands BEGIN SELECT RAISE(ABORT, 'commands is only ever added to'); END;
CREATE TRIGGER commands_refuse_delete BEFORE DELETE ON commands BEGIN SELECT RAISE(ABORT, 'commands is only ever added to'); END;
CREATE TRIGGER drawers_refuse_update BEFORE UPDATE ON drawers BEGIN SELECT RAISE(ABORT, 'drawers is only ever added to'); END;
CREATE TRIGGER drawers_refuse_delete BEFORE DELETE ON drawers BEGIN SELECT RAISE(ABORT, 'drawers is only ever added to'); END;
CREATE TRIGGER drawer_steps_refuse_update BEFORE UPDATE ON drawer_steps BEGIN SELECT RAISE(ABORT, 'drawer_steps is only ever added to'); END;
CREATE TRIGGER drawer_steps_refuse_delete BEFORE DELETE ON drawer_steps BEGIN SELECT RAISE(ABORT, 'drawer_steps is only ever added to'); END;
CREATE TRIGGER receipts_refuse_update BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'receipts is only ever added to'); END;
CREATE TRIGGER receipts_refuse_delete BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'receipts is only ever added to'); END;
CREATE TRIGGER tenders_refuse_update BEFORE UPDATE ON tenders BEGIN SELECT RAISE(ABORT, 'tenders is only ever added to'); END;
CREATE TRIGGER tenders_refuse_delete BEFORE DELETE ON tenders BEGIN SELECT RAISE(ABORT, 'tenders is only ever added to'); END;
CREATE TRIGGER applications_refuse_update BEFORE UPDATE ON applications BEGIN SELECT RAISE(ABORT, 'applications is only ever added to'); END;
CREATE TRIGGER applications_refuse_delete BEFORE DELETE ON applications BEGIN SELECT RAISE(ABORT, 'applications is only ever added to'); END;
CREATE TRIGGER voids_refuse_update BEFORE UPDATE ON voids BEGIN SELECT RAISE(ABORT, 'voids is only ever added to'); END;
CREATE TRIGGER voids_refuse_delete BEFORE DELETE ON voids BEGIN SELECT RAISE(ABORT, 'voids is only ever added to'); END;
CREATE TRIGGER approvals_refuse_update BEFORE UPDATE ON approvals BEGIN SELECT RAISE(ABORT, 'approvals is only ever added to'); END;
CREATE TRIGGER approvals_refuse_delete BEFORE DELETE ON approvals BEGIN SELECT RAISE(ABORT, 'approvals is only ever added to'); END;
CREATE TRIGGER approval_uses_refuse_update BEFORE UPDATE ON approval_uses BEGIN SELECT RAISE(ABORT, 'approval_uses is only ever added to'); END;
CREATE TRIGGER approval_uses_refuse_delete BEFORE DELETE ON approval_uses BEGIN SELECT RAISE(ABORT, 'approval_uses is only ever added to'); END;
CREATE TRIGGER pin_attempts_refuse_update BEFORE UPDATE ON pin_attempts BEGIN SELECT RAISE(ABORT, 'pin_attempts is only ever added to'); END;
CREATE TRIGGER pin_attempts_refuse_delete BEFORE DELETE ON pin_attempts BEGIN SELECT RAISE(ABORT, 'pin_attempts is only ever added to'); END;
`,
};
