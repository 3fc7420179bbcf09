import type { Migration } from '../migrate.ts';

/** Nobody opens a second drawer while one is open at another station, as far as this one has heard. */
export const drawersElsewhere: Migration = {
  number: 19,
  name: '0019-drawers-elsewhere',
  sql: `
-- Drawers that are open at other stations, as the ledger told it last: one for each person and station.
CREATE TABLE drawers_elsewhere (
  station TEXT NOT NULL,
  person TEXT NOT NULL,
  drawer TEXT NOT NULL,
  PRIMARY KEY (station, person)
) STRICT, WITHOUT ROWID;
`,
};
