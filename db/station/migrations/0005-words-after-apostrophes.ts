import type { Migration } from '../migrate.ts';

/**
 * Who types sullivan means O’Sullivan too. Accounts with an apostrophe were put into the search index anew; step 8 now
 * puts all of them there, so nothing is left to do.
 */
export const wordsAfterApostrophes: Migration = {
  number: 5,
  name: '0005-words-after-apostrophes',
  sql: '',
};
