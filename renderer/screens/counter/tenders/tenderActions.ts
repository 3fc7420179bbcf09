import type { Actions } from '../../../keymap.ts';
import { tenders as words } from '../../../messages/tenders.ts';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import { creditsLeft } from './creditTender.ts';
import { isOpenedBlank, type TenderAction } from './tenderReducer.ts';

/** What the keys of the counter do about tenders. Credit is offered where there is some, a swap while a check is open. */
export function tenderActions(form: CounterForm, send: Send, tenKey: boolean): Actions {
  const add = (kind: Extract<TenderAction, { did: 'addedTender' }>['kind']) => () => send({ did: 'addedTender', kind });
  const at = form.opened ?? -1;
  const opened = form.tenders[at];
  const other = opened?.kind === 'check' ? words.check.other[opened.form] : null;
  // On the telephone only a card pays: the other keys are asleep, and not told.
  if (form.options.entryMode === 'phone')
    return { card: add('card'), ...(form.cash.trim() === '' ? {} : { cash: () => send({ did: 'openedCash' }) }) };
  return {
    cash: () => send({ did: 'openedCash' }),
    check: other && isOpenedBlank(form) ? { run: add('check'), label: other } : add('check'),
    card: add('card'),
    moneyOrder: add('money-order'),
    credit: creditsLeft(form).length > 0 ? add('credit') : undefined,
    cashiers: other ? { run: () => send({ did: 'turnedCheck', tender: at }), label: other } : undefined,
    ...(tenKey ? tenKeyActions(form, send) : {}),
    swap: other ? () => send({ did: 'swappedNumbers', tender: at }) : undefined,
  };
}

/** The signs of a keypad, while an amount is empty: a check, a card, and the tender off that is open or was last. */
function tenKeyActions(form: CounterForm, send: Send): Actions {
  const tender = form.opened ?? form.tenders.length - 1;
  return {
    tenKeyCheck: () => send({ did: 'addedTender', kind: 'check' }),
    tenKeyCard: () => send({ did: 'addedTender', kind: 'card' }),
    tenKeyRemove: tender >= 0 ? () => send({ did: 'removedTender', tender }) : undefined,
  };
}
