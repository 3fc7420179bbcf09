import { useMemo } from 'react';
import type { AccountHit } from '#contract/shapes';
import { dueBesidePlan } from '#domain/installments';
import { useStation } from '../../../frame/station.ts';
import type { Actions } from '../../../keymap.ts';
import { usePage, useSteadyQuery } from '../../../page.ts';
import { troubleOf } from '../../../refusal.ts';
import { type Asked, refusedIn } from '../../../store.ts';
import type { CounterForm } from '../counterForm.ts';
import type { OfferedType } from '../lines/feeLine.ts';
import { typesFound } from '../lines/typesFound.ts';
import type { Send } from '../useCounter.ts';
import { inGroups } from './hitGroups.ts';
import { type Nowhere, nowhereOf } from './nowhere.ts';
import { oneExact } from './oneExact.ts';

/** What is searched, what was found, and how one of it comes on the receipt. */
export type Search = {
  finding: boolean;
  text: string;
  /** What the hits on the screen were found by: the text of a moment ago, until the station has answered the new one. */
  words: string;
  /** Those found in a field that the table shows first, then the others, then those that are only alike. */
  hits: AccountHit[];
  chosen: AccountHit | null;
  /** Items whose name fits; they stand below the accounts found, and before those that are only alike. */
  types: OfferedType[];
  typesFrom: number;
  chosenType: OfferedType | null;
  /** The place of the chosen one among all, accounts first. */
  place: number;
  /** How many are found, accounts and items together. */
  found: number;
  answered: boolean;
  /** Why nobody is found: then the money can be taken into suspense. */
  nowhere: Nowhere | null;
  wrong: string | null;
  /** What a bill asks for whose account is not known. */
  billCents: number | null;
  /** Adds the chosen account. Of what was scanned only a whole bill line or one exact number; else a person chooses. */
  add(text?: string): Promise<void>;
  addAccount(accountNumber: string, chargeId?: number): Promise<void>;
  /** Adds the one open charge of the chosen account that a digit means. */
  addCharge(digit: string): Promise<void>;
};

/** Keys of the search that would do nothing with what was found are not told. */
export function searchKeys({ found, chosen }: Pick<Search, 'found' | 'chosen'>): Actions {
  return { ...(found > 1 ? {} : { account: false }), ...(chosen ? {} : { charge: false }) };
}

/** What stands on the screen of what was searched, and what it was found by. */
function useFound(form: CounterForm, offered: readonly OfferedType[]) {
  const text = form.search.trim();
  const { asked, value, of } = useSteadyQuery('findAccounts', text === '' ? null : { text });
  // A key alone changes nothing of what is found: the table is laid out once for each answer, not twice.
  const words = of?.text ?? text;
  const list = useMemo(
    () => listOf(inGroups(value?.hits ?? [], words), words === '' ? [] : typesFound(offered, words), form.hit),
    [value, words, offered, form.hit],
  );
  return { asked, value, text, words, list };
}

/** @param offered what a receipt may be for beside payments on accounts */
export function useSearch(form: CounterForm, send: Send, offered: readonly OfferedType[]): Search {
  const { client } = usePage();
  const addAccount = useAdding(send);
  const { asked, value, text, words, list } = useFound(form, offered);

  async function add(scanned?: string) {
    const wanted = (scanned ?? text).trim();
    if (wanted === '') return;
    if (scanned !== undefined) {
      send({ did: 'searched', text: wanted });
      send({ did: 'wentTo', place: 'search' });
    }
    // What is on the screen may still answer an earlier text; Enter always means what was typed last.
    const isFresh = scanned === undefined && asked.state === 'answered';
    const answer = isFresh ? null : await client.call('findAccounts', { text: wanted });
    if (answer && !answer.ok) return;
    const told = answer?.value ?? value;
    if (told?.billLine) return addAccount(told.billLine.accountNumber, undefined, told.billLine.billCents);
    if (scanned !== undefined) {
      const exact = oneExact(told?.hits ?? [], wanted);
      return exact ? addAccount(exact.accountNumber) : undefined;
    }
    const best = answer ? listOf(inGroups(answer.value.hits, wanted), typesFound(offered, wanted), 0) : list;
    if (best.chosen) return addAccount(best.chosen.accountNumber);
    if (best.chosenType) send({ did: 'addedItem', type: best.chosenType });
  }

  return {
    finding: text !== '',
    text,
    words,
    ...list,
    ...toldBy(asked, text, list.found),
    add,
    addAccount,
    addCharge: useAddingCharge(list.chosen?.accountNumber, addAccount),
  };
}

/** What the answer itself says, beside who is found. */
function toldBy(
  asked: Asked<unknown>,
  text: string,
  found: number,
): Pick<Search, 'answered' | 'nowhere' | 'wrong' | 'billCents'> {
  return {
    answered: asked.state === 'answered',
    nowhere: nowhereOf(text, asked, found),
    wrong: refusedIn(asked),
    billCents: asked.state === 'refused' && typeof asked.facts.billCents === 'number' ? asked.facts.billCents : null,
  };
}

/** All that is found in one list, and which of it is chosen. An item whose name fits is better than an account that is only alike. */
function listOf(hits: AccountHit[], types: OfferedType[], wanted: number) {
  const typesFrom = hits.filter((hit) => hit.alike === null).length;
  const found = hits.length + types.length;
  const place = Math.min(wanted, found - 1);
  const chosenType = types[place - typesFrom] ?? null;
  const hit = place < typesFrom ? place : place - types.length;
  return { hits, types, typesFrom, found, place, chosen: chosenType ? null : (hits[hit] ?? null), chosenType };
}

/** Fetches an account and puts it on the receipt. What is wrong with it stands under the search. */
function useAdding(send: Send) {
  const { client } = usePage();
  const { station } = useStation();
  return async function addAccount(accountNumber: string, chargeId?: number, billCents: number | null = null) {
    const answer = await client.call('account', { accountNumber });
    const trouble = troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble: { ...trouble, facts: {}, code: 'account_unknown' } });
    if (!answer.ok) return;
    const due = dueBesidePlan(answer.value, station.today);
    const added = { did: 'addedAccount', account: answer.value, billCents, due } as const;
    send({ ...added, ...(chargeId === undefined ? {} : { chargeId }) });
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
