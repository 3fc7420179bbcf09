import type { AccountView } from '#contract/shapes';
import { formatAmount } from '#domain/money';
import type { CardBrand } from '#domain/tender';
import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';
import { exactFor, nextPlace, placeOf, textOf } from './counterMoney.ts';

/** One account on the receipt. `named` holds the charges the payer chose; null leaves it to the district's policy. */
export type LineForm = { account: AccountView; named: number[] | null; text: string; billCents: number | null };

export type CheckForm = { kind: 'check'; text: string; checkNumber: string; routing: string; bankAccount: string };
export type CardForm = { kind: 'card'; text: string; brand: CardBrand; lastFour: string; approvalCode: string };
/** A check or card as it is typed. Cash is one field of its own: it is counted together. */
export type TenderForm = CheckForm | CardForm;
export type TenderField = 'text' | 'checkNumber' | 'routing' | 'bankAccount' | 'brand' | 'lastFour' | 'approvalCode';

/** A payment being typed. The command id is born with it, so that pressing twice is one receipt (F55). */
export type CounterForm = {
  commandId: string;
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
  busy: boolean;
  /** Asks whether what was typed may go. */
  asking: boolean;
  trouble: Placed | null;
  focus: Focus;
};

export type CounterAction =
  | { did: 'searched'; text: string }
  | { did: 'movedHit'; to: number }
  | { did: 'addedAccount'; account: AccountView; chargeId?: number; billCents?: number | null }
  | { did: 'typedLine'; line: number; text: string }
  | { did: 'removedLine'; line: number }
  | { did: 'typedCash'; text: string }
  | { did: 'acceptedCash' }
  | { did: 'addedTender'; kind: TenderForm['kind'] }
  | { did: 'typedTender'; tender: number; field: TenderField; text: string }
  | { did: 'acceptedTender'; tender: number; field: TenderField }
  | { did: 'openedTender'; tender: number }
  | { did: 'removedTender'; tender: number }
  | { did: 'openedPayer' }
  | { did: 'typedPayer'; text: string }
  | { did: 'wentTo'; place: string }
  | { did: 'wentBack' }
  | { did: 'keptTyping' }
  | { did: 'emptied'; commandId: string }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

export function blankForm(commandId: string): CounterForm {
  return {
    commandId,
    search: '',
    hit: 0,
    lines: [],
    cash: '',
    tenders: [],
    opened: null,
    payer: null,
    busy: false,
    asking: false,
    trouble: null,
    focus: { on: 'search', turn: 0 },
  };
}

export function counterReducer(form: CounterForm, action: CounterAction): CounterForm {
  switch (action.did) {
    case 'searched':
      return { ...form, search: action.text, hit: 0, trouble: null };
    case 'movedHit':
      return { ...form, hit: Math.max(0, action.to) };
    case 'addedAccount':
      return withAccount(form, action);
    case 'typedLine':
      return { ...changed(form), lines: replaced(form.lines, action.line, { text: action.text }) };
    case 'removedLine':
      return go({ ...changed(form), lines: form.lines.filter((_, place) => place !== action.line) }, 'search');
    case 'openedPayer':
      return go({ ...form, payer: form.payer ?? '' }, 'payer');
    case 'typedPayer':
      return { ...changed(form), payer: action.text };
    case 'wentTo':
      return go(form, action.place);
    case 'wentBack':
      return wentBack(form);
    case 'keptTyping':
      return go({ ...form, asking: false }, nextPlace(form));
    case 'emptied':
      return { ...blankForm(action.commandId), focus: focusOn(form.focus, 'search') };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused':
      return refused(form, action.trouble);
    default:
      return tendered(form, action);
  }
}

type TenderAction = Extract<CounterAction, { did: `${string}Cash` | `${string}Tender` }>;

function tendered(form: CounterForm, action: TenderAction): CounterForm {
  switch (action.did) {
    case 'typedCash':
      return { ...changed(form), cash: action.text };
    case 'acceptedCash': {
      const exact = exactFor(form, 'cash');
      const accepted = form.cash.trim() === '' && exact > 0 ? { ...changed(form), cash: formatAmount(exact) } : form;
      return go(accepted, nextPlace(accepted));
    }
    case 'addedTender':
      return added(form, action.kind);
    case 'typedTender': {
      const change = { [action.field]: action.text } as Partial<TenderForm>;
      return { ...changed(form), tenders: replaced(form.tenders, action.tender, change) };
    }
    case 'acceptedTender':
      return accepted(form, action.tender, action.field);
    case 'openedTender':
      return go({ ...form, opened: action.tender }, placeOf(action.tender, 'text'));
    case 'removedTender': {
      const tenders = form.tenders.filter((_, place) => place !== action.tender);
      return go({ ...changed(form), tenders, opened: null }, 'cash');
    }
  }
}

/** What was refused is answered by any change: the sentence goes. */
function changed(form: CounterForm): CounterForm {
  return form.trouble ? { ...form, trouble: null } : form;
}

/** The hand goes to a place; a folded check or card opens for it. */
function go(form: CounterForm, place: string): CounterForm {
  const tender = /^tender-(\d+)-/.exec(place)?.[1];
  return { ...form, opened: tender ? Number(tender) : form.opened, focus: focusOn(form.focus, place) };
}

function replaced<T extends object>(rows: readonly T[], at: number, change: Partial<T>): T[] {
  return rows.map((row, place) => (place === at ? { ...row, ...change } : row));
}

/** An account comes on the receipt with all it owes, or with the one charge that was chosen. It is there once only. */
function withAccount(form: CounterForm, add: Extract<CounterAction, { did: 'addedAccount' }>): CounterForm {
  const { account, chargeId } = add;
  const at = form.lines.findIndex((line) => line.account.accountNumber === account.accountNumber);
  const searched = { ...changed(form), search: '', hit: 0 };
  if (at >= 0) {
    const named = form.lines[at]?.named ?? null;
    if (chargeId === undefined || named === null || named.includes(chargeId)) return go(searched, `line-${at}`);
    const chosen = [...named, chargeId];
    const line = { account, named: chosen, text: textOf(account, chosen) };
    return go({ ...searched, lines: replaced(form.lines, at, line) }, nextPlace(form));
  }
  const named = chargeId === undefined ? null : [chargeId];
  const text = textOf(account, named);
  const lines = [...form.lines, { account, named, text, billCents: add.billCents ?? null }];
  const next = { ...searched, lines };
  return go(next, text === '' ? `line-${lines.length - 1}` : nextPlace(next));
}

function added(form: CounterForm, kind: TenderForm['kind']): CounterForm {
  const blank: TenderForm =
    kind === 'check'
      ? { kind, text: '', checkNumber: '', routing: '', bankAccount: '' }
      : { kind, text: '', brand: 'visa', lastFour: '', approvalCode: '' };
  const at = form.tenders.length;
  return go({ ...changed(form), tenders: [...form.tenders, blank], opened: at }, placeOf(at, 'text'));
}

const ORDER: Record<TenderForm['kind'], readonly TenderField[]> = {
  check: ['text', 'checkNumber', 'routing', 'bankAccount'],
  card: ['text', 'brand', 'lastFour', 'approvalCode'],
};

/** Enter in a field of a check or card: an empty amount takes what is missing; the next field follows; the last one folds it. */
function accepted(form: CounterForm, at: number, field: TenderField): CounterForm {
  const tender = form.tenders[at];
  if (!tender) return form;
  const exact = exactFor(form, at);
  const filled =
    field === 'text' && tender.text.trim() === '' && exact > 0
      ? { ...changed(form), tenders: replaced(form.tenders, at, { text: formatAmount(exact) }) }
      : form;
  const order = ORDER[tender.kind];
  const next = order[order.indexOf(field) + 1];
  if (next) return go(filled, placeOf(at, next));
  const folded = { ...filled, opened: null };
  return go(folded, nextPlace(folded));
}

/** One step back: out of the search, out of an empty check, and only then, asking first, out of the payment. */
function wentBack(form: CounterForm): CounterForm {
  if (form.search !== '') return go({ ...form, search: '', hit: 0, trouble: null }, 'search');
  if (form.opened !== null) {
    const tender = form.tenders[form.opened];
    const blank = tender && placesTyped(tender).every((text) => text.trim() === '');
    if (blank) return tendered(form, { did: 'removedTender', tender: form.opened });
    return go({ ...form, opened: null }, 'cash');
  }
  if (form.payer === '') return go({ ...form, payer: null }, nextPlace(form));
  return isBegun(form) ? { ...form, asking: true } : go(form, 'search');
}

/** Whether anything would be lost with the form. */
export function isBegun(form: CounterForm): boolean {
  return form.lines.length + form.tenders.length > 0 || form.cash.trim() !== '' || form.payer !== null;
}

function placesTyped(tender: TenderForm): string[] {
  return tender.kind === 'check'
    ? [tender.text, tender.checkNumber, tender.routing, tender.bankAccount]
    : [tender.text, tender.lastFour, tender.approvalCode];
}

/** A refusal goes under the field it is about, and the hand with it. */
function refused(form: CounterForm, trouble: Trouble): CounterForm {
  const under = placeOfTrouble(form, trouble);
  return go({ ...form, busy: false, trouble: { under, sentence: trouble.sentence } }, under);
}

function placeOfTrouble(form: CounterForm, { code, facts }: Trouble): string {
  const account = form.lines.findIndex((line) => line.account.accountNumber === facts.accountNumber);
  if (account >= 0) return `line-${account}`;
  const named = placeOfPath(form, String(facts.field ?? ''));
  if (named) return named;
  const first = (kind: TenderForm['kind']) => form.tenders.findIndex((tender) => tender.kind === kind);
  switch (code) {
    case 'tender_short':
    case 'cash_not_needed':
    case 'cash_twice':
      return 'cash';
    case 'change_from_check':
      return form.tenders.length > 0 ? placeOf(form.tenders.length - 1, 'text') : 'cash';
    case 'routing_wrong':
      return first('check') >= 0 ? placeOf(first('check'), 'routing') : 'primary';
    case 'bill_line_wrong':
    case 'account_unknown':
      return 'search';
    case 'receipt_too_large':
      return form.lines.length > 0 ? 'line-0' : 'primary';
    default:
      return 'primary';
  }
}

/** The place of a field as the door names it, `tenders 1 routing`. Cash, when typed, is the last of the tenders. */
function placeOfPath(form: CounterForm, path: string): string | null {
  const [, list, place, field] = /^(tenders|lines) (\d+)(?: (\w+))?/.exec(path) ?? [];
  const at = Number(place) - 1;
  if (list === 'lines') return `line-${at}`;
  if (list === 'tenders') {
    const tender = form.tenders[at];
    if (!tender) return 'cash';
    return placeOf(at, field && field in tender ? (field as TenderField) : 'text');
  }
  return path === 'payer' ? 'payer' : null;
}
