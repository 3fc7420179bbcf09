import { assert } from './assert.ts';
import { absolute, type Cents, cents, smaller, subtract, sum, ZERO } from './money.ts';
import type { TenderKind } from './tenderKind.ts';

/** What of a tender matters to arithmetic: its kind and what the payer handed over. */
export type Offered = { kind: TenderKind; cents: Cents };

/** Which tender paid how much of which line; both by their place on the receipt, from 0. */
export type Payment = { line: number; tender: number; cents: Cents };

/**
 * How a receipt stands with what has been offered so far.
 * `missing`: still to pay. `change`: to hand back, in cash. `surplus`: what checks and cards bring beyond the due,
 * which cannot be handed back. `kept`: of each tender, what stays. `roundingCents`: cash kept − what it pays.
 */
export type Settlement = {
  missingCents: Cents;
  changeCents: Cents;
  surplusCents: Cents;
  roundingCents: Cents;
  kept: Cents[];
};

/** Whether the cash of this receipt is rounded to the nearest five cents: the district's setting, and no part was chosen. */
export type Rounding = 'exact' | 'nearest-five';

/**
 * Compares what is due with what is offered. Change comes out of cash only: a check that is too large is returned, not
 * cashed. Where cash is rounded, only what cash has to pay is: once for the receipt, and not when the payer has the exact
 * coins (rules.md, SHB 2334; F49–F52). The screen and the journal both use this one.
 */
export function settle(dueCents: Cents, offered: readonly Offered[], rounding: Rounding = 'exact'): Settlement {
  const cash = sum(offered.filter(isCash).map((tender) => tender.cents));
  const other = sum(offered.filter((tender) => !isCash(tender)).map((tender) => tender.cents));
  const exact = other < dueCents ? subtract(dueCents, other) : ZERO;
  const toCash = rounding === 'nearest-five' && cash > 0 ? roundedDue(exact, cash) : exact;
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
    roundingCents: subtract(toCash, exact),
    kept,
  };
}

/**
 * An amount to the nearest five cents: 1, 2, 6 and 7 go down, 3, 4, 8 and 9 up.
 * @param amount zero or more
 */
export function nearestFive(amount: Cents): Cents {
  assert(amount >= 0, 'only what is due is rounded');
  return cents(Math.floor((amount + 2) / 5) * 5);
}

/**
 * What is due in cash: rounded where the district rounds, but nothing is rounded away altogether.
 * @param exact what no other tender pays
 */
export function cashDue(exact: Cents, rounding: Rounding): Cents {
  const rounded = rounding === 'exact' ? exact : nearestFive(exact);
  return rounded === 0 ? exact : rounded;
}

/** The exact coins stay acceptable, also between the exact and the rounded amount. */
function roundedDue(exact: Cents, cash: Cents): Cents {
  const rounded = cashDue(exact, 'nearest-five');
  if (cash === exact) return exact;
  return cash >= exact && cash < rounded ? exact : rounded;
}

/**
 * What of each tender pays lines: all that is kept, less the rounding, which belongs to the cash.
 * @param kept of each tender, as {@link settle} answered
 */
export function paying(offered: readonly Offered[], settlement: Pick<Settlement, 'kept' | 'roundingCents'>): Cents[] {
  let rounding = settlement.roundingCents;
  return settlement.kept.map((kept, place) => {
    if (offered[place]?.kind !== 'cash' || absolute(rounding) === 0) return kept;
    const paid = subtract(kept, rounding);
    rounding = ZERO;
    return paid;
  });
}

/** Says which tender paid which line: lines in their order take from tenders in theirs. Both must come to the same sum. */
export function payLines(lines: readonly Cents[], tenders: readonly Cents[]): Payment[] {
  assert(sum(lines) === sum(tenders), 'what tenders pay must equal the lines');
  const payments: Payment[] = [];
  const left = [...tenders];
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
