import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';

/** Why a batch is sent back, as it is typed. */
export type SendBackForm = {
  commandId: string;
  reason: string;
  isLeaving: boolean;
  busy: boolean;
  trouble: Placed | null;
  focus: Focus;
};

export type SendBackAction =
  | { did: 'typed'; text: string }
  | { did: 'wentTo'; place: string }
  | { did: 'wentBack' }
  | { did: 'stayed' }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

export function blankSendBack(commandId: string): SendBackForm {
  return {
    ...{ commandId, reason: '', isLeaving: false, busy: false, trouble: null },
    focus: { on: 'reason', turn: 0 },
  };
}

export function sendBackReducer(form: SendBackForm, action: SendBackAction): SendBackForm {
  switch (action.did) {
    case 'typed':
      return { ...form, reason: action.text, trouble: null };
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'wentBack':
      return { ...form, isLeaving: true };
    case 'stayed':
      return { ...form, isLeaving: false, focus: focusOn(form.focus, form.focus.on) };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused': {
      const { facts, sentence } = action.trouble;
      const under = facts.field === 'reason' ? 'reason' : 'primary';
      return { ...form, busy: false, trouble: { under, sentence }, focus: focusOn(form.focus, under) };
    }
  }
}

/** Whether a reason is typed that leaving would lose. */
export function isBegunSendingBack({ reason }: SendBackForm): boolean {
  return reason.trim() !== '';
}
