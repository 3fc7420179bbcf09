import type { Migration } from '../migrate.ts';

/** A drop that is printed again for whoever may count it is printed without amounts. */
export const blindPrints: Migration = {
  number: 18,
  name: '0018-blind-prints',
  sql: `
-- Whoever asked for the print may have to count what it tells: only the half without amounts comes out.
ALTER TABLE print_jobs ADD COLUMN blind INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1));
`,
};
