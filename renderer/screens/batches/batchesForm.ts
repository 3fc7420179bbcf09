import type { Input, Output } from '#contract/contract';
import { shortName } from '../../format.ts';
import { batches as words } from '../../messages/batches.ts';
import type { Trouble } from '../../refusal.ts';
import { nextOf } from '../../ui/beside.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';
import { type PagedAction, type PagedPlace, pagedReducer, turnedTo } from '../../ui/pagedList.ts';
import type { Begun } from '../../ui/useBegun.ts';
import { isDay } from '../reports/reportsForm.ts';

export type Batch = Output<'batch'>;
export type BatchListed = Output<'batches'>['batches'][number];

/** What the list shows, in the order in which one key goes through it. */
export const FILTERS = ['all', 'balanced', 'closed', 'sent_back'] as const;
export type Filter = (typeof FILTERS)[number];

/** Where one is in the list, so that it is found again from another screen. */
export type BatchesPlace = PagedPlace & {
  filter: Filter;
  /** The business day of which batches are listed, as it is typed; anything that is no day yet means all. */
  day: string;
};

/** The list of batches, and what was told the ledger of the one on show. */
export type BatchesForm = BatchesPlace & {
  /** The command that was begun for a batch as its mark says; pressed again for the same mark, it is the same one. */
  begun: Begun | null;
  /** The batch that was just approved. */
  approved: string | null;
  /** The mark of the batch about which it is asked once more: it was sent back. */
  asking: string | null;
  busy: boolean;
  trouble: string | null;
  focus: Focus;
};

export type BatchesAction =
  | PagedAction
  | { did: 'filtered' }
  | { did: 'typedDay'; text: string }
  | { did: 'wentTo'; place: 'batches' | 'day' }
  | { did: 'began'; begun: Begun }
  | { did: 'asked'; mark: string }
  | { did: 'stayed' }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble }
  | { did: 'approved'; batch: string };

/** The newest of all batches, unless one of them is meant. */
export function firstPage(chosen: string | null): BatchesPlace {
  return { filter: 'all', day: '', before: [], chosen };
}

const NOTHING_TOLD = { approved: null, trouble: null, asking: null };

/** @param place where one was before, if one comes back */
export function blankBatches(place: BatchesPlace = firstPage(null)): BatchesForm {
  return { ...place, ...NOTHING_TOLD, begun: null, busy: false, focus: { on: 'batches', turn: 0 } };
}

export function batchesReducer(form: BatchesForm, action: BatchesAction): BatchesForm {
  switch (action.did) {
    case 'filtered':
      return { ...turnedTo(form, [], NOTHING_TOLD, 'batches'), filter: nextOf(FILTERS, form.filter) };
    case 'typedDay':
      return { ...form, ...NOTHING_TOLD, before: [], chosen: null, day: action.text };
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'began':
      return { ...form, begun: action.begun };
    case 'asked':
      return { ...form, asking: action.mark };
    case 'stayed':
      return { ...form, asking: null };
    case 'sent':
      return { ...form, ...NOTHING_TOLD, busy: true };
    case 'refused':
      return { ...form, busy: false, trouble: action.trouble.sentence, focus: focusOn(form.focus, 'batches') };
    case 'approved':
      return {
        ...form,
        busy: false,
        approved: action.batch,
        chosen: action.batch,
        focus: focusOn(form.focus, 'batches'),
      };
    default:
      return pagedReducer(form, action, NOTHING_TOLD, 'batches');
  }
}

/** Batches on one page of the list. */
export const BATCHES_ON_A_PAGE = 100;

/** The page of the list that is on show, as the ledger is asked for it. */
export function pageAsked({ filter, day, before }: BatchesPlace): Input<'batches'> {
  const after = before.at(-1);
  return {
    most: BATCHES_ON_A_PAGE,
    ...(filter === 'all' ? {} : { state: filter }),
    ...(isDay(day) ? { day } : {}),
    ...(after === undefined ? {} : { after }),
  };
}

/** Batches of one business day. */
export type DayOfBatches = { day: BatchListed['businessDay']; batches: BatchListed[] };

/** The list by business day, in the order in which it came. */
export function byDay(batches: readonly BatchListed[]): DayOfBatches[] {
  const days = new Map<BatchListed['businessDay'], BatchListed[]>();
  for (const one of batches) days.set(one.businessDay, [...(days.get(one.businessDay) ?? []), one]);
  return [...days].map(([day, its]) => ({ day, batches: its }));
}

/** What was taken and not made void, in cents; null while the amounts are hidden. */
export function takenCents({ totals }: Pick<Batch, 'totals'>): number | null {
  return totals && totals.issuedCents - totals.voidedCents;
}

/** Why a batch cannot be approved now, in the order in which the ledger asks; and whether the safe is the way on. */
export function approveNotYet(batch: Batch): { why: string; atTheSafe: boolean } | null {
  const { state, isLeft, drawer, unsettled, yours } = batch;
  if (isLeft) return null;
  if (state === 'open') return { why: words.why.open(drawer), atTheSafe: false };
  if (state === 'approved' || state === 'deposited' || state === 'posted')
    return { why: words.why[state], atTheSafe: false };
  if (unsettled > 0) return { why: words.why.unsettled(unsettled), atTheSafe: true };
  return yours ? { why: words.why.yours(yours), atTheSafe: false } : null;
}

/** Why a batch that may be approved is asked about once more: who sent it back last, and why. Null where nobody did. */
export function sentBack({ state, steps }: Pick<Batch, 'state' | 'steps'>): { name: string; reason: string } | null {
  const last = steps.findLast(({ step }) => step === 'sent_back');
  if (state !== 'sent_back' || !last) return null;
  return { name: shortName(last.personName), reason: last.reason ?? words.noReason };
}

/** Whether a batch can be sent back: it is closed, was not sent back last, and is not at the bank. */
export function maySendBack({ state }: Pick<Batch, 'state'>): boolean {
  return state === 'closed' || state === 'balanced' || state === 'approved';
}
