import type { Migration } from '../migrate.ts';

/** Floats that the office issued for this station come down before their drawer opens. */
export const floatsIssued: Migration = {
  number: 14,
  name: '0014-floats-issued',
  sql: `
-- What the ledger told: who is to take it and who issued it. Its amount never comes down.
CREATE TABLE floats_issued (
  handoff TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  issued_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A drawer that opened with one names it, and no other drawer does.
ALTER TABLE drawers ADD COLUMN handoff TEXT;
CREATE UNIQUE INDEX drawers_by_handoff ON drawers (handoff) WHERE handoff IS NOT NULL;
`,
};
