import {
  blankPieces,
  countNotYet,
  FIRST_CELL,
  isAboutPieces,
  type PiecesAction,
  type PiecesForm,
  piecesReducer,
} from './piecesForm.ts';

/** A float that comes back, as it is counted: nothing but its pieces. */
export type TakeFloatBackForm = PiecesForm;

export function blankTakeFloatBack(commandId: string): TakeFloatBackForm {
  return blankPieces(commandId);
}

export function takeFloatBackReducer(form: TakeFloatBackForm, action: PiecesAction): TakeFloatBackForm {
  return piecesReducer(form, action, {
    above: FIRST_CELL,
    under: 'primary',
    placeOf: (trouble) => (isAboutPieces(trouble) ? FIRST_CELL : null),
  });
}

/** Why it cannot be recorded yet, and where to go about it. Where nothing is left of it, a 0 says so. */
export function takeFloatBackNotYet({ typed }: TakeFloatBackForm): { why: string; place: string } | null {
  return countNotYet(typed);
}
