import type { VoidReason } from '#domain/receipt';
import type { Trouble } from '../../refusal.ts';
import {
  type Approvable,
  type ApprovalAction,
  approvalReducer,
  BLANK_APPROVAL,
  lacksPin,
  withoutYes,
} from '../approval/approvalForm.ts';

/** A void being made: why, in which words, and whose yes. */
export type VoidForm = Approvable & { commandId: string; startedAt: number; reason: VoidReason | null; words: string };

export type VoidAction =
  | { did: 'choseReason'; reason: VoidReason }
  | { did: 'typedWords'; words: string }
  | ApprovalAction;

export function blankVoid(commandId: string, startedAt: number): VoidForm {
  return { commandId, startedAt, reason: null, words: '', ...BLANK_APPROVAL, focus: { on: 'reason', turn: 0 } };
}

export function voidReducer(form: VoidForm, action: VoidAction): VoidForm {
  switch (action.did) {
    case 'choseReason':
      return { ...withoutYes(form), reason: action.reason };
    case 'typedWords':
      return { ...withoutYes(form), words: action.words };
    default:
      return approvalReducer(form, action, placeOf);
  }
}

/** Why it cannot be made void yet, and where to go about it. */
export function voidNotYet(form: VoidForm): 'reason' | 'pin' | null {
  if (form.reason === null) return 'reason';
  return lacksPin(form) ? 'pin' : null;
}

function placeOf({ code, facts }: Trouble): string | null {
  return code === 'card_number_in_text' || facts.field === 'words' ? 'words' : null;
}
