import type { Migration } from '../migrate.ts';

/** Cash that moves at one drawer and is no receipt, and who looked into it; each has a slip of its own. */
export const cashThatIsNoReceipt: Migration = {
  number: 12,
  name: '0012-cash-that-is-no-receipt',
  sql: `
-- Drops are numbered by drawer, all others by epoch; each kind without gaps.
CREATE TABLE custody (
  position INTEGER PRIMARY KEY REFERENCES entries (position),
  kind TEXT NOT NULL CHECK (kind IN ('drop', 'no-sale', 'paid-in', 'paid-out', 'swap', 'check', 'x')),
  label TEXT NOT NULL UNIQUE,
  drawer TEXT NOT NULL REFERENCES drawers (drawer),
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0)
) STRICT;
CREATE INDEX custody_by_drawer ON custody (drawer, kind);
CREATE INDEX custody_by_number ON custody (epoch, kind, number);
CREATE TRIGGER custody_refuse_update BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'custody is only ever added to'); END;
CREATE TRIGGER custody_refuse_delete BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'custody is only ever added to'); END;

CREATE TABLE print_jobs_now (
  job INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES entries (position),
  document TEXT NOT NULL
    CHECK (document IN ('receipt', 'void', 'correction', 'reversal', 'refund', 'permit', 'notice', 'tray', 'z',
      'drop', 'no-sale', 'paid-in', 'paid-out', 'swap', 'check', 'x')),
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
`,
};
