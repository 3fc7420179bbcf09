import type { AccountView } from '#contract/shapes';
import type { CounterForm } from './counterForm.ts';
import { rulesOfLine } from './lines/lineForm.ts';

/** Who pays when nobody else is named: the customer of the first account. */
export function firstAccount(form: Pick<CounterForm, 'lines'>): AccountView | null {
  return accountsOf(form)[0] ?? null;
}

export function accountsOf(form: Pick<CounterForm, 'lines'>): AccountView[] {
  return form.lines.flatMap((line) => rulesOfLine(line).accountOf(line) ?? []);
}
