import { drizzle } from 'drizzle-orm/better-sqlite3';
import { customerOf } from '../customers.ts';
import type { Migration } from '../migrate.ts';
import { indexReceipt } from '../receiptWords.ts';

const AT_ONCE = 10_000;

/**
 * A receipt is found by any word of its payer's or customers' names and by a part of an account number. The index of
 * payers' beginnings goes, and so do the folded names that it was made of. All of it can be made again.
 */
export const receiptsByAnyWord: Migration = {
  number: 6,
  name: '0006-receipts-by-any-word',
  sql: `
-- Found by the beginning of each word, the latest first. A redacted name can be taken out of it.
CREATE VIRTUAL TABLE receipt_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3 4'
);
DROP INDEX receipts_by_payer;
ALTER TABLE receipts DROP COLUMN payer_folded;
`,
  after(sqlite) {
    const db = drizzle(sqlite);
    const some = sqlite.prepare<[number], { position: number; payer: string; accounts: string | null }>(`
      SELECT position, payer, (SELECT group_concat(account_number, ' ') FROM (SELECT DISTINCT l.value ->> '$.accountNumber' AS account_number
        FROM entries e, json_each(e.text, '$.payload.lines') l WHERE e.position = r.position)) AS accounts
      FROM receipts r WHERE position > ? ORDER BY position LIMIT ${AT_ONCE}`);
    for (let after = 0, rows = some.all(after); rows.length > 0; rows = some.all(after)) {
      for (const { position, payer, accounts } of rows) {
        const numbers = accounts === null ? [] : accounts.split(' ');
        indexReceipt(db, position, [payer, ...numbers.map((number) => customerOf(db, number) ?? '')], numbers);
        after = position;
      }
    }
  },
};
