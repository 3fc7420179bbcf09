import type { AccountHit } from '#contract/shapes';
import { usePage, useSteadyQuery } from '../../../page.ts';
import { troubleOf } from '../../../refusal.ts';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import { inGroups } from './hitGroups.ts';

/** What is searched, what was found, and how one of it comes on the receipt. */
export type Search = {
  finding: boolean;
  text: string;
  /** Those found in a field that the table shows first, then the others, then those that are only alike. */
  hits: AccountHit[];
  chosen: AccountHit | null;
  place: number;
  answered: boolean;
  wrong: string | null;
  /** Adds the chosen account, or what a text just typed or scanned means. */
  add(text?: string): Promise<void>;
  addAccount(accountNumber: string, chargeId?: number): Promise<void>;
  /** Adds the one open charge of the chosen account that a digit means. */
  addCharge(digit: string): Promise<void>;
};

export function useSearch(form: CounterForm, send: Send): Search {
  const { client } = usePage();
  const addAccount = useAdding(send);
  const text = form.search.trim();
  const { asked, value } = useSteadyQuery('findAccounts', text === '' ? null : { text });
  const hits = inGroups(value?.hits ?? []);
  const place = Math.min(form.hit, hits.length - 1);

  async function add(scanned?: string) {
    const wanted = (scanned ?? text).trim();
    if (wanted === '') return;
    if (scanned !== undefined) send({ did: 'searched', text: wanted });
    // What is on the screen may still answer an earlier text; Enter always means what was typed last.
    const isFresh = scanned === undefined && asked.state === 'answered';
    const answer = isFresh ? null : await client.call('findAccounts', { text: wanted });
    const found = answer?.ok ? answer.value : value;
    if (answer && !answer.ok) return;
    if (found?.billLine) return addAccount(found.billLine.accountNumber, undefined, found.billLine.billCents);
    const hit = isFresh ? hits[place] : inGroups(found?.hits ?? [])[0];
    if (hit) return addAccount(hit.accountNumber);
  }

  return {
    finding: text !== '',
    text,
    hits,
    chosen: hits[place] ?? null,
    place,
    answered: asked.state === 'answered',
    wrong: asked.state === 'refused' ? asked.sentence : null,
    add,
    addAccount,
    addCharge: useAddingCharge(hits[place]?.accountNumber, addAccount),
  };
}

/** Fetches an account and puts it on the receipt. What is wrong with it stands under the search. */
function useAdding(send: Send) {
  const { client } = usePage();
  return async function addAccount(accountNumber: string, chargeId?: number, billCents: number | null = null) {
    const answer = await client.call('account', { accountNumber });
    const trouble = troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble: { ...trouble, facts: {}, code: 'account_unknown' } });
    if (!answer.ok) return;
    send({ did: 'addedAccount', account: answer.value, billCents, ...(chargeId === undefined ? {} : { chargeId }) });
  };
}

function useAddingCharge(accountNumber: string | undefined, addAccount: Search['addAccount']): Search['addCharge'] {
  const { client } = usePage();
  return async function addCharge(digit) {
    if (!accountNumber || !/^[1-9]$/.test(digit)) return;
    const answer = await client.call('account', { accountNumber });
    const charge = answer.ok ? answer.value.charges[Number(digit) - 1] : undefined;
    if (charge) await addAccount(accountNumber, charge.chargeId);
  };
}
