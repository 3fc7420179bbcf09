import type { Input } from '#contract/contract';
import type { Handoff } from '#contract/custodyCalls';
import { readAmount } from '#domain/amountEntry';
import { worthOf } from '#domain/denominations';
import { isPaper } from '#domain/handoff';
import { missing, putRight } from '#domain/handoffPostings';
import { cents, negate } from '#domain/money';
import { safe, settling } from '../../messages/safe.ts';
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
import { isBlankPaper, paperNotYet, type TypedPaper } from './typedPaper.ts';

/** A handoff whose counts differ, counted once more by both together: what was found, and why it differed. */
export type SettleForm = PiecesForm & { paper: TypedPaper; reason: string };

export type SettleAction =
  | { did: 'typedPaper'; field: keyof TypedPaper; text: string }
  | { did: 'typedReason'; text: string }
  | PiecesAction;

export function blankSettle(commandId: string, { what }: Handoff): SettleForm {
  return {
    ...blankPieces(commandId, isPaper(what) ? 'items' : FIRST_CELL),
    paper: { items: '', total: '' },
    reason: '',
  };
}

export function settleReducer(form: SettleForm, action: SettleAction): SettleForm {
  switch (action.did) {
    case 'typedPaper':
      return { ...withoutYes(form), paper: { ...form.paper, [action.field]: action.text } };
    case 'typedReason':
      return { ...withoutYes(form), reason: action.text };
    default:
      return piecesReducer(form, action, {
        above: FIRST_CELL,
        under: 'reason',
        placeOf: ({ facts }) => (String(facts.field ?? '').includes('reason') ? 'reason' : null),
      });
  }
}

/** Whether anything but pieces is typed. */
export function isBegunSettling({ reason, paper }: SettleForm): boolean {
  return reason !== '' || !isBlankPaper(paper);
}

/** What was found and why, as the door takes it; null while something of it is missing. */
export function toldSettling(form: SettleForm, of: Handoff): Input<'resolution'> | null {
  const not = settleNotYet(form, of);
  if (not && not.place !== APPROVAL_PIN) return null;
  return { counted: foundOf(form, of), reason: form.reason.trim() };
}

function foundOf({ typed, paper }: SettleForm, { handoff, what }: Handoff): Input<'resolution'>['counted'] {
  if (!isPaper(what)) return { handoff, pieces: piecesOf(typed) };
  const total = readAmount(paper.total);
  return { handoff, items: Number(paper.items), cents: total.state === 'amount' ? total.amount : 0 };
}

/** What it is settled with, as it is typed. */
export function foundCents(form: SettleForm, of: Handoff): number {
  const found = foundOf(form, of);
  return 'pieces' in found ? worthOf(found.pieces) : found.cents;
}

/** What was found, where the rest lies, and what nobody can explain. */
export function whatIsSo({ what, ...counts }: Handoff, found: number): string {
  const returned = counts.returnedCents === null ? null : cents(counts.returnedCents);
  const halves = { given: cents(counts.givenCents ?? 0), counted: cents(counts.countedCents ?? 0), returned };
  const told = { what, ...halves, found: cents(found) };
  const unexplainedCents = negate(missing(told));
  return settling.so({
    what: returned === null ? what : 'back',
    foundCents: told.found,
    putRightCents: putRight(told),
    unexplainedCents,
  });
}

/** Why it cannot be settled yet, and where to go about it. A count of nothing takes a 0. */
export function settleNotYet(form: SettleForm, { what }: Handoff): { why: string; place: string } | null {
  const not = isPaper(what) ? paperNotYet(what, form.paper) : countNotYet(form.typed);
  if (not) return not;
  if (form.reason.trim() === '') return { why: settling.why, place: 'reason' };
  return lacksPin(form) ? { why: safe.why.pin, place: APPROVAL_PIN } : null;
}
