import { roundingOf } from '#domain/cashRounding';
import { type Cents, smaller, sum } from '#domain/money';
import { cashDue, type Offered, type Rounding, type Settlement, settle } from '#domain/settlement';
import type { CounterForm } from './counterForm.ts';
import { rulesOfLine } from './lines/lineForm.ts';
import { rulesOfTender } from './tenders/tenderForm.ts';
import { typedCents } from './typedCents.ts';

export function dueOf(form: Pick<CounterForm, 'lines'>): Cents {
  return sum(form.lines.map((line) => rulesOfLine(line).centsOf(line)));
}

/** Checks and cards in their order, cash last, as they are sent. */
export function offeredOf(form: CounterForm): Offered[] {
  const others = form.tenders.map((tender): Offered => ({ kind: tender.kind, cents: typedCents(tender.text) }));
  const cash = typedCents(form.cash);
  return cash > 0 ? [...others, { kind: 'cash', cents: cash }] : others;
}

/** The very arithmetic that the journal uses: what is missing, what goes back. */
export function settlementOf(form: CounterForm): Settlement {
  return settle(dueOf(form), offeredOf(form), roundingIn(form));
}

/** Whether the cash of this payment is rounded, by the rule that the station goes by. */
export function roundingIn(form: CounterForm): Rounding {
  if (form.cashRounding === 'exact') return 'exact';
  const lines = form.lines.map((line) => {
    const rules = rulesOfLine(line);
    return { asked: rules.sent(line), open: rules.accountOf(line)?.charges ?? [] };
  });
  return roundingOf(form.cashRounding, lines);
}

/** What one tender would have to be so that nothing is missing and nothing goes back, or as much of it as there is. */
export function exactFor(form: CounterForm, which: 'cash' | number): Cents {
  const missingCents = missingWithout(form, which);
  if (which === 'cash') return cashDue(missingCents, roundingIn(form));
  const tender = form.tenders[which];
  return smaller(missingCents, (tender && rulesOfTender(tender).most(tender)) ?? missingCents);
}

/** What the other tenders leave to pay, to the cent. */
export function missingWithout(form: CounterForm, which: 'cash' | number): Cents {
  const without: CounterForm =
    which === 'cash'
      ? { ...form, cash: '' }
      : { ...form, tenders: form.tenders.map((tender, at) => (at === which ? { ...tender, text: '' } : tender)) };
  return settlementOf(without).missingCents;
}
