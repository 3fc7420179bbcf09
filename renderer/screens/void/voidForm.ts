import type { ReceiptView } from '#contract/shapes';
import type { VoidReason } from '#domain/receipt';
import { readSlip } from '#domain/slipCode';
import type { Trouble } from '../../refusal.ts';
import { withoutYes } from '../approval/approvalForm.ts';
import { blankUndo, type UndoAction, type UndoForm, undoNotYet, undoReducer } from '../undo/undoForm.ts';

/** A void being made: the slip that the payer gives back, why, in which words, and whose yes. */
export type VoidForm = UndoForm<VoidReason> & { slip: string; asksSlip: boolean };

export type VoidAction =
  | { did: 'readSlip'; text: string }
  /** What the station says of the slip that was shown: null when it is the receipt's own. */
  | { did: 'judgedSlip'; slip: string; trouble: Trouble | null }
  | UndoAction<VoidReason>;

/** @param view its slip is asked for where one came out on paper */
export function blankVoid(commandId: string, startedAt: number, view: Pick<ReceiptView, 'onPaper'>): VoidForm {
  const first = view.onPaper ? 'slip' : 'reason';
  return { ...blankUndo<VoidReason>(commandId, startedAt, first), slip: '', asksSlip: view.onPaper };
}

export function voidReducer(form: VoidForm, action: VoidAction): VoidForm {
  switch (action.did) {
    case 'readSlip':
      return { ...withoutYes(form), slip: action.text };
    case 'judgedSlip': {
      const { slip, trouble } = action;
      // It has been typed on since.
      if (slip !== form.slip) return form;
      // Only the right slip lets the hand go on; what else is wrong is told where it belongs.
      return trouble && voidPlaceOf(trouble) === 'slip'
        ? undoReducer(form, { did: 'refused', trouble }, voidPlaceOf)
        : undoReducer(form, { did: 'wentTo', place: 'reason' });
    }
    default:
      return undoReducer(form, action, voidPlaceOf);
  }
}

/** Why it cannot be made void yet, and where to go about it. */
export function voidNotYet(form: VoidForm): 'slip' | 'reason' | 'pin' | null {
  return form.asksSlip && form.slip.trim() === '' ? 'slip' : undoNotYet(form);
}

/** What is asked of the slip alone, before there is a reason: whether it is the receipt's does not depend on why. */
export function slipAsked(form: Pick<VoidForm, 'slip'>): { reason: VoidReason; slip?: string } {
  return { reason: 'wrong_amount', ...toldSlip(form) };
}

/** Whether the slip can be judged: typed or scanned to its end, or none is asked for. */
export function isWholeSlip({ asksSlip, slip }: VoidForm): boolean {
  return !asksSlip || readSlip(slip) !== null;
}

/** The slip as the door takes it: nothing where nothing was shown. */
export function toldSlip({ slip }: Pick<VoidForm, 'slip'>): { slip?: string } {
  const read = slip.trim();
  return read === '' ? {} : { slip: read };
}

/** The field of a void that a refusal is about; null for none of its own. */
export function voidPlaceOf({ code, facts }: Trouble): string | null {
  return code === 'void_slip_wrong' || code === 'void_slip_needed' || facts.field === 'slip' ? 'slip' : null;
}
