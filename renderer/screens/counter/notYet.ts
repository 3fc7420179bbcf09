import { formatAmount } from '#domain/money';
import { counter } from '../../messages/counter.ts';
import type { CounterForm } from './counterForm.ts';
import { dueOf, settlementOf } from './counterMoney.ts';
import { rulesOfLine } from './lines/lineForm.ts';
import { wrongOptions } from './options/options.ts';
import { linePlace, tenderAt, tenderPlace } from './places.ts';
import { rulesOfTender } from './tenders/tenderForm.ts';
import { typedCents } from './typedCents.ts';
import { amountSentence } from './wrongField.ts';

/** Why the payment cannot be recorded yet, and where to go about it. A field that is wrong has a sentence for itself. */
export type NotYet = { why: string; place: string; sentence: string | null };

/** Null when the payment can be recorded. */
export function notYet(form: CounterForm): NotYet | null {
  if (form.lines.length === 0) return { why: counter.why.account, place: 'search', sentence: null };
  return firstWrong(form) ?? balanceNotYet(form);
}

/** The first field that is wrong or not typed yet. What is missing of the whole sum is no fault of any field. */
export function firstWrong(form: CounterForm): NotYet | null {
  return wrongIn(form)[0] ?? null;
}

/** What is wrong in the field that the hand is about to leave. */
export function wrongAt(form: CounterForm, place: string): NotYet | null {
  return wrongIn(form).find((wrong) => wrong.place === place) ?? null;
}

/** What keeps a check or card open, and another from opening over it: a field of it, or what the station said of it. */
export function unfinishedTender(form: CounterForm): NotYet | null {
  const { trouble } = form;
  if (trouble && tenderAt(trouble.under) !== null)
    return { why: trouble.sentence, place: trouble.under, sentence: trouble.sentence };
  return wrongIn(form).find((wrong) => tenderAt(wrong.place) !== null) ?? null;
}

/** After something was accepted: what is wrong or still to type, or the button. */
export function nextPlace(form: CounterForm): string {
  if (form.lines.length === 0) return 'search';
  const wrong = firstWrong(form);
  if (wrong) return wrong.place;
  const { missingCents } = settlementOf(form);
  return missingCents > 0 || dueOf(form) === 0 ? 'cash' : 'primary';
}

/** From the first line to the cash, as one reads, and what stands around them. */
function wrongIn(form: CounterForm): NotYet[] {
  const unread = amountSentence(form.cash);
  return [
    ...form.lines.flatMap((line, at) =>
      rulesOfLine(line)
        .wrongIn(line)
        .map(({ field, ...wrong }) => ({ ...wrong, place: linePlace(at, field) })),
    ),
    ...form.tenders.flatMap((tender, at) =>
      rulesOfTender(tender)
        .wrongIn(tender)
        .map(({ field, ...wrong }) => ({ ...wrong, place: tenderPlace(at, field) })),
    ),
    ...(unread ? [{ why: counter.why.amount, place: 'cash', sentence: unread }] : []),
    ...wrongOptions(form),
  ];
}

function balanceNotYet(form: CounterForm): NotYet | null {
  const settled = settlementOf(form);
  if (settled.missingCents > 0)
    return { why: counter.why.missing(formatAmount(settled.missingCents)), place: 'cash', sentence: null };
  if (settled.surplusCents > 0) {
    const place = tenderPlace(form.tenders.length - 1, 'text');
    return { why: counter.why.surplus(formatAmount(settled.surplusCents)), place, sentence: null };
  }
  const cash = typedCents(form.cash);
  const isNotNeeded = cash > 0 && settled.changeCents === cash;
  return isNotNeeded ? { why: counter.why.cash, place: 'cash', sentence: null } : null;
}
