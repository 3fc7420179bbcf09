import type { Migration } from '../migrate.ts';

/** A series that is enrolled anew counts its Z reports on, and what it ever issued, from where the epoch before ended. */
export const zReportsGoOn: Migration = {
  number: 21,
  name: '0021-z-reports-go-on',
  sql: `
ALTER TABLE station ADD COLUMN last_z INTEGER NOT NULL DEFAULT 0 CHECK (last_z >= 0);
ALTER TABLE station ADD COLUMN issued_before_cents INTEGER NOT NULL DEFAULT 0 CHECK (issued_before_cents >= 0);
`,
};
