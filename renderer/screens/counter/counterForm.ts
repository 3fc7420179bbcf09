import type { Language } from '#domain/account';
import type { Warning } from '#domain/receipt';
import type { Rounding } from '#domain/settlement';
import type { Placed } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';
import {
  APPROVAL_PIN,
  type ApprovalAction,
  type ApprovalForm,
  approvalReducer,
  BLANK_APPROVAL,
} from '../approval/approvalForm.ts';
import { type SearchAction, searchReducer } from './find/searchReducer.ts';
import type { LineForm } from './lines/lineForm.ts';
import { isLineAction, type LineAction, leftLine, lineReducer, openedLine } from './lines/lineReducer.ts';
import { changed, go, goOn, stop } from './moves.ts';
import { type NotYet, nextPlace, unfinishedTender } from './notYet.ts';
import { type Options, USUAL } from './options/options.ts';
import { type OptionsAction, optionsReducer } from './options/optionsReducer.ts';
import { refused } from './refused.ts';
import type { TenderForm } from './tenders/tenderForm.ts';
import { isOpenedBlank, type TenderAction, tenderReducer } from './tenders/tenderReducer.ts';

/** A payment being typed. The command id is born with it, so that pressing twice is one receipt (F55). */
export type CounterForm = {
  commandId: string;
  /** The district's setting, as it was known when something was typed last. */
  cashRounding: Rounding;
  search: string;
  /** Place of the chosen account among those found. */
  hit: number;
  lines: LineForm[];
  cash: string;
  tenders: TenderForm[];
  /** Place of the check or card that stands open; the others show one row. */
  opened: number | null;
  /** Null: the customer of the first account pays. */
  payer: string | null;
  /** What the payer reads beside English; null: the language of the first account. */
  language: Language | null;
  busy: boolean;
  /** Asks whether what was typed may go, all of it or what stands open; which item is next; or shows what stands around it. */
  asking: 'payment' | 'tender' | 'line' | 'items' | 'aside' | 'turnedAway' | 'language' | null;
  trouble: Placed | null;
  /** Warnings that were shown and not answered by a change: pressing again says that they were seen. */
  noted: Warning[];
  options: Options;
  /** Whose yes, where the payment needs one. */
  approval: ApprovalForm;
  focus: Focus;
};

type PaymentAction =
  | { did: 'openedPayer' }
  | { did: 'typedPayer'; text: string }
  | { did: 'acceptedPayer' }
  | { did: 'askedLanguage' }
  | { did: 'choseLanguage'; language: Language }
  | { did: 'stopped'; by: NotYet }
  | { did: 'wentBack' }
  | { did: 'askedToEmpty' }
  | { did: 'askedForItem' }
  | { did: 'keptTyping' }
  | { did: 'emptied'; commandId: string }
  | ApprovalAction;
export type CounterAction = SearchAction | LineAction | TenderAction | OptionsAction | PaymentAction;

export function blankForm(commandId: string, cashRounding: Rounding = 'exact'): CounterForm {
  return {
    commandId,
    cashRounding,
    search: '',
    hit: 0,
    lines: [],
    cash: '',
    tenders: [],
    opened: null,
    payer: null,
    language: null,
    busy: false,
    asking: null,
    trouble: null,
    noted: [],
    options: USUAL,
    approval: BLANK_APPROVAL.approval,
    focus: { on: 'search', turn: 0 },
  };
}

export function counterReducer(form: CounterForm, action: CounterAction): CounterForm {
  if (isLineAction(action)) return lineReducer(form, action);
  switch (action.did) {
    case 'searched':
    case 'movedHit':
      return searchReducer(form, action);
    case 'typedCash':
    case 'openedCash':
    case 'acceptedCash':
    case 'addedTender':
    case 'typedTender':
    case 'acceptedTender':
    case 'openedTender':
    case 'turnedCheck':
    case 'swappedNumbers':
    case 'readCheck':
    case 'removedTender':
      return tenderReducer(form, action);
    case 'openedSlip':
    case 'choseDelivery':
    case 'acceptedDelivery':
    case 'typedEmail':
    case 'acceptedEmail':
    case 'turnedTelephone':
    case 'sawWarnings':
    case 'askedAside':
    case 'askedTurnedAway':
    case 'resumed':
      return optionsReducer(form, action);
    default:
      return paymentReducer(form, action);
  }
}

/** The payment as a whole: who pays, where the hand is, and how it ends. */
function paymentReducer(form: CounterForm, action: PaymentAction): CounterForm {
  switch (action.did) {
    case 'openedPayer':
      return go({ ...form, payer: form.payer ?? '' }, 'payer');
    case 'typedPayer':
      return { ...changed(form), payer: action.text };
    case 'acceptedPayer':
      return goOn(form, 'payer');
    case 'askedLanguage':
      return { ...form, asking: 'language' };
    case 'choseLanguage':
      return { ...form, language: action.language };
    case 'wentTo':
      return go(form, action.place);
    case 'stopped':
      return stop(form, action.by);
    case 'wentBack':
      return wentBack(form);
    case 'askedToEmpty':
      return { ...form, asking: 'payment' };
    case 'askedForItem':
      return { ...form, asking: 'items' };
    case 'keptTyping':
      return kept(form);
    case 'emptied':
      return { ...blankForm(action.commandId, form.cashRounding), focus: focusOn(form.focus, 'search') };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused':
      return refused(form, action.trouble);
    case 'choseApprover':
    case 'typedPin':
    case 'acceptedShortPin':
    case 'markChanged':
      return approvalReducer(form, action, () => null);
  }
}

/** Nothing was meant to go: on with what is not complete. */
function kept(form: CounterForm): CounterForm {
  const still = { ...form, asking: null };
  if (form.asking === 'items') return still;
  const line = form.asking === 'line' ? openedLine(form) : null;
  if (line !== null) return lineReducer(still, { did: 'openedLine', line });
  const place = unfinishedTender(form)?.place ?? nextPlace(form);
  // A supervisor who was about to say yes goes on with the PIN: without it the button sleeps.
  const isYes = form.focus.on === APPROVAL_PIN || form.approval.pin !== '';
  return go(still, place === 'primary' && isYes ? APPROVAL_PIN : place);
}

/** One step back: out of the search, out of a check or a line, asking first when it is begun, and only then out of the payment. */
function wentBack(form: CounterForm): CounterForm {
  if (form.search !== '') return go({ ...form, search: '', hit: 0, trouble: null }, 'search');
  const line = openedLine(form);
  if (line !== null) return leftLine(form, line);
  if (form.opened !== null) {
    if (isOpenedBlank(form)) return tenderReducer(form, { did: 'removedTender', tender: form.opened });
    return unfinishedTender(form) ? { ...form, asking: 'tender' } : go({ ...form, opened: null }, 'cash');
  }
  if (form.payer === '') return go({ ...form, payer: null }, nextPlace(form));
  return isBegun(form) ? { ...form, asking: 'payment' } : go(form, 'search');
}

/** Whether anything would be lost with the form. */
export function isBegun(form: CounterForm): boolean {
  return form.lines.length + form.tenders.length > 0 || form.cash.trim() !== '' || form.payer !== null;
}
