import type Database from 'better-sqlite3';

/**
 * Takes over what entries from before it was told do not tell: which yes they spent, and who the accounts of a receipt were
 * in. Without the old database both are lost: a yes has lapsed long since, and the receipt is found by its payer alone.
 */
export function untoldTakenOver(sqlite: Database.Database): void {
  sqlite.exec(`
    INSERT INTO main.approval_uses SELECT u.* FROM old.approval_uses u JOIN old.entries e ON e.position = u.position
      WHERE e.text ->> '$.approval' IS NULL AND e.text ->> '$.approver' IS NOT NULL;

    CREATE VIRTUAL TABLE temp.words_now USING fts5vocab('main', 'receipt_words', 'instance');
    CREATE VIRTUAL TABLE temp.words_old USING fts5vocab('old', 'receipt_words', 'instance');
    CREATE TEMP TABLE untold_words (position INTEGER PRIMARY KEY, words TEXT NOT NULL);
    INSERT INTO temp.untold_words SELECT doc, group_concat(term, ' ') FROM words_old WHERE doc IN (
      SELECT e.position FROM old.entries e WHERE e.kind = 'receipt_issued' AND e.personal ->> '$.customers' IS NULL
        AND EXISTS (SELECT 1 FROM json_each(e.text, '$.payload.lines') l WHERE l.value ->> '$.accountNumber' IS NOT NULL)
    ) GROUP BY doc;
    DELETE FROM main.receipt_words WHERE rowid IN (SELECT position FROM untold_words);
    INSERT INTO main.receipt_words (rowid, words) SELECT position, words FROM untold_words;
  `);
}
