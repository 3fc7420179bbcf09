import type { Migration } from '../migrate.ts';

/** More kinds of tender, of undoing and of drawer step; payments set aside; an account's contract, permits and notes. */
export const counterInFull: Migration = {
  number: 7,
  name: '0007-counter-in-full',
  sql: `
-- A drawer can be parked while its cashier is away.
CREATE TABLE drawer_steps_now (
  position INTEGER PRIMARY KEY REFERENCES entries (position),
  drawer TEXT NOT NULL REFERENCES drawers (drawer),
  step TEXT NOT NULL CHECK (step IN ('parked', 'unparked', 'counting', 'left', 'counted', 'closed'))
) STRICT;
INSERT INTO drawer_steps_now SELECT position, drawer, step FROM drawer_steps;
DROP TABLE drawer_steps;
ALTER TABLE drawer_steps_now RENAME TO drawer_steps;
CREATE INDEX drawer_steps_by_drawer ON drawer_steps (drawer);
CREATE INDEX drawer_steps_by_step ON drawer_steps (step);
CREATE UNIQUE INDEX drawers_close_once ON drawer_steps (drawer) WHERE step = 'closed';

-- Money orders and credit; paper: the keyed hash by which the same check is known again.
CREATE TABLE tenders_now (
  position INTEGER NOT NULL REFERENCES receipts (position),
  place INTEGER NOT NULL CHECK (place >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'check', 'money-order', 'card', 'credit')),
  cents INTEGER NOT NULL CHECK (cents >= 0),
  -- A check's or money order's number or a card's last four, for finding a receipt again.
  reference TEXT,
  paper TEXT,
  PRIMARY KEY (position, place)
) STRICT, WITHOUT ROWID;
INSERT INTO tenders_now SELECT position, place, kind, cents, reference, NULL FROM tenders;
DROP TABLE tenders;
ALTER TABLE tenders_now RENAME TO tenders;
CREATE INDEX tenders_by_reference ON tenders (reference) WHERE reference IS NOT NULL;
CREATE INDEX tenders_by_paper ON tenders (paper) WHERE paper IS NOT NULL;

-- Corrections, reversals and refunds of receipts, each numbered without gaps.
CREATE TABLE undos (
  position INTEGER PRIMARY KEY REFERENCES entries (position),
  receipt_position INTEGER NOT NULL REFERENCES receipts (position),
  kind TEXT NOT NULL CHECK (kind IN ('correction', 'reversal', 'refund')),
  label TEXT NOT NULL UNIQUE,
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  UNIQUE (epoch, kind, number)
) STRICT;
CREATE INDEX undos_by_receipt ON undos (receipt_position);

-- A tender put right: what takes the place of the receipt's own. The last one counts.
CREATE TABLE corrected_tenders (
  position INTEGER PRIMARY KEY REFERENCES undos (position),
  receipt_position INTEGER NOT NULL REFERENCES receipts (position),
  place INTEGER NOT NULL CHECK (place >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'check', 'money-order', 'card')),
  cents INTEGER NOT NULL CHECK (cents > 0),
  reference TEXT
) STRICT;
CREATE INDEX corrected_tenders_by_receipt ON corrected_tenders (receipt_position, place);

-- Payments set aside, and what became of them.
CREATE TABLE suspensions (
  position INTEGER PRIMARY KEY REFERENCES entries (position),
  label TEXT NOT NULL UNIQUE,
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  UNIQUE (epoch, number)
) STRICT;
CREATE TABLE suspension_steps (
  position INTEGER NOT NULL REFERENCES entries (position),
  label TEXT NOT NULL REFERENCES suspensions (label),
  step TEXT NOT NULL CHECK (step IN ('resumed', 'dropped', 'taken', 'suspended_again')),
  PRIMARY KEY (label, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX suspensions_end_once ON suspension_steps (label) WHERE step <> 'resumed';

-- How much currency one payer brought, whichever way the name is capitalised.
CREATE INDEX receipts_by_payer ON receipts (payer COLLATE NOCASE);

CREATE INDEX entries_of_refused_tenders ON entries (position) WHERE kind = 'tender_refused';

-- Slips of more documents.
CREATE TABLE print_jobs_now (
  job INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES entries (position),
  document TEXT NOT NULL
    CHECK (document IN ('receipt', 'void', 'correction', 'reversal', 'refund', 'permit', 'tray', 'z')),
  label TEXT NOT NULL,
  copy INTEGER NOT NULL CHECK (copy > 0),
  kick INTEGER NOT NULL CHECK (kick IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'printing', 'printed', 'failed', 'in_doubt')),
  attempts INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL
) STRICT;
INSERT INTO print_jobs_now SELECT job, position, document, label, copy, kick, state, attempts, changed_at FROM print_jobs;
DROP TABLE print_jobs;
ALTER TABLE print_jobs_now RENAME TO print_jobs;
CREATE INDEX print_jobs_unfinished ON print_jobs (state) WHERE state <> 'printed';
CREATE INDEX print_jobs_by_label ON print_jobs (label);

-- What more the office lets the counter know. Credit may be below zero: spent at two stations before they knew.
ALTER TABLE accounts ADD COLUMN credit_cents INTEGER NOT NULL DEFAULT 0;
UPDATE accounts SET credit_cents = unapplied_cents;
ALTER TABLE accounts DROP COLUMN unapplied_cents;
ALTER TABLE accounts RENAME COLUMN credit_cents TO unapplied_cents;
ALTER TABLE accounts ADD COLUMN contract TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN permits TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(permits));
ALTER TABLE accounts ADD COLUMN notes TEXT NOT NULL DEFAULT '';

CREATE TRIGGER drawer_steps_refuse_update BEFORE UPDATE ON drawer_steps BEGIN SELECT RAISE(ABORT, 'drawer_steps is only ever added to'); END;
CREATE TRIGGER drawer_steps_refuse_delete BEFORE DELETE ON drawer_steps BEGIN SELECT RAISE(ABORT, 'drawer_steps is only ever added to'); END;
CREATE TRIGGER tenders_refuse_update BEFORE UPDATE ON tenders BEGIN SELECT RAISE(ABORT, 'tenders is only ever added to'); END;
CREATE TRIGGER tenders_refuse_delete BEFORE DELETE ON tenders BEGIN SELECT RAISE(ABORT, 'tenders is only ever added to'); END;
CREATE TRIGGER undos_refuse_update BEFORE UPDATE ON undos BEGIN SELECT RAISE(ABORT, 'undos is only ever added to'); END;
CREATE TRIGGER undos_refuse_delete BEFORE DELETE ON undos BEGIN SELECT RAISE(ABORT, 'undos is only ever added to'); END;
CREATE TRIGGER corrected_tenders_refuse_update BEFORE UPDATE ON corrected_tenders BEGIN SELECT RAISE(ABORT, 'corrected_tenders is only ever added to'); END;
CREATE TRIGGER corrected_tenders_refuse_delete BEFORE DELETE ON corrected_tenders BEGIN SELECT RAISE(ABORT, 'corrected_tenders is only ever added to'); END;
CREATE TRIGGER suspensions_refuse_update BEFORE UPDATE ON suspensions BEGIN SELECT RAISE(ABORT, 'suspensions is only ever added to'); END;
CREATE TRIGGER suspensions_refuse_delete BEFORE DELETE ON suspensions BEGIN SELECT RAISE(ABORT, 'suspensions is only ever added to'); END;
CREATE TRIGGER suspension_steps_refuse_update BEFORE UPDATE ON suspension_steps BEGIN SELECT RAISE(ABORT, 'suspension_steps is only ever added to'); END;
CREATE TRIGGER suspension_steps_refuse_delete BEFORE DELETE ON suspension_steps BEGIN SELECT RAISE(ABORT, 'suspension_steps is only ever added to'); END;
`,
};
