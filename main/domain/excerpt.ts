import { matchRanges } from './fold.ts';

/** A text of up to so many characters is shown whole. */
const WHOLE_MAX = 48;
/** So many characters stand before what was found, a word begun more or less. */
const BEFORE = 12;

/** Of a long text the part in which a query is found, from a word's beginning to a word's end; dots say where it was cut. */
export function excerpt(text: string, query: string): string {
  if (text.length <= WHOLE_MAX) return text;
  const at = matchRanges(text, query)[0]?.from ?? 0;
  const from = at <= BEFORE ? 0 : text.lastIndexOf(' ', at - BEFORE) + 1;
  const end = from + WHOLE_MAX >= text.length ? text.length : Math.max(text.lastIndexOf(' ', from + WHOLE_MAX), at + 1);
  return `${from > 0 ? '… ' : ''}${text.slice(from, end).toWellFormed()}${end < text.length ? ' …' : ''}`;
}
