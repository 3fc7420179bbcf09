import type { Actions } from '../../../keymap.ts';
import { placeInHand } from '../../../ui/focus.ts';
import type { CounterForm } from '../counterForm.ts';
import { lineAt } from '../places.ts';
import type { Send } from '../useCounter.ts';

/** What keys do to the lines: the next item, money for an account that is not found, and whose word decides. */
export function lineActions(form: CounterForm, send: Send): Actions {
  const owes = form.lines.some((line) => line.kind === 'account' && line.account.charges.length > 0);
  return {
    item: () => send({ did: 'askedForItem' }),
    suspense: () => send({ did: 'addedSuspense' }),
    ...(owes ? { nameCharges: () => send({ did: 'turnedNaming', line: lineAt(placeInHand()) }) } : {}),
  };
}
