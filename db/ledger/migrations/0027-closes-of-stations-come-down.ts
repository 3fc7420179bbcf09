import type { Migration } from '../migration.ts';

export const closesOfStationsComeDown: Migration = {
  number: 27,
  name: '0027-closes-of-stations-come-down',
  reason: 'A station that closed its day by itself is told, so that no drawer opens there for a closed day.',
  sql: `
-- Under which version its station is told; none of those that were made before anybody was.
ALTER TABLE station_closes ADD COLUMN version bigint;
CREATE INDEX station_closes_in_the_feed ON station_closes (district_id, station, version);
`,
};
