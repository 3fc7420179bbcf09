import type { ChangeOrder as Order } from '#contract/changeOrderCalls';
import type { Pieces } from '#domain/denominations';
import { changeOrder } from '../../messages/changeOrder.ts';
import { drawer } from '../../messages/drawer.ts';
import { safe } from '../../messages/safe.ts';
import { APPROVAL_PIN, lacksPin, withoutYes } from '../approval/approvalForm.ts';
import { cellOf, firstWrong, piecesOf, worthTyped } from '../pieces/pieces.ts';
import {
  blankPieces,
  FIRST_CELL,
  isAboutPieces,
  type PiecesAction,
  type PiecesForm,
  piecesReducer,
} from './piecesForm.ts';

/** Cash that goes to the bank for change, or what came back of an order; and who carries it, or why it differs. */
export type ChangeOrderForm = PiecesForm & { order: Order | null; words: string };

export type ChangeOrderAction = { did: 'typedWords'; text: string } | PiecesAction;

export function blankChangeOrder(commandId: string, order: Order | null): ChangeOrderForm {
  return { ...blankPieces(commandId), order, words: '' };
}

export function changeOrderReducer(form: ChangeOrderForm, action: ChangeOrderAction): ChangeOrderForm {
  if (action.did === 'typedWords') return { ...withoutYes(form), words: action.text };
  return piecesReducer(form, action, {
    above: FIRST_CELL,
    under: 'words',
    placeOf: (trouble) => {
      if (isAboutPieces(trouble)) return FIRST_CELL;
      const isWords = trouble.code === 'change_reason_needed' || trouble.facts.field === 'reference';
      return isWords || trouble.facts.field === 'reason' ? 'words' : null;
    },
  });
}

/** How much came back more than went out; null before anything was counted, and for an order itself. */
export function receivedMore({ order, typed }: ChangeOrderForm): number | null {
  const worth = worthTyped(typed);
  return order === null || worth === 0 ? null : worth - order.cents;
}

/** What is ordered, as the door takes it; null while something of it is missing. */
export function toldOrder(form: ChangeOrderForm): { pieces: Pieces; reference: string } | null {
  return form.order === null && isTold(form) ? { pieces: piecesOf(form.typed), reference: form.words.trim() } : null;
}

/** What came back, as the door takes it; null while something of it is missing. */
export function toldReceiving(form: ChangeOrderForm): { order: string; pieces: Pieces; reason?: string } | null {
  if (form.order === null || !isTold(form)) return null;
  const reason = form.words.trim();
  return { order: form.order.order, pieces: piecesOf(form.typed), ...(reason === '' ? {} : { reason }) };
}

function isTold(form: ChangeOrderForm): boolean {
  const not = changeOrderNotYet(form);
  return not === null || not.place === APPROVAL_PIN;
}

/** Why it cannot be told yet, and where to go about it. */
export function changeOrderNotYet(form: ChangeOrderForm): { why: string; place: string } | null {
  const wrong = firstWrong(form.typed);
  if (wrong) return { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  if (worthTyped(form.typed) === 0) return { why: safe.why.pieces, place: FIRST_CELL };
  const needsWords = form.order === null || receivedMore(form) !== 0;
  if (needsWords && form.words.trim() === '')
    return { why: form.order === null ? changeOrder.whyReference : changeOrder.whyReason, place: 'words' };
  return lacksPin(form) ? { why: safe.why.pin, place: APPROVAL_PIN } : null;
}
