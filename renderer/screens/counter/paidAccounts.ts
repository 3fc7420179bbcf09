import type { AccountView } from '#contract/shapes';
import type { Language } from '#domain/account';
import type { CounterForm } from './counterForm.ts';
import { rulesOfLine } from './lines/lineForm.ts';

/** Who pays when nobody else is named: the customer of the first account. */
export function firstAccount(form: Pick<CounterForm, 'lines'>): AccountView | null {
  return accountsOf(form)[0] ?? null;
}

/** Who pays when nobody is named: the customer of the first account, or who brings money that found none. */
export function payerOf(form: Pick<CounterForm, 'lines'>): string {
  const brought = form.lines.map((line) => rulesOfLine(line).payerOf(line)).find((name) => name !== '');
  return firstAccount(form)?.customer ?? brought ?? '';
}

/** What the payer reads beside English: as chosen here, else the language of the first account. */
export function languageOf(form: Pick<CounterForm, 'lines' | 'language'>): Language {
  return form.language ?? firstAccount(form)?.language ?? 'en';
}

export function accountsOf(form: Pick<CounterForm, 'lines'>): AccountView[] {
  return form.lines.flatMap((line) => rulesOfLine(line).accountOf(line) ?? []);
}
