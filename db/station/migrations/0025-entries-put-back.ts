import type { Migration } from '../migrate.ts';

/** The frame tells a supervisor of entries that were put back, at every look. */
export const entriesPutBack: Migration = {
  number: 25,
  name: '0025-entries-put-back',
  sql: `
CREATE INDEX entries_put_back ON entries (position) WHERE kind = 'journal_recovered';
`,
};
