import type { Language } from '#domain/account';
import type { FeeLine, PaidCharge } from '#domain/line';
import { ENGLISH, type Key } from './catalogue.ts';
import { bare, paired, type Said, said, textIn } from './said.ts';

/**
 * What a charge is for: `Sewer service Sep–Oct 2026`, `Канализация, сентябрь–октябрь 2026`. A fee's period is its name;
 * one whose form is not known is left out of the second language rather than said twice.
 */
export function chargeSaid(language: Language, { kind, period }: Pick<PaidCharge, 'kind' | 'period'>): Said {
  const key: Key = `charge.${kind}`;
  const { english } = said(language, key, { period });
  const also = textIn(language, key, { period: periodIn(language, period) ?? '' });
  return paired(english.trim(), also && bare(also));
}

/** What a receipt type is called, in the payer's language where the district gives that name: `2 × Copies and maps`. */
export function feeSaid(
  language: Language,
  { name, names, quantity }: Pick<FeeLine, 'name' | 'names' | 'quantity'>,
): Said {
  const times = (what: string) => (quantity > 1 ? `${quantity} × ${what}` : what);
  return paired(times(name), language === 'en' ? null : (names?.[language] ?? null));
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'].concat([
  'october',
  'november',
  'december',
]);

/** A period in another language where its form is known, `Sep–Oct 2026` or `installment 3 of 6`, else null. */
function periodIn(language: Language, period: string): string | null {
  const plan = /^installment (\d+) of (\d+)$/i.exec(period);
  if (plan) return textIn(language, 'installment', { number: plan[1] ?? '', of: plan[2] ?? '' });
  const span = /^(\p{L}+)\.?( \d{4})?(?:\s?[–-]\s?(\p{L}+)\.?)? (\d{4})$/u.exec(period);
  if (!span) return null;
  const [, first = '', firstYear = '', last, year] = span;
  const from = monthIn(language, first);
  if (last === undefined) return from === null || firstYear !== '' ? null : `${from} ${year}`;
  const to = monthIn(language, last);
  return from === null || to === null ? null : `${from}${firstYear}–${to} ${year}`;
}

/** A month of which the English name, or its first letters, is given. */
function monthIn(language: Language, name: string): string | null {
  const place = name.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()));
  const key = `month.${place + 1}`;
  return key in ENGLISH ? textIn(language, key as Key) : null;
}
