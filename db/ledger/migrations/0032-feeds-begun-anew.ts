import type { Migration } from '../migration.ts';

export const feedsBegunAnew: Migration = {
  number: 32,
  name: '0032-feeds-begun-anew',
  reason:
    'A station that heard more than a restored ledger knows is told everything anew, however much has come since.',
  sql: `
-- Drawn by chance when a station brings a token that this database has not given out yet: it was restored from a backup. A
-- cursor that does not bear it is of the time before, and its versions have come to mean something else.
ALTER TABLE station_contacts ADD COLUMN feed_mark text NOT NULL DEFAULT '' CHECK (feed_mark ~ '^([a-z0-9]{12})?$');
GRANT UPDATE (feed_mark) ON station_contacts TO counterfoil_service;
`,
};
