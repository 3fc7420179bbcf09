import { AMOUNT_MAX, type Cents, cents } from './money.ts';

export type AmountEntry =
  | { state: 'empty' }
  | { state: 'amount'; amount: Cents }
  | { state: 'wrong'; why: 'not_a_number' | 'three_decimals' | 'negative' | 'enormous' };

const TERM = /^(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/;

/**
 * Reads what a cashier types with ten keys: `12` = 12.00, `12.5` = 12.50, `1,264.65`, `20+5+.35` adds.
 * More than two decimals are refused, never rounded; so is more than {@link AMOUNT_MAX}.
 */
export function readAmount(text: string): AmountEntry {
  const typed = text.trim();
  if (typed === '') return { state: 'empty' };
  if (/^[-−]/.test(typed)) return { state: 'wrong', why: 'negative' };
  let total = 0;
  for (const term of typed.split('+')) {
    const match = TERM.exec(term.trim());
    const [, whole = '', fraction = ''] = match ?? [];
    if (!match || (whole === '' && fraction === '')) return { state: 'wrong', why: 'not_a_number' };
    if (fraction.length > 2) return { state: 'wrong', why: 'three_decimals' };
    if (whole.length > 15) return { state: 'wrong', why: 'enormous' };
    total += Number(whole.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0'));
  }
  if (total > AMOUNT_MAX) return { state: 'wrong', why: 'enormous' };
  return { state: 'amount', amount: cents(total) };
}
