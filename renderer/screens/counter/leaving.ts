import type { Input } from '#contract/contract';
import type { CounterForm } from './counterForm.ts';
import { dueOf } from './counterMoney.ts';
import { accountsOf } from './paidAccounts.ts';
import { typedCents } from './typedCents.ts';

/** What the journal is told when a form is left on which cash had been typed; null when none had. */
export function leftOf(form: CounterForm, drawer: string, commandId: string): Input<'leaveForm'> | null {
  const cashCents = typedCents(form.cash);
  if (cashCents === 0) return null;
  return { commandId, drawer, cashCents, dueCents: dueOf(form), accounts: accountsOf(form).length };
}
