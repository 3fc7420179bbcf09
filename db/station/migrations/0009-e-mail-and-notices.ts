import type { Migration } from '../migrate.ts';

/** Messages that are to go out: slips by e-mail, and notices of what was undone. A notice can be printed on paper, too. */
export const eMailAndNotices: Migration = {
  number: 9,
  name: '0009-e-mail-and-notices',
  sql: `
CREATE TABLE messages (
  message INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES entries (position),
  kind TEXT NOT NULL CHECK (kind IN ('slip', 'notice')),
  -- The receipt it tells of.
  label TEXT NOT NULL,
  -- Whose notice it is; empty for a slip.
  account_number TEXT NOT NULL,
  -- Empty for a letter.
  address TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'kept', 'letter', 'posted', 'printed', 'dropped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  -- The answer to one attempt was lost: it may have arrived.
  doubtful INTEGER NOT NULL CHECK (doubtful IN (0, 1)),
  trouble TEXT,
  -- Not tried before this instant (ms).
  next_at INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- The person who changed it last; empty for the program itself.
  changed_by TEXT NOT NULL DEFAULT '',
  UNIQUE (position, kind, account_number)
) STRICT;
CREATE INDEX messages_unfinished ON messages (state, next_at) WHERE state IN ('queued', 'sending', 'failed', 'letter');
CREATE INDEX messages_by_label ON messages (label);

CREATE TABLE print_jobs_now (
  job INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES entries (position),
  document TEXT NOT NULL
    CHECK (document IN ('receipt', 'void', 'correction', 'reversal', 'refund', 'permit', 'notice', 'tray', 'z')),
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
