import type { Migration } from '../migrate.ts';

/**
 * What an entry makes is made by it alone: that it spent a yes, or names a file, stands also where the yes or the file was
 * lost. Both tables keep every row.
 */
export const whatTheJournalMakes: Migration = {
  number: 23,
  name: '0023-what-the-journal-makes',
  sql: `
CREATE TABLE approval_uses_now (
  approval TEXT PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES entries (position)
) STRICT;
INSERT INTO approval_uses_now SELECT approval, position FROM approval_uses;
DROP TABLE approval_uses;
ALTER TABLE approval_uses_now RENAME TO approval_uses;
CREATE TRIGGER approval_uses_refuse_update BEFORE UPDATE ON approval_uses BEGIN SELECT RAISE(ABORT, 'approval_uses is only ever added to'); END;
CREATE TRIGGER approval_uses_refuse_delete BEFORE DELETE ON approval_uses BEGIN SELECT RAISE(ABORT, 'approval_uses is only ever added to'); END;

CREATE TABLE attachment_uses_now (
  position INTEGER PRIMARY KEY REFERENCES entries (position),
  sha256 TEXT NOT NULL
) STRICT;
INSERT INTO attachment_uses_now SELECT position, sha256 FROM attachment_uses;
DROP TRIGGER attachments_refuse_delete;
DROP TABLE attachment_uses;
ALTER TABLE attachment_uses_now RENAME TO attachment_uses;
CREATE INDEX attachment_uses_by_hash ON attachment_uses (sha256);
CREATE TRIGGER attachments_refuse_delete BEFORE DELETE ON attachments WHEN EXISTS (SELECT 1 FROM attachment_uses WHERE sha256 = OLD.sha256)
  BEGIN SELECT RAISE(ABORT, 'attachments is only ever added to'); END;
CREATE TRIGGER attachment_uses_refuse_update BEFORE UPDATE ON attachment_uses BEGIN SELECT RAISE(ABORT, 'attachment_uses is only ever added to'); END;
CREATE TRIGGER attachment_uses_refuse_delete BEFORE DELETE ON attachment_uses BEGIN SELECT RAISE(ABORT, 'attachment_uses is only ever added to'); END;
`,
};
