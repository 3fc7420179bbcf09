import { drizzle } from 'drizzle-orm/better-sqlite3';
import { indexAccounts, type Searchable } from '../accountSearch.ts';
import type { Migration } from '../migrate.ts';

/**
 * Who types sullivan means O’Sullivan too: accounts with an apostrophe are put into the search index anew. Where the
 * index has changed again since, this step writes it as it is by then.
 */
export const wordsAfterApostrophes: Migration = {
  number: 5,
  name: '0005-words-after-apostrophes',
  sql: '',
  after(sqlite) {
    const db = drizzle(sqlite);
    const found = sqlite.prepare(`
      SELECT account_id AS accountId, account_number AS accountNumber, customer, service_address AS serviceAddress, phone, parcel
      FROM accounts WHERE customer || ' ' || service_address GLOB '*[''’‘ʻʼ\`´′]*'`);
    const again = found.all() as ({ accountId: number } & Searchable)[];
    indexAccounts(
      db,
      again.map(({ accountId, ...account }) => ({ accountId, account, isNew: false })),
    );
  },
};
