import type { VoidReason } from '#domain/receipt';
import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';
import { type ApprovalForm, BLANK_APPROVAL } from '../approval/approve.ts';

/** A void being made: why, in which words, and whose yes. */
export type VoidForm = {
  commandId: string;
  startedAt: number;
  reason: VoidReason | null;
  words: string;
  approval: ApprovalForm;
  busy: boolean;
  trouble: Placed | null;
  focus: Focus;
};

export type VoidAction =
  | { did: 'choseReason'; reason: VoidReason }
  | { did: 'typedWords'; words: string }
  | { did: 'choseApprover'; person: string | null }
  | { did: 'typedPin'; pin: string }
  | { did: 'wentTo'; place: string }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

export function blankVoid(commandId: string, startedAt: number): VoidForm {
  return {
    commandId,
    startedAt,
    reason: null,
    words: '',
    approval: BLANK_APPROVAL,
    busy: false,
    trouble: null,
    focus: { on: 'reason', turn: 0 },
  };
}

export function voidReducer(form: VoidForm, action: VoidAction): VoidForm {
  // Whatever changes what is approved also takes the PIN back: a yes is to exactly one thing.
  const afresh = { ...form, trouble: null, approval: { ...form.approval, pin: '' } };
  switch (action.did) {
    case 'choseReason':
      return { ...afresh, reason: action.reason };
    case 'typedWords':
      return { ...afresh, words: action.words };
    case 'choseApprover':
      return {
        ...afresh,
        approval: { approver: action.person, pin: '' },
        focus: focusOn(form.focus, 'approvalPin'),
      };
    case 'typedPin':
      return { ...form, trouble: null, approval: { ...form.approval, pin: action.pin } };
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused': {
      const under = placeOf(action.trouble);
      return {
        ...afresh,
        busy: false,
        trouble: { under, sentence: action.trouble.sentence },
        focus: focusOn(form.focus, under),
      };
    }
  }
}

/** Why it cannot be made void yet, and where to go about it. */
export function voidNotYet(form: VoidForm): 'reason' | 'pin' | null {
  if (form.reason === null) return 'reason';
  return form.approval.pin.length < 4 ? 'pin' : null;
}

function placeOf({ code, facts }: Trouble): string {
  if (code === 'card_number_in_text' || facts.field === 'words') return 'words';
  if (code?.startsWith('pin_') || code?.startsWith('appro')) return 'approvalPin';
  return 'primary';
}
