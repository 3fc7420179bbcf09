import type { Pieces } from '#domain/denominations';
import { drawer } from '../../messages/drawer.ts';
import { fund, safe } from '../../messages/safe.ts';
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

/** The change fund about to grow or to be given back: the pieces, and the resolution that says so. */
export type ChangeFundForm = PiecesForm & { way: 'in' | 'back'; resolution: string };

export type ChangeFundAction =
  | { did: 'choseWay'; way: 'in' | 'back' }
  | { did: 'typedResolution'; text: string }
  | PiecesAction;

export function blankChangeFund(commandId: string): ChangeFundForm {
  return { ...blankPieces(commandId), way: 'in', resolution: '' };
}

export function changeFundReducer(form: ChangeFundForm, action: ChangeFundAction): ChangeFundForm {
  switch (action.did) {
    case 'choseWay':
      return { ...withoutYes(form), way: action.way };
    case 'typedResolution':
      return { ...withoutYes(form), resolution: action.text };
    default:
      return piecesReducer(form, action, {
        above: 'way',
        under: 'resolution',
        placeOf: (trouble) =>
          isAboutPieces(trouble) ? FIRST_CELL : trouble.facts.field === 'resolution' ? 'resolution' : null,
      });
  }
}

/** The change as the door takes it; null while something of it is missing. */
export function toldFund(form: ChangeFundForm): { pieces: Pieces; isGivenBack: boolean; resolution: string } | null {
  const not = changeFundNotYet(form);
  if (not && not.place !== APPROVAL_PIN) return null;
  return { pieces: piecesOf(form.typed), isGivenBack: form.way === 'back', resolution: form.resolution.trim() };
}

/** Why it cannot be told yet, and where to go about it. */
export function changeFundNotYet(form: ChangeFundForm): { why: string; place: string } | null {
  const wrong = firstWrong(form.typed);
  if (wrong) return { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  if (worthTyped(form.typed) === 0) return { why: safe.why.pieces, place: FIRST_CELL };
  if (form.resolution.trim() === '') return { why: fund.why, place: 'resolution' };
  return lacksPin(form) ? { why: safe.why.pin, place: APPROVAL_PIN } : null;
}
