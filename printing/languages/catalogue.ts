import type { Language } from '#domain/account';
import english from './en.json' with { type: 'json' };
import spanish from './es.json' with { type: 'json' };
import russian from './ru.json' with { type: 'json' };

/*
 * What payers read, on paper and on their display: a file of texts for each language, which a translator can fill. Texts
 * are found by their key, `{words in braces}` are filled in, and what is counted has a text for each plural form of its
 * language: `_one`, `_few`, `_many`, `_other`. A language is added by its file and its line below; a test holds every
 * file complete. Months stand here, not in the machine's own tables, so that a slip printed again says the same.
 */
export type Key = keyof typeof english;
export type Catalogue = Readonly<Record<Key, string>>;

export const ENGLISH: Catalogue = english;

/** By language; of one that has no file yet, English is all that is said. */
export const CATALOGUES: Readonly<Partial<Record<Language, Catalogue>>> = {
  en: english,
  es: spanish,
  ru: russian,
};
