import { useSyncExternalStore } from 'react';
import type { Output } from '#contract/contract';
import { usePage } from '../../page.ts';
import { useApproved } from '../approval/useApproved.ts';
import type { CounterAction, CounterForm } from './counterForm.ts';
import { notYet } from './notYet.ts';
import { type Needs, needsNotYet, unseenOf } from './options/useNeeds.ts';
import { paymentOf } from './payment.ts';

export type Send = (action: CounterAction) => void;

/** The payment begun in a drawer. */
export function useForm(drawer: string): { form: CounterForm; send: Send } {
  const store = usePage().forms.of(drawer);
  return { form: useSyncExternalStore(store.watch, store.read), send: store.send };
}

export type Taken = Output<'takePayment'>;

/**
 * Records the payment, once its warnings are seen, and with a supervisor’s yes where it needs one. Nothing on the screen
 * says so before the station does.
 */
export function useTake(form: CounterForm, send: Send, drawer: string, needs: Needs, onTaken: (taken: Taken) => void) {
  const { host } = usePage();
  const run = useApproved(form, send, 'drawer');
  return async function take() {
    const not = notYet(form) ?? needsNotYet(form, needs);
    if (not) {
      send({ did: 'stopped', by: not });
      return;
    }
    const unseen = unseenOf(form, needs).map(({ warning }) => warning);
    if (unseen.length > 0) {
      send({ did: 'sawWarnings', warnings: unseen });
      return;
    }
    const needed = needs.needs.length > 0 ? { mark: needs.mark } : 'nothing';
    const taken = await run('takePayment', paymentOf(form, drawer), needed);
    if (!taken) return;
    send({ did: 'emptied', commandId: host.newId() });
    onTaken(taken);
  };
}
