import type { Actions } from '../../../keymap.ts';
import { placeInHand } from '../../../ui/focus.ts';
import type { CounterForm } from '../counterForm.ts';
import { lineAt } from '../places.ts';
import type { Send } from '../useCounter.ts';

/** What keys do to the lines: the next item, money for an account that is not found, and whose word decides. */
export function lineActions(form: CounterForm, send: Send, billCents: number | null): Actions {
  const accounts = form.lines.some((line) => line.kind === 'account');
  const inHand = () => lineAt(placeInHand());
  return {
    item: () => send({ did: 'askedForItem' }),
    suspense: () => send({ did: 'addedSuspense', billCents }),
    ...(accounts ? { nameCharges: () => send({ did: 'turnedNaming', line: inHand() }) } : {}),
    ...(form.lines.length > 0 ? { removeLine: () => send({ did: 'askedToRemove', line: inHand() }) } : {}),
  };
}
