import { drawer } from '../../messages/drawer.ts';
import { say } from '../../messages/en.ts';
import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';
import { type ApprovalForm, BLANK_APPROVAL } from '../approval/approve.ts';
import {
  cellAfter,
  cellOf,
  denominationsShown,
  firstWrong,
  type TypedPieces,
  type TypedRow,
  withTyped,
} from '../pieces/pieces.ts';

/** A drawer about to open: the float as it is counted, the business day, and a second person when it is not today. */
export type OpenForm = {
  commandId: string;
  businessDay: string;
  typed: TypedPieces;
  withRare: boolean;
  approval: ApprovalForm;
  busy: boolean;
  trouble: Placed | null;
  focus: Focus;
};

export type OpenAction =
  | { did: 'typedPieces'; worth: number; column: keyof TypedRow; text: string }
  | { did: 'movedCell'; worth: number; column: keyof TypedRow; by: 1 | -1 }
  | { did: 'choseDay'; businessDay: string }
  | { did: 'choseApprover'; person: string | null }
  | { did: 'typedPin'; pin: string }
  | { did: 'showedRare' }
  | { did: 'wentTo'; place: string }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

export function blankOpen(commandId: string, today: string): OpenForm {
  return {
    commandId,
    businessDay: today,
    typed: {},
    withRare: false,
    approval: BLANK_APPROVAL,
    busy: false,
    trouble: null,
    focus: { on: cellOf(10_000, 'loose'), turn: 0 },
  };
}

export function openReducer(form: OpenForm, action: OpenAction): OpenForm {
  switch (action.did) {
    case 'typedPieces':
      return { ...form, trouble: null, typed: withTyped(form.typed, action.worth, action.column, action.text) };
    case 'movedCell': {
      const shown = denominationsShown(form.withRare);
      const next = cellAfter(form.typed, shown, action);
      return { ...form, focus: focusOn(form.focus, next ?? (action.by > 0 ? 'primary' : 'day')) };
    }
    case 'choseDay':
      return { ...form, trouble: null, businessDay: action.businessDay, approval: { ...form.approval, pin: '' } };
    case 'choseApprover':
      return {
        ...form,
        approval: { approver: action.person, pin: '' },
        focus: focusOn(form.focus, 'approvalPin'),
      };
    case 'typedPin':
      return { ...form, trouble: null, approval: { ...form.approval, pin: action.pin } };
    case 'showedRare':
      return { ...form, withRare: true, focus: focusOn(form.focus, cellOf(200, 'loose')) };
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

/** Why the drawer cannot open yet, and where to go about it. */
export function openNotYet(form: OpenForm, isOtherDay: boolean): { why: string; place: string } | null {
  const wrong = firstWrong(form.typed);
  if (wrong) return { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  return isOtherDay && form.approval.pin.length < 4 ? { why: say.approval.why, place: 'approvalPin' } : null;
}

function placeOf({ code }: Trouble): string {
  switch (code) {
    case 'float_too_large':
      return cellOf(10_000, 'loose');
    case 'business_day_out_of_range':
      return 'day';
    case 'pin_wrong':
    case 'pin_locked':
    case 'approval_needed':
    case 'approval_not_theirs':
    case 'approver_not_supervisor':
    case 'approval_changed':
    case 'approval_used':
    case 'approval_lapsed':
      return 'approvalPin';
    default:
      return 'primary';
  }
}
