import { usePage, useSend } from '../../../page.ts';
import { troubleOf } from '../../../refusal.ts';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import { asideNotYet, suspensionOf } from './suspension.ts';

/** Sets the payment aside: it is in the journal before the form is empty again. */
export function useSettingAside(form: CounterForm, send: Send, drawer: string): () => Promise<void> {
  const { host } = usePage();
  const ask = useSend();
  return async function setAside() {
    const not = asideNotYet(form);
    if (not) {
      send({ did: 'stopped', by: not });
      return;
    }
    send({ did: 'sent' });
    const answer = await ask('suspendPayment', suspensionOf(form, drawer));
    if (!answer) return;
    const trouble = troubleOf(answer);
    send(trouble ? { did: 'refused', trouble } : { did: 'emptied', commandId: host.newId() });
  };
}
