import type { Input } from '#contract/contract';
import { settlingDeposit as words } from '../../messages/deposits.ts';
import { drawer } from '../../messages/drawer.ts';
import { APPROVAL_PIN, lacksPin, withoutYes } from '../approval/approvalForm.ts';
import { cellOf, firstWrong, isUntouched, piecesOf } from '../pieces/pieces.ts';
import { blankPieces, FIRST_CELL, type PiecesAction, type PiecesForm, piecesReducer } from '../safe/piecesForm.ts';
import type { Deposit } from './depositsForm.ts';
import { type TicksAction, ticksReducer } from './makeDepositForm.ts';
import { NO_TICKS, type Placed, type Ticks } from './ticks.ts';

/** A third count of a deposit whose two counts differ: the cash, which papers are there, and why. */
export type SettleDepositForm = PiecesForm & { of: Deposit; ticks: Ticks; reason: string };

export type SettleDepositAction = TicksAction | { did: 'typedReason'; text: string } | PiecesAction;

/** Where both counted the same papers, they are there; else each is looked for again. */
export function blankSettleDeposit(commandId: string, of: Deposit): SettleDepositForm {
  const papers = of.told?.counts.filter(({ tender }) => tender !== 'cash') ?? [];
  const agree = papers.every(({ agrees }) => agrees);
  const ticked = agree ? papersOf(of).map(({ place }) => place) : [];
  return { ...blankPieces(commandId), of, ticks: { ...NO_TICKS, ticked }, reason: '' };
}

export function papersOf({ told }: Deposit): Placed[] {
  return told?.checks.map((paper, place) => ({ paper, place })) ?? [];
}

export function settleDepositReducer(form: SettleDepositForm, action: SettleDepositAction): SettleDepositForm {
  switch (action.did) {
    case 'typedReason':
      return { ...withoutYes(form), reason: action.text };
    case 'typedLook':
    case 'movedPaper':
    case 'acceptedLook':
    case 'tickedPaper':
      return ticksReducer(withoutYes(form), action, papersOf(form.of), 'reason');
    default:
      return piecesReducer(form, action, {
        above: FIRST_CELL,
        under: papersOf(form.of).length > 0 ? 'papers' : 'reason',
        placeOf: ({ code, facts }) =>
          facts.field === 'reason' ? 'reason' : code === 'deposit_check_unknown' ? 'papers' : null,
      });
  }
}

/** Why it cannot be settled yet, and where to go about it. */
export function settleDepositNotYet(form: SettleDepositForm): { why: string; place: string } | null {
  const wrong = firstWrong(form.typed);
  if (wrong) return { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  const hasCash = form.of.told?.parts.some(({ tender }) => tender === 'cash');
  if (hasCash && isUntouched(form.typed)) return { why: words.why.blank, place: FIRST_CELL };
  if (form.reason.trim() === '') return { why: words.why.reason, place: 'reason' };
  return lacksPin(form) ? { why: words.why.pin, place: APPROVAL_PIN } : null;
}

/** What was found and why, as the door takes it; null while something of it is missing. */
export function toldSettlingDeposit(form: SettleDepositForm): Input<'depositResolution'> | null {
  const not = settleDepositNotYet(form);
  if (not && not.place !== APPROVAL_PIN) return null;
  const there = new Set(form.ticks.ticked);
  const missing = papersOf(form.of).filter(({ place }) => !there.has(place));
  return {
    deposit: form.of.deposit,
    pieces: piecesOf(form.typed),
    missing: missing.map(({ paper }) => paper),
    reason: form.reason.trim(),
  };
}
