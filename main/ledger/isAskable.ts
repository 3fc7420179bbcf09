import type { Json } from '#domain/canonical';

/** An entry nests a fraction of this; the database reads some thousands, and then refuses. */
const LEVELS_MAX = 32;

/**
 * Whether the database can be asked what an entry's text says. It keeps any text, and fails to read one as JSON that
 * escapes a zero byte or half of a letter, or that nests without end: a query of a whole day would fail with it.
 * @param json what the text says, parsed
 */
export function isAskable(text: string, json: Json): boolean {
  return !escapesWhatNoTextHolds(text) && isWithin(LEVELS_MAX, json);
}

function escapesWhatNoTextHolds(text: string): boolean {
  if (!text.includes('\\u')) return false;
  const withoutPairs = text.replaceAll('\\\\', '').replace(/\\ud[89ab]..\\ud[c-f]../gi, '');
  return /\\u(?:0000|d[89a-f])/i.test(withoutPairs);
}

function isWithin(levels: number, json: Json | undefined): boolean {
  if (json === null || typeof json !== 'object') return true;
  if (levels === 0) return false;
  return Object.values(json).every((member) => isWithin(levels - 1, member));
}
