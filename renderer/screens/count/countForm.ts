import { readAmount } from '#domain/amountEntry';
import type { Count } from '#domain/balancing';
import type { Cents } from '#domain/money';
import { drawer as words } from '../../messages/drawer.ts';
import type { Placed, Trouble } from '../../refusal.ts';
import { type Focus, focusOn } from '../../ui/focus.ts';
import {
  cellAfter,
  cellOf,
  denominationsShown,
  firstWrong,
  isUntouched,
  piecesOf,
  type TypedPieces,
  type TypedRow,
  withTyped,
} from '../pieces/pieces.ts';
import { comparePasses, countedChecks, readCheck, type Seen } from './checks.ts';

/** A blind count as it is typed: cash by denomination, checks in two passes, the terminal's total. */
export type CountForm = {
  commandId: string;
  typed: TypedPieces;
  withRare: boolean;
  card: string;
  first: Seen[];
  second: Cents[];
  /** The check being entered in each pass. */
  entry: { checkNumber: string; first: string; second: string };
  busy: boolean;
  asking: boolean;
  trouble: Placed | null;
  focus: Focus;
};

export type CountAction =
  | { did: 'typedPieces'; worth: number; column: keyof TypedRow; text: string }
  | { did: 'movedCell'; worth: number; column: keyof TypedRow; by: 1 | -1 }
  | { did: 'showedRare' }
  | { did: 'typedCard'; text: string }
  | { did: 'typedEntry'; field: keyof CountForm['entry']; text: string }
  | { did: 'enteredNumber' }
  | { did: 'enteredCheck'; pass: 1 | 2 }
  | { did: 'tookBack'; pass: 1 | 2; place: number }
  | { did: 'tookBackLast' }
  | { did: 'wentTo'; place: string }
  | { did: 'wentBack' }
  | { did: 'keptCounting' }
  | { did: 'sent' }
  | { did: 'refused'; trouble: Trouble };

export function blankCount(commandId: string): CountForm {
  return {
    commandId,
    typed: {},
    withRare: false,
    card: '',
    first: [],
    second: [],
    entry: { checkNumber: '', first: '', second: '' },
    busy: false,
    asking: false,
    trouble: null,
    focus: { on: cellOf(10_000, 'loose'), turn: 0 },
  };
}

export function countReducer(form: CountForm, action: CountAction): CountForm {
  switch (action.did) {
    case 'typedPieces':
      return { ...form, trouble: null, typed: withTyped(form.typed, action.worth, action.column, action.text) };
    case 'movedCell': {
      const next = cellAfter(form.typed, denominationsShown(form.withRare), action);
      return next === null && action.by < 0 ? form : go(form, next ?? 'card');
    }
    case 'showedRare':
      return go({ ...form, withRare: true }, cellOf(200, 'loose'));
    case 'typedCard':
      return { ...form, trouble: null, card: action.text };
    case 'wentTo':
      return go(form, action.place);
    case 'wentBack':
      return { ...form, asking: true };
    case 'keptCounting':
      return go({ ...form, asking: false }, form.focus.on);
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused':
      return go({ ...form, busy: false, trouble: { under: 'primary', sentence: action.trouble.sentence } }, 'primary');
    default:
      return withChecks({ ...form, trouble: null }, action);
  }
}

function go(form: CountForm, place: string): CountForm {
  return { ...form, focus: focusOn(form.focus, place) };
}

type CheckAction = Extract<
  CountAction,
  { did: 'typedEntry' | 'enteredNumber' | 'enteredCheck' | 'tookBack' | 'tookBackLast' }
>;

function withChecks(form: CountForm, action: CheckAction): CountForm {
  switch (action.did) {
    case 'typedEntry': {
      const text = action.field === 'checkNumber' ? action.text.replace(/\D/g, '').slice(0, 15) : action.text;
      return { ...form, entry: { ...form.entry, [action.field]: text } };
    }
    case 'enteredNumber':
      // An empty number ends the first pass; the second begins when there is something to check.
      if (form.entry.checkNumber === '') return go(form, form.first.length > 0 ? 'pass-2' : 'primary');
      return go(form, 'pass-1');
    case 'enteredCheck':
      return action.pass === 1 ? enteredFirst(form) : enteredSecond(form);
    case 'tookBack':
      return action.pass === 1
        ? go({ ...form, first: without(form.first, action.place) }, 'pass-1-number')
        : go({ ...form, second: without(form.second, action.place) }, 'pass-2');
    case 'tookBackLast':
      return form.second.length > 0
        ? withChecks(form, { did: 'tookBack', pass: 2, place: form.second.length - 1 })
        : withChecks(form, { did: 'tookBack', pass: 1, place: form.first.length - 1 });
  }
}

function enteredFirst(form: CountForm): CountForm {
  const { checkNumber } = form.entry;
  const cents = readCheck(form.entry.first);
  if (checkNumber === '') return go(form, 'pass-1-number');
  if (cents === null) return go(form, 'pass-1');
  const entry = { ...form.entry, checkNumber: '', first: '' };
  return go({ ...form, first: [...form.first, { checkNumber, cents }], entry }, 'pass-1-number');
}

function enteredSecond(form: CountForm): CountForm {
  const cents = readCheck(form.entry.second);
  if (cents === null) return go(form, form.entry.second.trim() === '' ? 'primary' : 'pass-2');
  const second = [...form.second, cents];
  const passes = comparePasses(form.first, second);
  const isDone = passes.toEnter + passes.toSettle === 0;
  return go({ ...form, second, entry: { ...form.entry, second: '' } }, isDone ? 'primary' : 'pass-2');
}

function without<T>(rows: readonly T[], at: number): T[] {
  return rows.filter((_, place) => place !== at);
}

/** Whether leaving would lose anything. */
export function isBlank(form: CountForm): boolean {
  const { checkNumber, first, second } = form.entry;
  return isUntouched(form.typed) && form.first.length === 0 && form.card + checkNumber + first + second === '';
}

/** Why the count cannot be submitted yet, and where to go about it. A drawer without receipts needs no card total. */
export function countNotYet(form: CountForm, receipts: number): { why: string; place: string } | null {
  const { why } = words.count;
  const wrong = firstWrong(form.typed);
  if (wrong) return { why: words.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  if (form.entry.checkNumber + form.entry.first !== '') return { why: why.entry, place: 'pass-1-number' };
  if (form.entry.second !== '') return { why: why.entry, place: 'pass-2' };
  const passes = comparePasses(form.first, form.second);
  if (passes.toSettle > 0) return { why: why.settle, place: 'pass-2' };
  if (passes.toEnter > 0) return { why: why.passes(passes.toEnter), place: 'pass-2' };
  const card = readAmount(form.card);
  if (card.state === 'wrong' || (card.state === 'empty' && receipts > 0)) return { why: why.card, place: 'card' };
  return null;
}

/** The count as the door takes it. */
export function countOf(form: CountForm): Count {
  const card = readAmount(form.card);
  return {
    cash: piecesOf(form.typed),
    checks: countedChecks(form.first),
    moneyOrders: [],
    cardTotalCents: card.state === 'amount' ? card.amount : 0,
  };
}
