import { useSyncExternalStore } from 'react';
import type { Output } from '#contract/contract';
import { usePage, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import type { CounterAction, CounterForm } from './counterForm.ts';
import { notYet } from './notYet.ts';
import { paymentOf } from './payment.ts';

export type Send = (action: CounterAction) => void;

/** The payment begun in a drawer. */
export function useForm(drawer: string): { form: CounterForm; send: Send } {
  const store = usePage().forms.of(drawer);
  return { form: useSyncExternalStore(store.watch, store.read), send: store.send };
}

export type Taken = Output<'takePayment'>;

/** Records the payment. Nothing on the screen says so before the station does. */
export function useTake(form: CounterForm, send: Send, drawer: string, onTaken: (taken: Taken) => void) {
  const { host } = usePage();
  const ask = useSend();
  return async function take() {
    const not = notYet(form);
    if (not) {
      send({ did: 'stopped', by: not });
      return;
    }
    send({ did: 'sent' });
    const answer = await ask('takePayment', paymentOf(form, drawer));
    if (!answer) return;
    const trouble = troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    if (!answer.ok) return;
    send({ did: 'emptied', commandId: host.newId() });
    onTaken(answer.value);
  };
}
