import type { Migration } from '../migrate.ts';

/** Scanned receipts beside the entries that they prove: an entry vouches for the bytes by their hash. */
export const attachments: Migration = {
  number: 13,
  name: '0013-attachments',
  sql: `
CREATE TABLE attachments (
  sha256 TEXT PRIMARY KEY,
  type TEXT NOT NULL CHECK (type IN ('application/pdf', 'image/jpeg', 'image/png')),
  size INTEGER NOT NULL CHECK (size = length(bytes)),
  bytes BLOB NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT;
CREATE TABLE attachment_uses (
  position INTEGER PRIMARY KEY REFERENCES entries (position),
  sha256 TEXT NOT NULL REFERENCES attachments (sha256)
) STRICT;
CREATE INDEX attachment_uses_by_hash ON attachment_uses (sha256);
CREATE TRIGGER attachments_refuse_update BEFORE UPDATE ON attachments BEGIN SELECT RAISE(ABORT, 'attachments is only ever added to'); END;
CREATE TRIGGER attachments_refuse_delete BEFORE DELETE ON attachments WHEN EXISTS (SELECT 1 FROM attachment_uses WHERE sha256 = OLD.sha256)
  BEGIN SELECT RAISE(ABORT, 'attachments is only ever added to'); END;
CREATE TRIGGER attachment_uses_refuse_update BEFORE UPDATE ON attachment_uses BEGIN SELECT RAISE(ABORT, 'attachment_uses is only ever added to'); END;
CREATE TRIGGER attachment_uses_refuse_delete BEFORE DELETE ON attachment_uses BEGIN SELECT RAISE(ABORT, 'attachment_uses is only ever added to'); END;
`,
};
