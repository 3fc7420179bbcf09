import * as z from 'zod';
import { assert } from './assert.ts';
import { type Cents, smaller, subtract, sum, ZERO } from './money.ts';

export const TenderKind = z.enum(['cash', 'check', 'card']);
export type TenderKind = z.infer<typeof TenderKind>;

export const CardBrand = z.enum(['visa', 'mastercard', 'amex', 'discover', 'other']);
export type CardBrand = z.infer<typeof CardBrand>;

/** What of a tender matters to arithmetic: its kind and what the payer handed over. */
export type Offered = { kind: TenderKind; cents: Cents };

/** Which tender paid how much of which line; both by their place on the receipt, from 0. */
export type Payment = { line: number; tender: number; cents: Cents };

/**
 * How a receipt stands with what has been offered so far.
 * `missing`: still to pay. `change`: to hand back, in cash. `surplus`: what checks and cards bring beyond the due,
 * which cannot be handed back. `kept`: of each tender, what stays in the drawer.
 */
export type Settlement = { missingCents: Cents; changeCents: Cents; surplusCents: Cents; kept: Cents[] };

/**
 * Compares what is due with what is offered. Change comes out of cash only: a check that is too large is returned, not cashed.
 * The screen and the journal both use this one.
 */
export function settle(dueCents: Cents, offered: readonly Offered[]): Settlement {
  const cash = sum(offered.filter(isCash).map((tender) => tender.cents));
  const other = sum(offered.filter((tender) => !isCash(tender)).map((tender) => tender.cents));
  const toCash = other < dueCents ? subtract(dueCents, other) : ZERO;
  let keep = smaller(cash, toCash);
  const kept = offered.map((tender) => {
    if (!isCash(tender)) return tender.cents;
    const part = smaller(tender.cents, keep);
    keep = subtract(keep, part);
    return part;
  });
  return {
    missingCents: cash < toCash ? subtract(toCash, cash) : ZERO,
    changeCents: cash > toCash ? subtract(cash, toCash) : ZERO,
    surplusCents: other > dueCents ? subtract(other, dueCents) : ZERO,
    kept,
  };
}

/** Says which tender paid which line: lines in their order take from tenders in theirs. Both must come to the same sum. */
export function payLines(lines: readonly Cents[], kept: readonly Cents[]): Payment[] {
  assert(sum(lines) === sum(kept), 'tenders kept must equal lines');
  const payments: Payment[] = [];
  const left = [...kept];
  let tender = 0;
  for (const [line, due] of lines.entries()) {
    let open = due;
    while (open > 0) {
      const available = left[tender] ?? ZERO;
      if (available === 0) {
        tender += 1;
        continue;
      }
      const part = smaller(open, available);
      payments.push({ line, tender, cents: part });
      left[tender] = subtract(available, part);
      open = subtract(open, part);
    }
  }
  return payments;
}

function isCash(tender: Offered): boolean {
  return tender.kind === 'cash';
}
