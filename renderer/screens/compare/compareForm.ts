import type { Demand } from '#domain/balancing';
import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';
import { type ApprovalForm, BLANK_APPROVAL } from '../approval/approve.ts';

/** Closing on a count: why it differs, and whose yes when it differs much. */
export type CompareForm = {
  commandId: string;
  reason: string;
  approval: ApprovalForm;
  busy: boolean;
  recounting: boolean;
  trouble: Placed | null;
  focus: Focus;
};

export type CompareAction =
  | { did: 'typedReason'; reason: string }
  | { did: 'choseApprover'; person: string | null }
  | { did: 'typedPin'; pin: string }
  | { did: 'askedRecount' }
  | { did: 'stayed' }
  | { did: 'wentTo'; place: string }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

export function blankCompare(commandId: string): CompareForm {
  return {
    commandId,
    reason: '',
    approval: BLANK_APPROVAL,
    busy: false,
    recounting: false,
    trouble: null,
    focus: { on: 'closeReason', turn: 0 },
  };
}

export function compareReducer(form: CompareForm, action: CompareAction): CompareForm {
  switch (action.did) {
    case 'typedReason':
      return { ...form, trouble: null, reason: action.reason };
    case 'choseApprover':
      return {
        ...form,
        trouble: null,
        approval: { approver: action.person, pin: '' },
        focus: focusOn(form.focus, 'approvalPin'),
      };
    case 'typedPin':
      return { ...form, trouble: null, approval: { ...form.approval, pin: action.pin } };
    case 'askedRecount':
      return { ...form, recounting: true };
    case 'stayed':
      return { ...form, recounting: false };
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused': {
      const under = placeOf(action.trouble);
      return {
        ...form,
        busy: false,
        approval: { ...form.approval, pin: '' },
        trouble: { under, sentence: action.trouble.sentence },
        focus: focusOn(form.focus, under),
      };
    }
  }
}

/** What the difference still asks for. */
export function closeNotYet(form: CompareForm, demand: Demand): 'reason' | 'pin' | null {
  if (demand !== 'nothing' && form.reason.trim() === '') return 'reason';
  return demand === 'approval' && form.approval.pin.length < 4 ? 'pin' : null;
}

function placeOf({ code, facts }: Trouble): string {
  if (code === 'reason_needed' || code === 'card_number_in_text' || facts.field === 'reason') return 'closeReason';
  if (code?.startsWith('pin_') || code?.startsWith('appro')) return 'approvalPin';
  return 'primary';
}
