import type { Attachment } from '#domain/attachment';
import type { NoSaleReason } from '#domain/custody';
import { custody } from '../../messages/custody.ts';
import { drawer } from '../../messages/drawer.ts';
import type { Trouble } from '../../refusal.ts';
import { focusOn } from '../../ui/focus.ts';
import { APPROVAL_PIN, lacksPin, withoutYes } from '../approval/approvalForm.ts';
import {
  cellAfter,
  cellOf,
  denominationsShown,
  firstWrong,
  isUntouched,
  type TypedPieces,
  type TypedRow,
  withTyped,
  worthTyped,
} from '../pieces/pieces.ts';
import { blankUndo, type UndoAction, type UndoForm, undoReducer } from '../undo/undoForm.ts';

/** What is done with the cash of a drawer, beside receipts. */
export type CustodyWhat = 'drop' | 'noSale' | 'paidIn' | 'paidOut' | 'swap';
/** Which pieces of a swap: those that go to the safe, or those that come from it. The others have one side alone. */
export type Side = 'out' | 'in';

/** Cash that moves and is no receipt, as it is counted and told; of a no sale the reason alone. */
export type CustodyForm = UndoForm<NoSaleReason> & {
  what: CustodyWhat;
  typed: Record<Side, TypedPieces>;
  withRare: boolean;
  /** `401/5358031`, or nothing chosen yet. */
  place: string;
  attachment: Attachment | null;
};

export type CustodyAction =
  | { did: 'typedPieces'; side: Side; worth: number; column: keyof TypedRow; text: string }
  | { did: 'movedCell'; side: Side; worth: number; column: keyof TypedRow; by: 1 | -1 }
  | { did: 'showedRare' }
  | { did: 'chosePlace'; place: string }
  | { did: 'attached'; attachment: Attachment }
  | { did: 'fileRefused'; sentence: string }
  | UndoAction<NoSaleReason>;

export function blankCustody(what: CustodyWhat, commandId: string, startedAt: number): CustodyForm {
  const first = what === 'noSale' ? 'reason' : sideCell('out', what, 10_000, 'loose');
  return {
    ...blankUndo<NoSaleReason>(commandId, startedAt, first),
    ...{ what, typed: { out: {}, in: {} }, withRare: false, place: '', attachment: null },
  };
}

export function custodyReducer(form: CustodyForm, action: CustodyAction): CustodyForm {
  switch (action.did) {
    case 'typedPieces': {
      const { side, worth, column, text } = action;
      return {
        ...withoutYes(form),
        typed: { ...form.typed, [side]: withTyped(form.typed[side], worth, column, text) },
      };
    }
    case 'movedCell':
      return { ...form, focus: focusOn(form.focus, cellReached(form, action)) };
    case 'showedRare':
      return { ...form, withRare: true, focus: focusOn(form.focus, sideCell('out', form.what, 200, 'loose')) };
    case 'chosePlace':
      return { ...withoutYes(form), place: action.place };
    case 'attached':
      return { ...withoutYes(form), attachment: action.attachment, focus: focusOn(form.focus, APPROVAL_PIN) };
    case 'begunAnew':
      // What is wrong is the count: the hand begins there again.
      return {
        ...undoReducer(form, action),
        focus: focusOn(form.focus, sideCell('out', form.what, 10_000, 'loose')),
      };
    case 'fileRefused':
      return { ...withoutYes(form), trouble: { under: 'file', sentence: action.sentence } };
    default:
      return undoReducer(form, action, (trouble) => custodyPlaceOf(trouble, form.what));
  }
}

/** The name by which the hand finds a cell: a swap has two cells of each denomination. */
export function sideCell(side: Side, what: CustodyWhat, worth: number, column: keyof TypedRow): string {
  return what === 'swap' ? `${side}-${worth}` : cellOf(worth, column);
}

function cellReached(form: CustodyForm, { side, ...moved }: Extract<CustodyAction, { did: 'movedCell' }>): string {
  const shown = denominationsShown(form.withRare);
  const next = cellAfter(form.typed[side], shown, moved);
  const worth = next === null ? null : Number(next.split('-')[1]);
  if (worth !== null) return sideCell(side, form.what, worth, moved.column);
  if (moved.by < 0) return form.focus.on;
  if (form.what === 'swap') return side === 'out' ? sideCell('in', 'swap', 10_000, 'loose') : APPROVAL_PIN;
  return form.what === 'drop' ? 'primary' : 'place';
}

/** What is still missing, and where to go about it. */
export function custodyNotYet(form: CustodyForm): { why: string; place: string } | null {
  const { what } = form;
  const lacking = what === 'noSale' ? reasonLacking(form) : (piecesLacking(form) ?? paidLacking(form));
  if (lacking) return lacking;
  return what !== 'drop' && lacksPin(form) ? { why: custody.why.pin, place: APPROVAL_PIN } : null;
}

function reasonLacking({ reason }: CustodyForm) {
  return reason === null ? { why: custody.why.reason, place: 'reason' } : null;
}

function piecesLacking({ what, typed }: CustodyForm) {
  for (const side of ['out', 'in'] as const) {
    const wrong = firstWrong(typed[side]);
    if (wrong) return { why: drawer.pieces.why, place: sideCell(side, what, wrong.worth, wrong.column) };
  }
  const worth = worthTyped(typed.out);
  if (worth === 0) return { why: custody.why.count, place: sideCell('out', what, 10_000, 'loose') };
  if (what === 'swap' && worthTyped(typed.in) !== worth)
    return { why: custody.why.unequal, place: sideCell('in', what, 10_000, 'loose') };
  return null;
}

function paidLacking({ what, place, words, attachment }: CustodyForm) {
  if (what !== 'paidIn' && what !== 'paidOut') return null;
  if (place === '') return { why: custody.why.place, place: 'place' };
  if (words.trim() === '') return { why: custody.why.words, place: 'words' };
  return what === 'paidOut' && attachment === null ? { why: custody.why.file, place: 'file' } : null;
}

/** The field that a refusal is about. */
export function custodyPlaceOf({ code, facts }: Trouble, what: CustodyWhat): string | null {
  switch (code) {
    case 'chart_unknown':
    case 'chart_kept':
      return 'place';
    case 'attachment_unknown':
    case 'attachment_kind':
    case 'attachment_too_large':
      return 'file';
    default:
      return facts.field === 'reason' && what !== 'noSale' ? 'words' : null;
  }
}

/** Whether a reload would lose anything. */
export function isBegunCustody(form: CustodyForm): boolean {
  const { reason, words, attachment } = form;
  return hasCounted(form) || reason !== null || words !== '' || attachment !== null;
}

/** Whether any pieces are typed: they are not forgotten without asking. */
export function hasCounted({ typed }: CustodyForm): boolean {
  return !isUntouched(typed.out) || !isUntouched(typed.in);
}
