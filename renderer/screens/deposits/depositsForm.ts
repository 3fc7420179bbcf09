import type { Input, Output } from '#contract/contract';
import { deposits as words } from '../../messages/deposits.ts';
import type { Trouble } from '../../refusal.ts';
import { nextOf } from '../../ui/beside.ts';
import type { Focus } from '../../ui/focus.ts';
import { type PagedAction, type PagedPlace, pagedReducer, turnedTo } from '../../ui/pagedList.ts';

export type Deposit = Output<'deposit'>;
export type DepositListed = Output<'deposits'>['deposits'][number];

/** What the list shows, in the order in which one key goes through it. */
export const FILTERS = ['all', 'late', 'prepared', 'handed'] as const;
export type Filter = (typeof FILTERS)[number];

/** Where one is in the list, so that it is found again from another screen. */
export type DepositsPlace = PagedPlace & { filter: Filter };

export type DepositsForm = DepositsPlace & {
  /** What became of the slip that was asked for. */
  said: string | null;
  trouble: string | null;
  focus: Focus;
};

export type DepositsAction = PagedAction | { did: 'filtered' } | PrintedAction;

/** What becomes of a slip that was asked for. */
export type PrintedAction = { did: 'sent' } | { did: 'printed'; copy: number } | { did: 'refused'; trouble: Trouble };

const NOTHING_SAID = { said: null, trouble: null };

/** @param place where one was before, if one comes back */
export function blankDeposits(place: DepositsPlace = { filter: 'all', before: [], chosen: null }): DepositsForm {
  return { ...place, ...NOTHING_SAID, focus: { on: 'deposits', turn: 0 } };
}

export function depositsReducer(form: DepositsForm, action: DepositsAction): DepositsForm {
  switch (action.did) {
    case 'filtered':
      return { ...turnedTo(form, [], NOTHING_SAID, 'deposits'), filter: nextOf(FILTERS, form.filter) };
    case 'sent':
    case 'printed':
    case 'refused':
      return printedReducer(form, action);
    default:
      return pagedReducer(form, action, NOTHING_SAID, 'deposits');
  }
}

export function printedReducer<F extends { said: string | null; trouble: string | null }>(
  form: F,
  action: PrintedAction,
): F {
  if (action.did === 'refused') return { ...form, ...NOTHING_SAID, trouble: action.trouble.sentence };
  return { ...form, trouble: null, said: action.did === 'printed' ? words.printed(action.copy) : null };
}

/** Deposits on one page of the list. */
export const DEPOSITS_ON_A_PAGE = 100;

/** What the ledger is asked for. A deposit whose seal was broken waits for a second count, too, once it was recounted. */
const ASKED: Record<Filter, Input<'deposits'>> = {
  all: {},
  late: { late: true },
  prepared: { states: ['prepared', 'recounted'] },
  handed: { states: ['handed'] },
};

/** The page of the list that is on show, as the ledger is asked for it. */
export function pageAsked({ filter, before }: DepositsPlace): Input<'deposits'> {
  const after = before.at(-1);
  return {
    most: DEPOSITS_ON_A_PAGE,
    ...ASKED[filter],
    ...(after === undefined ? {} : { after }),
  };
}

/** What the forms that only tell a fact are about. */
export type StepKind = 'hand' | 'missed' | 'confirm' | 'correct' | 'withdraw' | 'explain' | 'transmit' | 'destroy';
/** The one thing that is to be done about a deposit next. */
export type MainDeed =
  | 'witness'
  | 'settle'
  | 'recount'
  | Extract<StepKind, 'hand' | 'transmit' | 'confirm' | 'destroy'>;

/** Whether somebody of that role deposits; a cashier only counts a second time, an auditor only looks. */
export function keepsTheSafe(role: string | undefined): boolean {
  return role === 'supervisor' || role === 'finance';
}

/**
 * What is to be done about a deposit next by whoever looks at it, or why nothing.
 * @param hasPaper whether checks lie there that were sent as images
 */
export function deedFor(
  { state, isYours, bag }: Pick<DepositListed, 'state' | 'isYours' | 'bag'>,
  role: string | undefined,
  hasPaper: boolean,
): { deed: MainDeed } | { why: string } {
  if (state === 'prepared' || state === 'recounted') return isYours ? { why: words.why.yours } : { deed: 'witness' };
  if (state === 'broken' && keepsTheSafe(role)) return { deed: 'recount' };
  if (isInDispute({ state }) && keepsTheSafe(role)) return { deed: 'settle' };
  if (state === 'made') return { deed: bag === null ? 'transmit' : 'hand' };
  if (state === 'handed') return { deed: 'confirm' };
  return state === 'confirmed' && hasPaper ? { deed: 'destroy' } : { why: words.why.over };
}

/** Why whoever looks at it is not told what is in it; null while that is only still to come. */
export function hiddenWhy({ state }: Pick<DepositListed, 'state'>, role: string | undefined): string | null {
  if (state === 'prepared' || state === 'recounted') return words.hidden;
  if (role !== 'cashier' || state === 'withdrawn') return null;
  return isInDispute({ state }) ? words.disputed : words.notForCashiers;
}

/** What else may be done about it. */
export function mayDo({
  state,
  bag,
  isLate,
  lateReason,
}: DepositListed): Record<'withdraw' | 'missed' | 'explain' | 'correct', boolean> {
  return {
    correct: state === 'confirmed',
    withdraw: state === 'prepared' || state === 'differs',
    missed: bag !== null && (state === 'made' || state === 'handed'),
    explain: isLate && lateReason === null,
  };
}

/** Whether its slip and its letter can be made: two people have counted it. */
export function isCounted({ state }: Pick<DepositListed, 'state'>): boolean {
  return state === 'made' || state === 'handed' || state === 'confirmed';
}

/** Two counts of it differ, or are not what must be in it, and nobody has settled them. */
export function isInDispute({ state }: Pick<DepositListed, 'state'>): boolean {
  return state === 'differs' || state === 'recount_differs';
}
