import { type Comparison, type Demand, demandOf } from '#domain/balancing';
import type { Trouble } from '../../refusal.ts';
import { type Asked, refusedIn } from '../../store.ts';
import {
  APPROVAL_PIN,
  type Approvable,
  type ApprovalAction,
  approvalReducer,
  BLANK_APPROVAL,
  lacksPin,
  withoutYes,
} from '../approval/approvalForm.ts';

/** Closing on a count: why it differs, and whose yes when it differs much. */
export type CompareForm = Approvable & { commandId: string; reason: string; recounting: boolean };

export type CompareAction =
  | { did: 'typedReason'; reason: string }
  | { did: 'askedRecount' }
  | { did: 'stayed' }
  | ApprovalAction;

export function blankCompare(commandId: string): CompareForm {
  return { commandId, reason: '', recounting: false, ...BLANK_APPROVAL, focus: { on: 'closeReason', turn: 0 } };
}

export function compareReducer(form: CompareForm, action: CompareAction): CompareForm {
  switch (action.did) {
    case 'typedReason':
      // What is agreed to holds the reason: a letter of it takes the yes back.
      return { ...withoutYes(form), trouble: null, reason: action.reason };
    case 'askedRecount':
      return { ...form, recounting: true };
    case 'stayed':
      return { ...form, recounting: false };
    default:
      return approvalReducer(form, action, placeOf);
  }
}

/** The mark of a close with its reason, and why the station takes no such reason. */
export type ReasonedMark = {
  /** Of exactly what is agreed to; null while the words of the reason are still being asked about, or are refused. */
  mark: string | null;
  wrong: string | null;
};

/** What the station said to the reason as it stands: its mark, or the sentence of its refusal. */
export function reasonedMark(asked: Asked<{ mark: string }>): ReasonedMark {
  return { mark: asked.value?.mark ?? null, wrong: refusedIn(asked) };
}

/** What the difference still asks for. */
export function closeNotYet(
  form: CompareForm,
  demand: Demand,
  wrong: string | null,
): 'reason' | 'refused' | 'pin' | null {
  if (wrong !== null) return 'refused';
  if (demand !== 'nothing' && form.reason.trim() === '') return 'reason';
  return demand === 'approval' && lacksPin(form) ? 'pin' : null;
}

type Limits = Parameters<typeof demandOf>[1];

/**
 * What makes a close ask for a reason: the tolerance, in cents, that a tender is beyond, papers that do not agree, or slips
 * that did not come out.
 */
export type ReasonBecause = { beyondCents: number } | 'papers' | 'slips';

/** Why this comparison asks for a reason; null where it asks for none. */
export function reasonBecause(
  { comparison, unprinted }: { comparison: Comparison; unprinted: readonly unknown[] },
  limits: Limits,
): ReasonBecause | null {
  const demand = demandOf(comparison, limits);
  if (demand === 'nothing') return unprinted.length > 0 ? 'slips' : null;
  // Held against the limits without its papers, it tells whether an amount alone would ask for a reason.
  const { tenders } = comparison;
  const byAmounts = demandOf({ ...BLANK_PAPERS, tenders }, limits);
  if (byAmounts === 'nothing') return 'papers';
  return {
    // A district may let a supervisor agree before anybody needs a reason: then the lower limit is the one passed.
    beyondCents: Math.min(limits.overShortReasonBeyondCents, limits.overShortApprovalBeyondCents),
  };
}

const BLANK_PAPERS = { missingChecks: [], unknownChecks: [], missingMoneyOrders: [], unknownMoneyOrders: [] };

/** Where Enter leads from the reason: nowhere while it is refused. */
export function placeAfterReason(demand: Demand, wrong: string | null): string {
  if (wrong !== null) return 'closeReason';
  return demand === 'approval' ? APPROVAL_PIN : 'primary';
}

function placeOf({ code, facts }: Trouble): string | null {
  const isReason =
    code === 'reason_needed' ||
    code === 'slips_unprinted' ||
    code === 'card_number_in_text' ||
    facts.field === 'reason';
  return isReason ? 'closeReason' : null;
}
