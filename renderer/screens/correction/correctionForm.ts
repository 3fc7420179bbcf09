import type { AccountView } from '#contract/shapes';
import type { CorrectionReason } from '#domain/undo';
import type { Trouble } from '../../refusal.ts';
import { focusOn } from '../../ui/focus.ts';
import { withoutYes } from '../approval/approvalForm.ts';
import { blankUndo, type UndoAction, type UndoForm, undoNotYet, undoReducer } from '../undo/undoForm.ts';

/** What is wrong: one line or one tender of the receipt, by its place. */
export type What = `line ${number}` | `tender ${number}`;
/** Where a line may belong: an account, suspense, or a receipt type by its code. */
export type LineKind = 'account' | 'suspense' | `fee ${string}`;
export type TenderKindTo = 'cash' | 'check' | 'money-order' | 'card';
export type ToKind = LineKind | TenderKindTo;

/**
 * A correction being made. `told` holds every text by the name of its field, whatever the kind is; `account` is the one
 * that was found.
 */
export type CorrectionForm = UndoForm<CorrectionReason> & {
  what: What;
  kind: ToKind;
  told: Readonly<Record<string, string>>;
  account: AccountView | null;
  hit: number;
};

export type CorrectionAction =
  | { did: 'choseWhat'; what: What }
  | { did: 'choseKind'; kind: ToKind }
  | { did: 'typed'; field: string; text: string }
  | { did: 'movedHit'; to: number }
  /** `next`: what is to be said of it. */
  | { did: 'choseAccount'; account: AccountView; next: string }
  | UndoAction<CorrectionReason>;

const BLANK_TO = { told: {}, account: null, hit: 0 } as const;

/** @param what the first line that stands */
export function blankCorrection(commandId: string, startedAt: number, what: What): CorrectionForm {
  return {
    ...blankUndo<CorrectionReason>(commandId, startedAt, 'what'),
    what,
    kind: kindsStart(what),
    ...BLANK_TO,
  };
}

export function correctionReducer(form: CorrectionForm, action: CorrectionAction): CorrectionForm {
  switch (action.did) {
    case 'choseWhat':
      return { ...withoutYes(form), ...BLANK_TO, what: action.what, kind: kindsStart(action.what) };
    case 'choseKind':
      return { ...withoutYes(form), ...BLANK_TO, kind: action.kind };
    case 'typed': {
      const told = { ...form.told, [action.field]: action.text };
      // Another search is another account; what was named on the last one is not meant any more.
      if (action.field === 'search')
        return { ...withoutYes(form), told: { search: action.text }, account: null, hit: 0 };
      return { ...withoutYes(form), told };
    }
    case 'movedHit':
      return { ...form, hit: Math.max(0, action.to) };
    case 'choseAccount': {
      const told = { search: action.account.accountNumber };
      return { ...withoutYes(form), told, account: action.account, focus: focusOn(form.focus, action.next) };
    }
    default:
      return undoReducer(form, action, correctionPlaceOf);
  }
}

export function isTender(what: What): boolean {
  return what.startsWith('tender');
}

export function placeIn(what: What): number {
  return Number(what.replace(/^\D+/, ''));
}

export type CorrectionGap = 'to' | 'reason' | 'pin';

/** What is still missing of it. @param isTold whether it is said where it belongs */
export function correctionNotYet(form: CorrectionForm, isTold: boolean): CorrectionGap | null {
  return isTold ? undoNotYet(form) : 'to';
}

function kindsStart(what: What): ToKind {
  return isTender(what) ? 'cash' : 'account';
}

/** The field of a correction that a refusal is about; null for none of its own. */
export function correctionPlaceOf({ code, facts }: Trouble): string | null {
  if (code === 'routing_wrong') return 'routing';
  const [, field = ''] = /(\w+)$/.exec(String(facts.field ?? '')) ?? [];
  return /^(checkNumber|routing|bankAccount|serial|lastFour|approvalCode|name|address|parcel)$/.test(field)
    ? field
    : null;
}
