import type { Output } from '#contract/contract';
import type { Branch, Stray } from '#contract/heldCalls';
import { seriesLabel } from '#domain/series';
import { STRAYS_AT_ONCE_MAX } from '#domain/strayPayloads';
import { focusOn } from '../../ui/focus.ts';
import type { Begun } from '../../ui/useBegun.ts';
import {
  type Approvable,
  type ApprovalAction,
  approvalReducer,
  BLANK_APPROVAL,
  withoutYes,
} from '../approval/approvalForm.ts';

type Held = Output<'heldEntries'>;
export type ParkedEntry = Held['parked'][number];

/** A row of the list. What may be decided is decided for all of its branch, as many as go at once. */
export type HeldRow =
  | { what: 'stray'; key: string; station: string; stray: Stray; branch: Branch }
  | { what: 'parked'; key: string; station: string; parked: ParkedEntry };

/** Which entry is on show, and what is to become of its branch. `instead`: what may be adopted is dismissed all the same. */
export type HeldForm = Approvable & {
  chosen: string | null;
  instead: boolean;
  reason: string;
  begun: Begun | null;
  /** Esc was pressed with a reason typed. */
  isLeaving: boolean;
  /** What was decided just now, in words. */
  done: string | null;
};

export type HeldAction =
  | { did: 'chose'; key: string; afresh: boolean }
  | { did: 'turned' }
  | { did: 'left' | 'stayed' }
  | { did: 'typedReason'; text: string }
  | { did: 'began'; begun: Begun }
  | { did: 'decided'; sentence: string }
  | ApprovalAction;

export function blankHeld(): HeldForm {
  const nothing = { chosen: null, instead: false, reason: '', begun: null, isLeaving: false, done: null };
  return { ...BLANK_APPROVAL, ...nothing, focus: { on: 'held', turn: 0 } };
}

export function heldReducer(form: HeldForm, action: HeldAction): HeldForm {
  switch (action.did) {
    case 'chose': {
      const on = { ...form, chosen: action.key, done: null };
      // A yes is to one branch; within it one only looks.
      return action.afresh ? { ...withoutYes(on), instead: false } : on;
    }
    case 'turned':
      return { ...withoutYes(form), instead: !form.instead, focus: focusOn(form.focus, 'reason') };
    case 'left':
      return { ...form, isLeaving: true };
    case 'stayed':
      return { ...form, isLeaving: false };
    case 'typedReason':
      return { ...withoutYes(form), reason: action.text, done: null };
    case 'began':
      return { ...form, begun: action.begun };
    case 'decided': {
      const focus = focusOn(form.focus, 'held');
      return { ...blankHeld(), focus, done: action.sentence };
    }
    default:
      return approvalReducer(form, action, ({ facts }) => (facts.field === 'reason' ? 'reason' : null));
  }
}

/** All that is held as rows, in the order of the list. */
export function rowsOf({ branches, parked }: Held): HeldRow[] {
  const strays = branches.flatMap((branch) =>
    branch.strays.map((stray): HeldRow => {
      const station = seriesLabel(branch.station, branch.epoch);
      return { what: 'stray', key: `${station} ${stray.digest}`, station, stray, branch };
    }),
  );
  const waiting = parked.map((one): HeldRow => {
    const station = seriesLabel(one.station, one.epoch);
    return { what: 'parked', key: `${station} ${one.sequence}`, station, parked: one };
  });
  return [...strays, ...waiting];
}

export function rowShown(form: HeldForm, rows: readonly HeldRow[]): HeldRow | undefined {
  return rows.find(({ key }) => key === form.chosen) ?? rows[0];
}

/** What is decided about a branch now: what may be, or the other where that was chosen. */
export function decisionOf(form: HeldForm, { can }: Branch): Branch['can'] {
  return form.instead ? 'dismiss' : can;
}

/** Those that are decided at once, in their order. */
export function decidedAtOnce({ strays }: Branch): string[] {
  return strays.slice(0, STRAYS_AT_ONCE_MAX).map(({ digest }) => digest);
}

/** Receipts that somebody may hold and no journal knows: dismissed, they are recorded nowhere. */
export function receiptsUnknown({ strays }: Branch): number {
  return strays.filter(({ receipt, isCopy }) => receipt !== null && !isCopy).length;
}

/** Whether two rows belong to one branch, so that one decision is about both. */
export function isOneBranch(one: HeldRow | undefined, other: HeldRow | undefined): boolean {
  return one?.what === 'stray' && other?.what === 'stray' && one.branch === other.branch;
}
