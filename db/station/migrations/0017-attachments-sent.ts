import type { Migration } from '../migrate.ts';

/** Scanned receipts go up to the ledger: which of them it said it has. */
export const attachmentsSent: Migration = {
  number: 17,
  name: '0017-attachments-sent',
  sql: `
-- The ledger's word and no more: taken back when it says that it has a file no longer, as after a backup.
CREATE TABLE attachments_sent (
  sha256 TEXT PRIMARY KEY REFERENCES attachments (sha256),
  sent_at INTEGER NOT NULL
) STRICT;
`,
};
