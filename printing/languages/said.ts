import type { Language } from '#domain/account';
import { CATALOGUES, type Catalogue, ENGLISH, type Key } from './catalogue.ts';

/** English, and the same in the payer's language: null where that would say nothing else. */
export type Said = { english: string; also: string | null };

type Values = Readonly<Record<string, string | number>>;
/** A key of which every language has a text for each of its plural forms. */
export type CountedKey = Key extends infer K ? (K extends `${infer Base}_one` ? Base : never) : never;

/** A text in English and in the payer's language. */
export function said(language: Language, key: Key, values: Values = {}): Said {
  return paired(filled(ENGLISH[key], values), textIn(language, key, values));
}

/** As {@link said}, with the values in English alone: on paper no number stands twice. */
export function saidOnce(language: Language, key: Key, values: Values): Said {
  const blanks = Object.fromEntries(Object.keys(values).map((name) => [name, '']));
  const also = textIn(language, key, blanks);
  return paired(filled(ENGLISH[key], values), also && bare(also));
}

/** What is counted, in the plural form of each language. */
export function counted(language: Language, key: CountedKey, count: number): Said {
  const own = besideEnglish(language);
  return paired(pluralOf(ENGLISH, 'en', key, count), own ? pluralOf(own, language, key, count) : null);
}

/** What a text says in the payer's language; null where that is English, or has no file. */
export function textIn(language: Language, key: Key, values: Values = {}): string | null {
  const own = besideEnglish(language);
  return own ? filled(own[key], values) : null;
}

/** A language, and what it says under a key. */
export type Speaker = { language: Language; say(key: Key, values?: Values): string };

/** English first, then the payer's language where it has a file: for whole paragraphs, one language after the other. */
export function speakersIn(language: Language): readonly [Speaker, ...Speaker[]] {
  const own = besideEnglish(language);
  const english = speaker('en', ENGLISH);
  return own ? [english, speaker(language, own)] : [english];
}

const speaker = (language: Language, texts: Catalogue): Speaker => ({
  language,
  say: (key, values = {}) => filled(texts[key], values),
});

/** English beside another text, unless that one says nothing or the same. */
export function paired(english: string, other: string | null): Said {
  const isNew = other !== null && other !== '' && other.toLowerCase() !== english.toLowerCase();
  return { english, also: isNew ? other : null };
}

/** A text of which what is to be filled in was left out, without the signs that led to it: `Плательщик: ` → `Плательщик`. */
export function bare(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\s,:]+$/, '');
}

function besideEnglish(language: Language): Catalogue | null {
  return language === 'en' ? null : (CATALOGUES[language] ?? null);
}

function pluralOf(own: Readonly<Record<string, string>>, language: Language, key: CountedKey, count: number): string {
  const form = new Intl.PluralRules(language).select(count);
  return filled(own[`${key}_${form}`] ?? own[`${key}_other`] ?? '', { count });
}

function filled(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}
