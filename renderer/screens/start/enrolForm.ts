import type { Output } from '#contract/contract';
import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';

/** What the start was given, and what came of it. */
export type Given = NonNullable<Output<'station'>['enrolling']>;

/** Making this machine a station: the ledger's address and finance's token. Null: nothing typed, so as it was given. */
export type EnrolForm = {
  ledger: string | null;
  token: string | null;
  busy: boolean;
  trouble: Placed | null;
  focus: Focus;
};

export type EnrolAction =
  | { did: 'typed'; field: 'ledger' | 'token'; text: string }
  | { did: 'wentTo'; place: string }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

/** The form as the page opens it, with the hand on what is missing or wrong. */
export function enrolBegun(given: Given): EnrolForm {
  const on = given.refusal ? fieldOf(given.refusal.code) : given.ledger === '' ? 'ledger' : 'token';
  return { ledger: null, token: null, busy: false, trouble: null, focus: { on, turn: 0 } };
}

export function enrolReducer(form: EnrolForm, action: EnrolAction): EnrolForm {
  switch (action.did) {
    case 'typed':
      return { ...form, trouble: null, [action.field]: action.text };
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused': {
      const { code, facts, sentence } = action.trouble;
      const under = facts.field === 'token' ? 'token' : fieldOf(code);
      return { ...form, busy: false, trouble: { under, sentence }, focus: focusOn(form.focus, under) };
    }
  }
}

/** What the screen shows: what was typed, and where nothing was, what was given and what came of that. */
export function enrolShown(form: EnrolForm, given: Given) {
  const isAsGiven = form.ledger === null && form.token === null;
  const { refusal } = given;
  return {
    ledger: form.ledger ?? given.ledger,
    token: form.token ?? given.token,
    busy: form.busy || given.busy,
    trouble:
      form.trouble ?? (isAsGiven && refusal ? { under: fieldOf(refusal.code), sentence: refusal.sentence } : null),
  };
}

/** What is still missing. */
export function enrolNotYet(shown: { ledger: string; token: string }): 'ledger' | 'token' | null {
  if (shown.ledger.trim() === '') return 'ledger';
  return shown.token.trim().length < 8 ? 'token' : null;
}

const OF_THE_TOKEN = /^enrolment_(refused|token_)/;

function fieldOf(code: string | null): 'ledger' | 'token' {
  return OF_THE_TOKEN.test(code ?? '') ? 'token' : 'ledger';
}
