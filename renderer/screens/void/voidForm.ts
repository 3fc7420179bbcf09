import type { ReceiptView } from '#contract/shapes';
import type { VoidReason } from '#domain/receipt';
import type { Trouble } from '../../refusal.ts';
import { withoutYes } from '../approval/approvalForm.ts';
import { blankUndo, type UndoAction, type UndoForm, undoNotYet, undoReducer } from '../undo/undoForm.ts';

/** A void being made: the slip that the payer gives back, why, in which words, and whose yes. */
export type VoidForm = UndoForm<VoidReason> & { slip: string; asksSlip: boolean };

export type VoidAction = { did: 'readSlip'; text: string; scanned: boolean } | UndoAction<VoidReason>;

/** @param view its slip is asked for where one came out on paper */
export function blankVoid(commandId: string, startedAt: number, view: Pick<ReceiptView, 'onPaper'>): VoidForm {
  const first = view.onPaper ? 'slip' : 'reason';
  return { ...blankUndo<VoidReason>(commandId, startedAt, first), slip: '', asksSlip: view.onPaper };
}

export function voidReducer(form: VoidForm, action: VoidAction): VoidForm {
  if (action.did !== 'readSlip') return undoReducer(form, action, placeOf);
  const read = { ...withoutYes(form), slip: action.text };
  // A scan is whole: the hand goes on.
  return action.scanned ? undoReducer(read, { did: 'wentTo', place: 'reason' }) : read;
}

/** Why it cannot be made void yet, and where to go about it. */
export function voidNotYet(form: VoidForm): 'slip' | 'reason' | 'pin' | null {
  return form.asksSlip && form.slip.trim() === '' ? 'slip' : undoNotYet(form);
}

/** The slip as the door takes it: nothing where nothing was shown. */
export function toldSlip({ slip }: VoidForm): { slip?: string } {
  const read = slip.trim();
  return read === '' ? {} : { slip: read };
}

function placeOf({ code, facts }: Trouble): string | null {
  return code === 'void_slip_wrong' || code === 'void_slip_needed' || facts.field === 'slip' ? 'slip' : null;
}
