import type { Output } from '#contract/contract';
import type { GlLayout } from '#domain/glLayout';
import { ledgerOut as words } from '../../messages/ledgerOut.ts';
import { focusOn } from '../../ui/focus.ts';
import { type PagedAction, type PagedPlace, pagedReducer } from '../../ui/pagedList.ts';
import type { Begun } from '../../ui/useBegun.ts';
import {
  APPROVAL_PIN,
  type Approvable,
  type ApprovalAction,
  approvalReducer,
  BLANK_APPROVAL,
  lacksPin,
  withoutYes,
} from '../approval/approvalForm.ts';

export type DayListed = Output<'days'>['days'][number];
export type DayClose = Output<'dayClose'>;

/** Where one is in the list, so that it is found again from another screen. */
export type LedgerOutPlace = PagedPlace;

/** The list of days, and what is typed for the one on show. */
export type LedgerOutForm = Approvable &
  LedgerOutPlace & {
    reason: string;
    /** The one station whose day closes before the district's; null for all. */
    station: string | null;
    /** What is being asked about once more: leaving what is typed, a close, or an export right after one. */
    asks: 'leave' | 'close' | 'export' | null;
    layout: GlLayout;
    /** The command that was begun, by what it is to do; pressed again for the same, it is the same one. */
    begun: Begun | null;
    /** What was just done, in words. */
    done: string | null;
  };

export type LedgerOutAction =
  | PagedAction
  | { did: 'typedReason'; text: string }
  | { did: 'choseStation'; station: string | null }
  | { did: 'asked'; about: 'leave' | 'close' | 'export' }
  | { did: 'stayed' }
  | { did: 'choseLayout'; layout: GlLayout }
  | { did: 'began'; begun: Begun }
  | { did: 'finished'; done: string }
  | ApprovalAction;

const FIRST_PAGE: LedgerOutPlace = { before: [], chosen: null };
const NOTHING_TYPED = { ...BLANK_APPROVAL, reason: '', station: null, asks: null, done: null };

/** @param place where one was before, if one comes back */
export function blankLedgerOut(place: LedgerOutPlace = FIRST_PAGE): LedgerOutForm {
  return { ...place, ...NOTHING_TYPED, layout: 'batch', begun: null, focus: { on: 'days', turn: 0 } };
}

export function ledgerOutReducer(form: LedgerOutForm, action: LedgerOutAction): LedgerOutForm {
  switch (action.did) {
    case 'chose':
    case 'moved':
    case 'older':
    case 'newer':
      // A click on the day on show takes nothing back of what is typed for it.
      if (action.did === 'chose' && action.row === form.chosen) return form;
      return pagedReducer(form, action, NOTHING_TYPED, 'days');
    case 'typedReason':
      return { ...withoutYes(form), reason: action.text };
    case 'choseStation':
      return { ...withoutYes(form), done: null, station: action.station };
    case 'asked':
      return { ...form, asks: action.about };
    case 'sent':
    case 'markChanged':
      return approvalReducer({ ...form, asks: null }, action, () => null);
    case 'stayed':
      return { ...form, asks: null, focus: focusOn(form.focus, form.focus.on) };
    case 'choseLayout':
      return { ...form, trouble: null, layout: action.layout };
    case 'began':
      return { ...form, begun: action.begun };
    case 'finished':
      return { ...form, ...NOTHING_TYPED, done: action.done, focus: focusOn(form.focus, 'days') };
    default:
      return approvalReducer(form, action, ({ code, facts }) =>
        code === 'day_reason_needed' || facts.field === 'reason' ? 'reason' : null,
      );
  }
}

/** What the one button does for the day on show. */
export type Deed = 'close' | 'export' | 'look';

export function deedOf({ state, glExport }: DayListed): Deed {
  if (glExport !== null) return 'look';
  return state === 'open' ? 'close' : 'export';
}

/** Why the day cannot be closed yet, and where to go about it. */
export function closeNotYet(
  form: LedgerOutForm,
  told: DayClose | undefined,
  refused: string | null,
): { why: string; place: string } | null {
  if (!told)
    return {
      why: refused === null ? words.why.wait : words.why.refused,
      place: form.reason === '' ? 'days' : 'reason',
    };
  if (told.looseEndsInAll === 0) return null;
  if (form.reason.trim() === '') return { why: words.why.reason, place: 'reason' };
  return lacksPin(form) ? { why: words.why.pin, place: APPROVAL_PIN } : null;
}
