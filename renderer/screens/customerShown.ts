import { paidShown, paymentShown, type Shown } from '../customer/customerView.ts';
import type { CounterForm } from './counter/counterForm.ts';
import { settlementOf } from './counter/counterMoney.ts';
import { draftOf } from './counter/draft.ts';
import type { Trail } from './route.ts';

/**
 * What the payer may see of where the cashier is: the payment recorded last while its change is still to be given, else
 * the one that is typed, else a welcome. With the form emptied nothing of a payer is left.
 */
export function shownAt(trail: Trail, form: CounterForm, drawer: string): Shown {
  const done = trail.find((place) => place.at === 'done');
  if (done?.at === 'done') return paidShown(done.draft, done.taken);
  // Who pays by telephone is not here, and whoever is has nothing to do with it.
  if (form.lines.length === 0 || form.options.entryMode === 'phone') return { state: 'welcome' };
  return paymentShown(draftOf(form, drawer), settlementOf(form).missingCents);
}
