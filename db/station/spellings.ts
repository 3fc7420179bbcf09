import { sql } from 'drizzle-orm';
import { isSpelled, slipsAllowed, slipsBetween, soundOf, spellingKeys } from '#domain/likeness';
import type { StationDb, Tx } from './open.ts';
import { spellings } from './schema.ts';
import { statement } from './statement.ts';

/** So many words are weighed at most: first those that are written alike, then, as `~` comes last, those that sound so. */
const WEIGHED_MAX = 400;
/** So many of them are kept: more would only find everybody. */
const ALIKE_MAX = 12;

/** A word of a name or an address that looks or sounds like another, and by how many slips. */
export type Alike = { word: string; slips: number };

const insertKey = statement((db) =>
  db
    .insert(spellings)
    .values({ key: sql.placeholder('key'), word: sql.placeholder('word') })
    .onConflictDoNothing()
    .prepare(),
);
const byKeys = statement((db) =>
  db
    .selectDistinct({ word: spellings.word })
    .from(spellings)
    .where(sql`${spellings.key} in (select value from json_each(${sql.placeholder('keys')}))`)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/**
 * Keeps how folded words are spelled, each once. Words of people who are gone stay: they lead to nobody, and there are
 * far fewer words than accounts.
 */
export function keepSpellings(tx: Tx, words: Iterable<string>): void {
  for (const word of new Set(words)) {
    if (!isSpelled(word)) continue;
    const isNew = insertKey(tx).run({ key: word, word }).changes > 0;
    if (isNew) for (const key of spellingKeys(word)) insertKey(tx).run({ key, word });
  }
}

/** Words that are spelled or sound much like a folded word, the likest first, the word itself left out. */
export function wordsAlike(db: StationDb, word: string): Alike[] {
  const allowed = slipsAllowed(word);
  if (allowed === 0 || !isSpelled(word)) return [];
  const sound = soundOf(word);
  return byKeys(db)
    .all({ keys: JSON.stringify(spellingKeys(word)), limit: WEIGHED_MAX })
    .map(({ word: other }) => {
      const soundsSo = sound !== null && soundOf(other) === sound;
      return { word: other, slips: slipsBetween(word, other, soundsSo ? allowed + 1 : allowed) };
    })
    .filter(({ word: other, slips }) => other !== word && Number.isFinite(slips))
    .sort((left, right) => left.slips - right.slips || (left.word < right.word ? -1 : 1))
    .slice(0, ALIKE_MAX);
}
