import type { Input } from '#contract/contract';
import { safe } from '../../messages/safe.ts';
import { settlingSafe } from '../../messages/safeCount.ts';
import { APPROVAL_PIN, lacksPin, withoutYes } from '../approval/approvalForm.ts';
import { piecesOf } from '../pieces/pieces.ts';
import {
  blankPieces,
  countNotYet,
  FIRST_CELL,
  type PiecesAction,
  type PiecesForm,
  piecesReducer,
} from './piecesForm.ts';

/** A third look at the safe: what was found, and why the counts differed. */
export type SettleSafeCountForm = PiecesForm & { reason: string };

export type SettleSafeCountAction = { did: 'typedReason'; text: string } | PiecesAction;

export function blankSettleSafeCount(commandId: string): SettleSafeCountForm {
  return { ...blankPieces(commandId), reason: '' };
}

export function settleSafeCountReducer(form: SettleSafeCountForm, action: SettleSafeCountAction): SettleSafeCountForm {
  if (action.did === 'typedReason') return { ...withoutYes(form), reason: action.text };
  return piecesReducer(form, action, {
    above: FIRST_CELL,
    under: 'reason',
    placeOf: ({ facts }) => (facts.field === 'reason' ? 'reason' : null),
  });
}

/** What was found and why, as the door takes it; null while something of it is missing. */
export function toldSettlingSafe(form: SettleSafeCountForm, count: string): Input<'safeResolution'> | null {
  const not = settleSafeCountNotYet(form);
  if (not && not.place !== APPROVAL_PIN) return null;
  return { count, pieces: piecesOf(form.typed), reason: form.reason.trim() };
}

/** Why it cannot be settled yet, and where to go about it. */
export function settleSafeCountNotYet(form: SettleSafeCountForm): { why: string; place: string } | null {
  const not = countNotYet(form.typed);
  if (not) return not;
  if (form.reason.trim() === '') return { why: settlingSafe.why, place: 'reason' };
  return lacksPin(form) ? { why: safe.why.pin, place: APPROVAL_PIN } : null;
}
