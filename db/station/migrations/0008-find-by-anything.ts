import { drizzle } from 'drizzle-orm/better-sqlite3';
import { indexAccounts, searchableOf } from '../accountSearch.ts';
import type { Migration } from '../migrate.ts';
import type { accounts } from '../schema.ts';

const AT_ONCE = 1_000;

/** Permits, contracts, e-mail, where bills go and the office's notes are searched too; misspelt names are found. All of it can be made again. */
export const findByAnything: Migration = {
  number: 8,
  name: '0008-find-by-anything',
  sql: `
-- An e-mail address in one piece, without its punctuation.
ALTER TABLE account_search ADD COLUMN email TEXT NOT NULL DEFAULT '';
CREATE INDEX account_search_by_email ON account_search (email);

DROP TABLE account_words;
-- Every word of every field, found by its beginning; one to four letters have lists of their own. A phone, a parcel or a
-- permit that is typed in one piece is found here from its second part on.
CREATE VIRTUAL TABLE account_words USING fts5 (
  name, address, number, phone, parcel, permit, contract, email, mailing, notes,
  content = '', contentless_delete = 1, detail = column, tokenize = 'ascii', prefix = '1 2 3 4'
);

-- The words of names and addresses by the ways in which they are misspelt: by each with one letter left out, and by how
-- they sound. What a district has of different words is little beside its accounts.
CREATE TABLE spellings (
  key TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (key, word)
) STRICT, WITHOUT ROWID;
`,
  after(sqlite) {
    const db = drizzle(sqlite);
    const some = sqlite.prepare<[number], typeof accounts.$inferSelect>(`
      SELECT account_id AS accountId, account_number AS accountNumber, customer, service_address AS serviceAddress,
        mailing_address AS mailingAddress, phone, parcel, email, contract, permits, notes
      FROM accounts WHERE account_id > ? ORDER BY account_id LIMIT ${AT_ONCE}`);
    for (let rows = some.all(0); rows.length > 0; rows = some.all(rows.at(-1)?.accountId ?? 0))
      indexAccounts(
        db,
        rows.map((row) => ({ accountId: row.accountId, account: searchableOf(row), isNew: true })),
      );
  },
};
