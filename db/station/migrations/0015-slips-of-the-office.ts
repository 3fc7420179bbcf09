import type { Migration } from '../migrate.ts';

/** Slips of the office's journal come out of this station's printer too, and that journal is not here. */
export const slipsOfTheOffice: Migration = {
  number: 15,
  name: '0015-slips-of-the-office',
  sql: `
CREATE TABLE print_jobs_now (
  job INTEGER PRIMARY KEY,
  position INTEGER REFERENCES entries (position),
  document TEXT NOT NULL
    CHECK (document IN ('receipt', 'void', 'correction', 'reversal', 'refund', 'permit', 'notice', 'tray', 'z',
      'drop', 'no-sale', 'paid-in', 'paid-out', 'swap', 'check', 'x', 'office')),
  label TEXT NOT NULL,
  copy INTEGER NOT NULL CHECK (copy > 0),
  kick INTEGER NOT NULL CHECK (kick IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'printing', 'printed', 'failed', 'in_doubt')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  changed_at INTEGER NOT NULL,
  CHECK ((position IS NULL) = (document = 'office'))
) STRICT;
INSERT INTO print_jobs_now SELECT job, position, document, label, copy, kick, state, attempts, changed_at FROM print_jobs;
DROP TABLE print_jobs;
ALTER TABLE print_jobs_now RENAME TO print_jobs;
CREATE INDEX print_jobs_unfinished ON print_jobs (state) WHERE state <> 'printed';
CREATE INDEX print_jobs_by_label ON print_jobs (label);

-- A slip of the office as it was told when it was asked for: a job of this kind is made again from nothing else.
CREATE TABLE office_slips (
  job INTEGER PRIMARY KEY REFERENCES print_jobs (job),
  slip TEXT NOT NULL CHECK (json_valid(slip))
) STRICT;
`,
};
