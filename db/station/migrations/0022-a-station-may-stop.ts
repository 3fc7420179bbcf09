import type { Migration } from '../migrate.ts';

/** A station that can no longer vouch for its journal takes no money, also after the next start. */
export const aStationMayStop: Migration = {
  number: 22,
  name: '0022-a-station-may-stop',
  sql: `
-- Why it stopped, when, and the first entry that is in doubt, where one is known; all null while it runs.
ALTER TABLE sync ADD COLUMN stopped_why TEXT CHECK (stopped_why IN ('restored', 'replaced', 'forked'));
ALTER TABLE sync ADD COLUMN stopped_at INTEGER;
ALTER TABLE sync ADD COLUMN stopped_sequence INTEGER CHECK (stopped_sequence > 0);
`,
};
