import { readAmount } from '#domain/amountEntry';
import { formatAmount } from '#domain/money';
import { wrongAmount } from '../../amounts.ts';
import { counter } from '../../messages/counter.ts';
import type { CounterForm } from './counterForm.ts';
import { settlementOf } from './counterMoney.ts';
import { rulesOfLine } from './lines/lineForm.ts';
import { linePlace, tenderPlace } from './places.ts';
import { rulesOfTender } from './tenders/tenderForm.ts';
import { typedCents } from './typedCents.ts';

/** Why the payment cannot be recorded yet, and where to go about it. */
export type NotYet = { why: string; place: string };

/** Null when the payment can be recorded. */
export function notYet(form: CounterForm): NotYet | null {
  if (form.lines.length === 0) return { why: counter.why.account, place: 'search' };
  return lineNotYet(form) ?? tenderNotYet(form) ?? cashNotYet(form) ?? balanceNotYet(form);
}

function lineNotYet(form: CounterForm): NotYet | null {
  for (const [at, line] of form.lines.entries()) {
    const [wrong] = rulesOfLine(line).wrongIn(line);
    if (wrong) return { why: wrong.why, place: linePlace(at, wrong.field) };
  }
  return null;
}

function tenderNotYet(form: CounterForm): NotYet | null {
  for (const [at, tender] of form.tenders.entries()) {
    const [wrong] = rulesOfTender(tender).wrongIn(tender);
    if (wrong) return { why: wrong.why, place: tenderPlace(at, wrong.field) };
  }
  return null;
}

function cashNotYet(form: CounterForm): NotYet | null {
  return wrongAmount(readAmount(form.cash)) ? { why: counter.why.amount, place: 'cash' } : null;
}

function balanceNotYet(form: CounterForm): NotYet | null {
  const settled = settlementOf(form);
  if (settled.missingCents > 0) return { why: counter.why.missing(formatAmount(settled.missingCents)), place: 'cash' };
  if (settled.surplusCents > 0) {
    const last = form.tenders.length - 1;
    return { why: counter.why.surplus(formatAmount(settled.surplusCents)), place: tenderPlace(last, 'text') };
  }
  const cash = typedCents(form.cash);
  return cash > 0 && settled.changeCents === cash ? { why: counter.why.cash, place: 'cash' } : null;
}
