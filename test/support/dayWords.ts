import type { Input } from '#contract/contract';
import { readAmount } from '#domain/amountEntry';
import type { Comparison } from '#domain/balancing';
import { breakdown } from '#domain/denominations';
import { type Cents, cents, formatAmount } from '#domain/money';
import type { VoidReason } from '#domain/receipt';

/* The words of a day at the counter, read into what the station is told, and back. */

/** `cash 100.00, check 1187 86.40` → words, one list a part. */
export function parts(text: string): string[][] {
  return text.split(/, /).map((part) => part.split(' '));
}

export function tenderOf([kind, ...words]: string[]): Input<'takePayment'>['tenders'][number] {
  const amount = amountOf(words.at(-1) ?? '');
  if (kind === 'cash') return { kind, cents: amount };
  if (kind === 'check')
    return { kind, cents: amount, checkNumber: words[0] ?? '', routing: '021000021', bankAccount: '4000123412' };
  return { kind: 'card', cents: amount, brand: 'visa', lastFour: words[0] ?? '', approvalCode: '04417B' };
}

export function countOf(text: string): Input<'submitCount'>['count'] {
  const counted = text === 'nothing' ? [] : parts(text);
  const of = (kind: string) => counted.filter(([name]) => name === kind);
  const sum = (kind: string) => cents(of(kind).reduce((total, words) => total + amountOf(words.at(-1) ?? ''), 0));
  return {
    cash: breakdown(sum('cash')),
    moneyOrders: of('money-order').map(([, checkNumber = '', amount = '']) => ({
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
    return [`card ${formatAmount(cents(difference))}`];
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
