import { readAmount } from '#domain/amountEntry';
import { absolute, type Cents } from '#domain/money';

import { counter, done } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { tenders as words } from '../../../messages/tenders.ts';
import type { CounterForm } from '../counterForm.ts';
import { dueOf, offeredOf, settlementOf } from '../counterMoney.ts';
import { type LineForm, rulesOfLine } from '../lines/lineForm.ts';
import { rulesOfTender } from './tenderForm.ts';

/** One row of an adding machine's tape: what was keyed and how it counts, `*` marking a total. */
export type TapeRow = { name: string; cents: Cents; sign: '+' | '−' | '*' };

/** All that was keyed for this receipt, term by term, with its totals. */
export function tapeOf(form: CounterForm): TapeRow[] {
  const lines = form.lines.flatMap((line): TapeRow[] => keyed(nameOf(line), [rulesOfLine(line).centsOf(line)], '+'));
  if (lines.length === 0) return [];
  const due: TapeRow = { name: counter.due, cents: dueOf(form), sign: '*' };
  if (offeredOf(form).length === 0) return [...lines, due];
  return [
    ...lines,
    due,
    ...form.tenders.flatMap((tender) => keyed(rulesOfTender(tender).told(tender)[0], termsOf(tender.text), '−')),
    ...keyed(say.tender.cash, termsOf(form.cash), '−'),
    ...balanceOf(form),
  ];
}

function balanceOf(form: CounterForm): TapeRow[] {
  const { roundingCents, missingCents, surplusCents, changeCents } = settlementOf(form);
  const rounded = keyed(words.rounded, [absolute(roundingCents)], roundingCents > 0 ? '+' : '−');
  if (missingCents > 0) return [...rounded, { name: counter.missing, cents: missingCents, sign: '*' }];
  if (surplusCents > 0) return [...rounded, { name: counter.surplus, cents: surplusCents, sign: '*' }];
  return [...rounded, { name: counter.change, cents: changeCents, sign: '*' }];
}

/** The terms of one entry, the name before the first; what came to nothing is not on the tape. */
function keyed(name: string, terms: readonly Cents[], sign: TapeRow['sign']): TapeRow[] {
  return terms.filter((cents) => cents > 0).map((cents, at) => ({ name: at === 0 ? name : '', cents, sign }));
}

/** `20+20+.35` is three terms; nothing of what cannot be read. */
function termsOf(text: string): Cents[] {
  if (readAmount(text).state !== 'amount') return [];
  return text.split('+').flatMap((term) => {
    const entry = readAmount(term);
    return entry.state === 'amount' ? [entry.amount] : [];
  });
}

function nameOf(line: LineForm): string {
  const drafted = rulesOfLine(line).drafted(line);
  switch (drafted?.kind) {
    case 'account':
      return drafted.accountNumber;
    case 'fee':
      return drafted.name;
    default:
      return done.suspense;
  }
}
