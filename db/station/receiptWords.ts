import { desc, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { assert } from '#domain/assert';
import { fold, wordsAfterApostrophes, wordsOf } from '#domain/fold';
import { numberWords, WORDS_SEARCHED_MAX } from './accountSearch.ts';
import type { StationDb, Tx } from './open.ts';
import { statement } from './statement.ts';

/** The full-text table; its rowid is the receipt's position. */
const receiptWords = sqliteTable('receipt_words', { rowid: integer('rowid').primaryKey(), words: text('words') });

const insertWords = statement((db) =>
  db
    .insert(receiptWords)
    .values({ rowid: sql.placeholder('rowid'), words: sql.placeholder('words') })
    .prepare(),
);
const byWords = statement((db) =>
  db
    .select({ position: receiptWords.rowid })
    .from(receiptWords)
    .where(sql`receipt_words match ${sql.placeholder('words')}`)
    .orderBy(desc(receiptWords.rowid))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/**
 * Puts a receipt into the search index: who paid and whose accounts they are, and the accounts' numbers in parts and in
 * one piece.
 */
export function indexReceipt(
  tx: Tx,
  position: number,
  names: readonly string[],
  accountNumbers: readonly string[],
): void {
  const words = new Set<string>();
  for (const name of names)
    for (const word of [...wordsOf(fold(name)), ...wordsAfterApostrophes(name)]) words.add(word);
  for (const number of accountNumbers) for (const word of numberWords(fold(number))) words.add(word);
  insertWords(tx).run({ rowid: position, words: [...words].join(' ') });
}

/** Positions of receipts in which every one of the folded words begins a word, latest first. */
export function receiptsWithWords(db: StationDb, words: readonly string[], limit: number): number[] {
  assert(words.length > 0, 'a search needs a word');
  const wanted = words.slice(0, WORDS_SEARCHED_MAX).map((word) => `"${word}"*`);
  return byWords(db)
    .all({ words: wanted.join(' AND '), limit })
    .map((row) => row.position);
}
