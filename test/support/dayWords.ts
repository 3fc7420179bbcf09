import type { Input } from '#contract/contract';
import { readAmount } from '#domain/amountEntry';
import type { Comparison } from '#domain/balancing';
import { breakdown } from '#domain/denominations';
import { type Cents, cents, formatAmount } from '#domain/money';
import type { VoidReason } from '#domain/receipt';
import { ACCOUNTS } from './dayCallers.ts';
import { card, cash, check, moneyOrder } from './undoing.ts';

/* The words of a day at the counter, read into what the station is told, and back. */

/** `cash 100.00, check 1187 86.40` → words, one list a part. */
export function parts(text: string): string[][] {
  return text.split(/, /).map((part) => part.split(' '));
}

export function tenderOf([kind, ...words]: string[]): Input<'takePayment'>['tenders'][number] {
  const amount = amountOf(words.at(-1) ?? '');
  const [said = ''] = words;
  switch (kind) {
    case 'cash':
      return cash(amount);
    case 'check':
      return check(amount, said);
    case 'cashiers':
      return { ...check(amount, said), form: 'cashiers' };
    case 'order':
      return moneyOrder(amount, said);
    case 'credit':
      return { kind, cents: amount, accountNumber: ACCOUNTS[said as keyof typeof ACCOUNTS] };
    default:
      return card(amount, said);
  }
}

export function countOf(text: string): Input<'submitCount'>['count'] {
  const counted = text === 'nothing' ? [] : parts(text);
  const of = (kind: string) => counted.filter(([name]) => name === kind);
  const sum = (kind: string) => cents(of(kind).reduce((total, words) => total + amountOf(words.at(-1) ?? ''), 0));
  return {
    cash: breakdown(sum('cash')),
    moneyOrders: of('order').map(([, checkNumber = '', amount = '']) => ({
      checkNumber,
      cents: amountOf(amount),
    })),
    checks: of('check').map(([, checkNumber = '', amount = '']) => ({ checkNumber, cents: amountOf(amount) })),
    cardTotalCents: sum('card'),
  };
}

/** `even`, or what is not: `short 4.25, check 1187 missing, card +1.00`. */
export function comparedIn({ tenders, missingChecks, unknownChecks }: Comparison): string {
  const off = tenders.flatMap(({ tender, differenceCents: difference }) => {
    if (difference === 0 || tender === 'check') return [];
    if (tender === 'cash') return [`${difference > 0 ? 'over' : 'short'} ${formatAmount(cents(Math.abs(difference)))}`];
    return [`${tender} ${formatAmount(cents(difference))}`];
  });
  const checks = [
    ...missingChecks.map((check) => `check ${check.checkNumber} missing`),
    ...unknownChecks.map((check) => `check ${check.checkNumber} unknown`),
  ];
  return [...off, ...checks].join(', ') || 'even';
}

export function reasonOf(text: string): VoidReason {
  if (text === 'changed mind') return 'payer_changed_mind';
  return text === 'other' ? 'test_or_other' : (text.replace(' ', '_') as VoidReason);
}

export function amountOf(text: string): Cents {
  const read = readAmount(text);
  if (read.state !== 'amount') throw new Error(`“${text}” is no amount`);
  return read.amount;
}
