import type { Migration } from '../migration.ts';

export const daysWithoutTexts: Migration = {
  number: 17,
  name: '0017-days-without-texts',
  reason: 'Reports over a year add up postings: which entries are meant is told by an index, without reading a text.',
  sql: `
-- All that a report asks of an entry before its postings. District second: without statistics, an index that begins
-- with it is taken for any search within a district.
CREATE INDEX entries_of_days ON entries (business_day, district_id, kind, series, epoch, sequence)
  INCLUDE (actor, recorded_at);
DROP INDEX entries_by_day;

-- Money of nobody known: what of it is cleared is added up account by account.
CREATE INDEX postings_in_suspense ON postings (account, district_id) INCLUDE (side, cents)
  WHERE account LIKE 'suspense:%';
`,
};
