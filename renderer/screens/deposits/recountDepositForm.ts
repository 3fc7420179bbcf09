import type { Input } from '#contract/contract';
import { settlingDeposit as words } from '../../messages/deposits.ts';
import { drawer } from '../../messages/drawer.ts';
import { cellOf, firstWrong, isUntouched, piecesOf } from '../pieces/pieces.ts';
import { blankPieces, FIRST_CELL, type PiecesAction, type PiecesForm, piecesReducer } from '../safe/piecesForm.ts';
import { bagNotYet, placeOfBag } from './bagText.ts';
import type { Deposit } from './depositsForm.ts';
import { type TicksAction, ticksReducer } from './makeDepositForm.ts';
import { papersOf } from './settleDepositForm.ts';
import { NO_TICKS, type Ticks } from './ticks.ts';

/** The first of two recounts of a deposit whose seal was broken: the cash, which papers are there, and the new bag. */
export type RecountDepositForm = PiecesForm & { of: Deposit; ticks: Ticks; bag: string; seal: string };

export type RecountDepositAction =
  | TicksAction
  | { did: 'typedBag'; field: 'bag' | 'seal'; text: string }
  | PiecesAction;

export function blankRecountDeposit(commandId: string, of: Deposit): RecountDepositForm {
  return { ...blankPieces(commandId), of, ticks: NO_TICKS, bag: '', seal: '' };
}

export function recountDepositReducer(form: RecountDepositForm, action: RecountDepositAction): RecountDepositForm {
  switch (action.did) {
    case 'typedBag':
      return { ...form, trouble: null, [action.field]: action.text };
    case 'typedLook':
    case 'movedPaper':
    case 'acceptedLook':
    case 'tickedPaper':
      return ticksReducer(form, action, papersOf(form.of), 'bag');
    default:
      return piecesReducer(form, action, {
        above: FIRST_CELL,
        under: papersOf(form.of).length > 0 ? 'papers' : 'bag',
        placeOf: (trouble) => (trouble.code === 'deposit_check_unknown' ? 'papers' : placeOfBag(trouble)),
      });
  }
}

/** How many papers are not ticked off, and so are told as missing. */
export function papersMissing({ of, ticks }: RecountDepositForm): number {
  return papersOf(of).length - ticks.ticked.length;
}

/** Whether leaving would lose anything. */
export function isBegunRecount({ ticks, bag, seal }: RecountDepositForm): boolean {
  return ticks.ticked.length > 0 || (ticks.look + bag + seal).trim() !== '';
}

/** Why it cannot be recorded yet, and where to go about it. */
export function recountDepositNotYet(form: RecountDepositForm): { why: string; place: string } | null {
  const wrong = firstWrong(form.typed);
  if (wrong) return { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  const hasCash = form.of.told?.parts.some(({ tender }) => tender === 'cash');
  if (hasCash && isUntouched(form.typed)) return { why: words.why.blank, place: FIRST_CELL };
  return bagNotYet(form);
}

/** The recount as the door takes it. */
export function toldRecount(form: RecountDepositForm): Omit<Input<'recountDeposit'>, 'commandId'> {
  const there = new Set(form.ticks.ticked);
  const missing = papersOf(form.of).flatMap(({ paper, place }) => (there.has(place) ? [] : [paper]));
  return { deposit: form.of.deposit, pieces: piecesOf(form.typed), missing, bag: form.bag, seal: form.seal };
}
