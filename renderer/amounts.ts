import { type AmountEntry, readAmount } from '#domain/amountEntry';
import { formatAmount } from '#domain/money';
import { say } from './messages/en.ts';

/** With implied decimals `1250` is 12.50, as on an adding machine: rewrites what was typed so that it says so. */
export function withDecimals(text: string): string {
  return text
    .split('+')
    .map((term) => {
      const digits = term.trim().replaceAll(',', '');
      if (!/^\d+$/.test(digits)) return term;
      const padded = digits.padStart(3, '0');
      return `${padded.slice(0, -2)}.${padded.slice(-2)}`;
    })
    .join('+');
}

/** An amount as the page shows it once its field is left: `80` becomes `80.00`; what cannot be read stays as typed. */
export function tidy(text: string): string {
  const entry = readAmount(text);
  return entry.state === 'amount' ? formatAmount(entry.amount) : text.trim();
}

/** Why an entry is no amount, in a sentence; null when it is one or empty. */
export function wrongAmount(entry: AmountEntry): string | null {
  return entry.state === 'wrong' ? say.amount[entry.why] : null;
}
