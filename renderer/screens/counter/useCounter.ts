import { useSyncExternalStore } from 'react';
import type { Output } from '#contract/contract';
import type { AccountHit } from '#contract/shapes';
import { usePage, useSend, useSteadyQuery } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import type { CounterAction, CounterForm } from './counterForm.ts';
import { notYet, paymentOf } from './counterMoney.ts';

export type Send = (action: CounterAction) => void;

/** The payment begun in a drawer. */
export function useForm(drawer: string): { form: CounterForm; send: Send } {
  const store = usePage().forms.of(drawer);
  return { form: useSyncExternalStore(store.watch, store.read), send: store.send };
}

/** What is searched, what was found, and how one of it comes on the receipt. */
export type Search = {
  finding: boolean;
  text: string;
  /** Those found in a field that the table shows first, then the others. */
  hits: AccountHit[];
  others: number;
  chosen: AccountHit | null;
  place: number;
  answered: boolean;
  wrong: string | null;
  /** Adds the chosen account, or what a text just typed or scanned means. */
  add(text?: string): Promise<void>;
  addAccount(accountNumber: string, chargeId?: number): Promise<void>;
};

const SHOWN: readonly AccountHit['foundIn'][] = ['account', 'name', 'address'];

export function useSearch(form: CounterForm, send: Send): Search {
  const { client } = usePage();
  const text = form.search.trim();
  const { asked, value } = useSteadyQuery('findAccounts', text === '' ? null : { text });
  const hits = inGroups(value);
  const place = Math.min(form.hit, hits.length - 1);

  async function addAccount(accountNumber: string, chargeId?: number, billCents: number | null = null) {
    const answer = await client.call('account', { accountNumber });
    const trouble = troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble: { ...trouble, facts: {}, code: 'bill_line_wrong' } });
    if (!answer.ok) return;
    send({ did: 'addedAccount', account: answer.value, billCents, ...(chargeId === undefined ? {} : { chargeId }) });
  }

  async function add(scanned?: string) {
    const wanted = (scanned ?? text).trim();
    if (wanted === '') return;
    if (scanned !== undefined) send({ did: 'searched', text: wanted });
    // What is on the screen may still answer an earlier text; Enter always means what was typed last.
    const isFresh = scanned === undefined && asked.state === 'answered';
    const answer = isFresh ? null : await client.call('findAccounts', { text: wanted });
    const found = answer?.ok ? answer.value : value;
    if (answer && !answer.ok) return;
    if (found?.billLine) return addAccount(found.billLine.accountNumber, undefined, found.billLine.netCents);
    const hit = isFresh ? hits[place] : inGroups(found)[0];
    if (hit) return addAccount(hit.accountNumber);
  }

  return {
    finding: text !== '',
    text,
    hits,
    others: hits.filter((hit) => !SHOWN.includes(hit.foundIn)).length,
    chosen: hits[place] ?? null,
    place,
    answered: asked.state === 'answered',
    wrong: asked.state === 'refused' ? asked.sentence : null,
    add,
    addAccount,
  };
}

function inGroups(found: Output<'findAccounts'> | undefined): AccountHit[] {
  const hits = found?.hits ?? [];
  return [...hits.filter((hit) => SHOWN.includes(hit.foundIn)), ...hits.filter((hit) => !SHOWN.includes(hit.foundIn))];
}

export type Taken = Output<'takePayment'>;

/** Records the payment. Nothing on the screen says so before the station does. */
export function useTake(form: CounterForm, send: Send, drawer: string, onTaken: (taken: Taken) => void) {
  const { host } = usePage();
  const ask = useSend();
  return async function take() {
    const not = notYet(form);
    if (not) {
      send({ did: 'wentTo', place: not.place });
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
