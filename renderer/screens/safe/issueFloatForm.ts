import { drawer } from '../../messages/drawer.ts';
import { floatOut, safe } from '../../messages/safe.ts';
import { cellOf, firstWrong, worthTyped } from '../pieces/pieces.ts';
import {
  blankPieces,
  FIRST_CELL,
  isAboutPieces,
  type PiecesAction,
  type PiecesForm,
  piecesReducer,
} from './piecesForm.ts';

/** A float about to go out of the safe: its pieces, who takes it, and at which station. */
export type IssueFloatForm = PiecesForm & { to: string; station: string };

export type IssueFloatAction =
  | { did: 'choseTaker'; person: string }
  | { did: 'choseStation'; station: string }
  | PiecesAction;

export function blankIssueFloat(commandId: string, to: string, station: string): IssueFloatForm {
  return { ...blankPieces(commandId, 'to'), to, station };
}

export function issueFloatReducer(form: IssueFloatForm, action: IssueFloatAction): IssueFloatForm {
  switch (action.did) {
    case 'choseTaker':
      return { ...form, trouble: null, to: action.person };
    case 'choseStation':
      return { ...form, trouble: null, station: action.station };
    default:
      return piecesReducer(form, action, {
        above: 'station',
        under: 'primary',
        placeOf: (trouble) => (isAboutPieces(trouble) ? FIRST_CELL : null),
      });
  }
}

/** Why it cannot go out yet, and where to go about it. */
export function issueFloatNotYet(form: IssueFloatForm): { why: string; place: string } | null {
  const wrong = firstWrong(form.typed);
  if (wrong) return { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  if (form.to === '') return { why: floatOut.why, place: 'to' };
  return worthTyped(form.typed) === 0 ? { why: safe.why.pieces, place: FIRST_CELL } : null;
}
