import { type BusinessDay, dayAfter } from '#domain/businessDay';
import { drawer } from '../../messages/drawer.ts';
import { say } from '../../messages/en.ts';
import type { Trouble } from '../../refusal.ts';
import { focusOn } from '../../ui/focus.ts';
import {
  APPROVAL_PIN,
  type Approvable,
  type ApprovalAction,
  approvalReducer,
  BLANK_APPROVAL,
  lacksPin,
  withoutYes,
} from '../approval/approvalForm.ts';
import {
  cellAfter,
  cellOf,
  denominationsShown,
  firstWrong,
  isUntouched,
  type TypedPieces,
  type TypedRow,
  withTyped,
} from '../pieces/pieces.ts';

/** A drawer about to open: the float as it is counted, the business day, and a second person when it is not today. */
export type OpenForm = Approvable & {
  commandId: string;
  businessDay: BusinessDay;
  typed: TypedPieces;
  withRare: boolean;
  /** Why drawers of an earlier day stay open. */
  reason: string;
};

export type OpenAction =
  | { did: 'typedPieces'; worth: number; column: keyof TypedRow; text: string }
  | { did: 'movedCell'; worth: number; column: keyof TypedRow; by: 1 | -1 }
  | { did: 'choseDay'; businessDay: BusinessDay }
  | { did: 'typedReason'; text: string }
  | { did: 'showedRare' }
  | ApprovalAction;

/** @param businessDay the first that is open, from today on */
export function blankOpen(commandId: string, businessDay: BusinessDay): OpenForm {
  return {
    commandId,
    businessDay,
    typed: {},
    withRare: false,
    reason: '',
    ...BLANK_APPROVAL,
    focus: { on: cellOf(10_000, 'loose'), turn: 0 },
  };
}

export function openReducer(form: OpenForm, action: OpenAction): OpenForm {
  switch (action.did) {
    case 'typedPieces':
      return { ...withoutYes(form), typed: withTyped(form.typed, action.worth, action.column, action.text) };
    case 'movedCell': {
      const shown = denominationsShown(form.withRare);
      const next = cellAfter(form.typed, shown, action);
      return { ...form, focus: focusOn(form.focus, next ?? (action.by > 0 ? 'primary' : 'day')) };
    }
    case 'choseDay':
      return { ...withoutYes(form), businessDay: action.businessDay };
    case 'typedReason':
      return { ...withoutYes(form), reason: action.text };
    case 'showedRare':
      return { ...form, withRare: true, focus: focusOn(form.focus, cellOf(200, 'loose')) };
    default:
      return approvalReducer(form, action, placeOf);
  }
}

/**
 * What an opening needs beside the float. `waiting`: the issued float that it takes; one in which there is nothing
 * takes a 0. `closedThrough`: no drawer opens for a day up to it.
 */
export type OpeningNeeds = {
  needsApproval: boolean;
  needsReason: boolean;
  waiting: string | null;
  closedThrough: BusinessDay | null;
};

/** The day for which a drawer is to open unless another is chosen: today, or the first that is not closed. */
export function firstOpenDay(today: BusinessDay, closedThrough: BusinessDay | null): BusinessDay {
  return closedThrough !== null && closedThrough >= today ? dayAfter(closedThrough, 1) : today;
}

/** Why the drawer cannot open yet, and where to go about it. */
export function openNotYet(
  form: OpenForm,
  { needsApproval, needsReason, waiting, closedThrough }: OpeningNeeds,
): { why: string; place: string } | null {
  const wrong = firstWrong(form.typed);
  if (wrong) return { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  if (waiting !== null && isUntouched(form.typed))
    return { why: drawer.open.whyFloat(waiting), place: cellOf(10_000, 'loose') };
  if (closedThrough !== null && form.businessDay <= closedThrough) return { why: drawer.open.whyClosed, place: 'day' };
  if (needsReason && form.reason.trim() === '') return { why: drawer.open.left.why, place: 'reason' };
  return needsApproval && lacksPin(form) ? { why: say.approval.why, place: APPROVAL_PIN } : null;
}

function placeOf({ code, facts }: Trouble): string | null {
  if (code === 'drawers_left_open' || facts.field === 'reason') return 'reason';
  if (code === 'float_too_large') return cellOf(10_000, 'loose');
  return code === 'business_day_out_of_range' || code === 'day_closed' ? 'day' : null;
}
