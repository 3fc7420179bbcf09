import { drawer } from '../../messages/drawer.ts';
import { safe } from '../../messages/safe.ts';
import type { Trouble } from '../../refusal.ts';
import { focusOn } from '../../ui/focus.ts';
import {
  type Approvable,
  type ApprovalAction,
  approvalReducer,
  BLANK_APPROVAL,
  withoutYes,
} from '../approval/approvalForm.ts';
import type { BegunAnew } from '../approval/useBegunAnew.ts';
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

/** What every form of the safe holds: the pieces as they are counted, and whether leaving them is being asked about. */
export type PiecesForm = Approvable & {
  commandId: string;
  typed: TypedPieces;
  withRare: boolean;
  isLeaving: boolean;
};

export type PiecesAction =
  | { did: 'typedPieces'; worth: number; column: keyof TypedRow; text: string }
  | { did: 'movedCell'; worth: number; column: keyof TypedRow; by: 1 | -1 }
  | { did: 'showedRare' }
  | { did: 'wentBack' }
  | { did: 'stayed' }
  | BegunAnew
  | ApprovalAction;

/** Where the hand begins a count. */
export const FIRST_CELL = cellOf(10_000, 'loose');

export function blankPieces(commandId: string, on: string = FIRST_CELL): PiecesForm {
  return {
    ...{ commandId, typed: {}, withRare: false, isLeaving: false },
    ...BLANK_APPROVAL,
    focus: { on, turn: 0 },
  };
}

/**
 * The part of a form's reducer that counts pieces and asks for a yes.
 * @param ways where the hand goes above and under the table, and the field that a refusal is about
 */
export function piecesReducer<F extends PiecesForm>(
  form: F,
  action: PiecesAction,
  ways: { above: string; under: string; placeOf: (trouble: Trouble) => string | null },
): F {
  switch (action.did) {
    case 'typedPieces':
      return { ...withoutYes(form), typed: withTyped(form.typed, action.worth, action.column, action.text) };
    case 'movedCell': {
      const next = cellAfter(form.typed, denominationsShown(form.withRare), action);
      return { ...form, focus: focusOn(form.focus, next ?? (action.by > 0 ? ways.under : ways.above)) };
    }
    case 'showedRare':
      return { ...form, withRare: true, focus: focusOn(form.focus, cellOf(200, 'loose')) };
    case 'wentBack':
      return { ...form, isLeaving: true };
    case 'stayed':
      return { ...form, isLeaving: false, focus: focusOn(form.focus, form.focus.on) };
    case 'begunAnew':
      return { ...form, commandId: action.commandId };
    default:
      return approvalReducer(form, action, ways.placeOf);
  }
}

/** Of a form that is nothing but its pieces. */
export function onlyPiecesReducer(form: PiecesForm, action: PiecesAction): PiecesForm {
  const placeOf = (trouble: Trouble) => (isAboutPieces(trouble) ? FIRST_CELL : null);
  return piecesReducer(form, action, { above: FIRST_CELL, under: 'primary', placeOf });
}

/** Why a count of pieces cannot be recorded yet, and where to go about it. A count of nothing takes a 0. */
export function countNotYet(typed: TypedPieces): { why: string; place: string } | null {
  const wrong = firstWrong(typed);
  if (wrong) return { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  return isUntouched(typed) ? { why: safe.why.blank, place: FIRST_CELL } : null;
}

/** What is wrong with the pieces themselves stands under their table. */
export function isAboutPieces({ code, facts }: Trouble): boolean {
  return (
    String(facts.field ?? '').startsWith('pieces') ||
    code === 'pieces_nothing' ||
    code === 'safe_short' ||
    code === 'change_fund_unset' ||
    code === 'change_fund_short' ||
    code === 'float_too_large'
  );
}
