import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';

/** Making this machine a station: the ledger's address and finance's token. */
export type EnrolForm = { ledger: string; token: string; busy: boolean; trouble: Placed | null; focus: Focus };

export type EnrolAction =
  | { did: 'typed'; field: 'ledger' | 'token'; text: string }
  | { did: 'wentTo'; place: string }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

export const BLANK_ENROLMENT: EnrolForm = {
  ledger: '',
  token: '',
  busy: false,
  trouble: null,
  focus: { on: 'ledger', turn: 0 },
};

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
      const under = code === 'enrolment_refused' || facts.field === 'token' ? 'token' : 'ledger';
      return { ...form, busy: false, trouble: { under, sentence }, focus: focusOn(form.focus, under) };
    }
  }
}

/** What is still missing. */
export function enrolNotYet(form: EnrolForm): 'ledger' | 'token' | null {
  if (form.ledger.trim() === '') return 'ledger';
  return form.token.trim().length < 8 ? 'token' : null;
}
