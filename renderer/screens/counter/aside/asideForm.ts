import type { Trouble } from '../../../refusal.ts';
import { type Focus, focusOn } from '../../../ui/focus.ts';

/** The list of payments set aside: which of them is meant, and whether it is to be dropped. */
export type AsideForm = {
  at: number;
  dropping: boolean;
  busy: boolean;
  trouble: string | null;
  focus: Focus;
};

export type AsideAction =
  | { did: 'moved'; by: 1 | -1; of: number }
  | { did: 'chose'; at: number }
  | { did: 'askedToDrop' }
  | { did: 'keptIt' }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble }
  | { did: 'dropped' };

export const BLANK_ASIDE: AsideForm = {
  at: 0,
  dropping: false,
  busy: false,
  trouble: null,
  focus: { on: 'aside', turn: 0 },
};

export function asideReducer(form: AsideForm, action: AsideAction): AsideForm {
  switch (action.did) {
    case 'moved':
      return { ...form, trouble: null, at: Math.max(0, Math.min(action.of - 1, form.at + action.by)) };
    case 'chose':
      return { ...form, trouble: null, at: action.at };
    case 'askedToDrop':
      return { ...form, trouble: null, dropping: true, focus: focusOn(form.focus, 'keepAside') };
    case 'keptIt':
      return { ...form, dropping: false, focus: focusOn(form.focus, 'aside') };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused':
      return {
        ...form,
        busy: false,
        dropping: false,
        trouble: action.trouble.sentence,
        focus: focusOn(form.focus, 'aside'),
      };
    case 'dropped':
      return { ...form, busy: false, dropping: false, at: 0, focus: focusOn(form.focus, 'aside') };
  }
}
