import { readAmount } from '#domain/amountEntry';
import type { Count } from '#domain/balancing';
import { drawer as words } from '../../messages/drawer.ts';
import { piles as pileWords } from '../../messages/piles.ts';
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
import { comparePasses, countedChecks } from './checks.ts';
import {
  BLANK_PILE,
  lastOf,
  PILES,
  type Pile,
  type PileAction,
  type PileKind,
  type PileSpot,
  pileReducer,
  wrongEntry,
} from './pile.ts';

/** A blind count as it is typed: cash by denomination, checks and money orders in two passes, the terminal's total. */
export type CountForm = {
  commandId: string;
  typed: TypedPieces;
  withRare: boolean;
  card: string;
  piles: Record<PileKind, Pile>;
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
  | { did: 'acceptedCard' }
  | PileAction
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
    piles: { checks: BLANK_PILE, moneyOrders: BLANK_PILE },
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
    case 'acceptedCard':
      return go(form, readAmount(form.card).state === 'wrong' ? 'card' : pilePlace('checks', 'number'));
    case 'wentTo':
      return go(saidWrong(form), action.place);
    case 'wentBack':
      return { ...form, asking: true };
    case 'keptCounting':
      return go({ ...form, asking: false }, form.focus.on);
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'refused':
      return go({ ...form, busy: false, trouble: { under: 'primary', sentence: action.trouble.sentence } }, 'primary');
    case 'tookBackLast':
      return tookBackLast(form);
    case 'leftAmount':
      // Leaving mends nothing: what the station said of the count still stands.
      return withPile(form, action);
    default:
      return withPile({ ...form, trouble: null }, action);
  }
}

/** Whoever is sent to an amount that cannot be right is told what is wrong with it, though the hand never left it. */
function saidWrong(form: CountForm): CountForm {
  const said = (pile: Pile): Pile => ({ ...pile, left: wrongEntry(pile) ?? pile.left });
  return { ...form, piles: { checks: said(form.piles.checks), moneyOrders: said(form.piles.moneyOrders) } };
}

function go(form: CountForm, place: string): CountForm {
  return { ...form, focus: focusOn(form.focus, place) };
}

/** Under which name the focus finds a spot of a pile. */
export function pilePlace(kind: PileKind, spot: PileSpot): string {
  return `${kind}-${spot}`;
}

/** The pile in which the hand is; null where it is in none. */
export function pileAt(place: string): PileKind | null {
  return PILES.find((kind) => place.startsWith(`${kind}-`)) ?? null;
}

function withPile(form: CountForm, action: PileAction): CountForm {
  const { pile, spot } = pileReducer(form.piles[action.pile], action);
  const next = { ...form, piles: { ...form.piles, [action.pile]: pile } };
  // The hand is there already, or on its way elsewhere.
  if (action.did === 'typedEntry' || action.did === 'leftAmount') return next;
  return go(next, spot ? pilePlace(action.pile, spot) : placeAfter(action.pile));
}

/** From pile to pile, and from the last one to the button. */
function placeAfter(kind: PileKind): string {
  const next = PILES[PILES.indexOf(kind) + 1];
  return next ? pilePlace(next, 'number') : 'primary';
}

/** The paper entered last: of the pile that the hand is in, or of the last one that has any. */
function tookBackLast(form: CountForm): CountForm {
  const here = PILES.filter((kind) => form.focus.on.startsWith(`${kind}-`));
  for (const pile of [...here, ...PILES.toReversed()]) {
    const last = lastOf(form.piles[pile]);
    if (last) return withPile({ ...form, trouble: null }, { did: 'tookBack', pile, ...last });
  }
  return form;
}

/** Whether leaving would lose anything. */
export function isBlank(form: CountForm): boolean {
  const entered = PILES.flatMap((kind) => {
    const { first, entry } = form.piles[kind];
    return [...first.map((paper) => paper.checkNumber), entry.number, entry.first, entry.second];
  });
  return isUntouched(form.typed) && [form.card, ...entered].join('').trim() === '';
}

/**
 * Why the count cannot be submitted yet, and where to go about it. A form that nobody typed in is no count of nothing:
 * that takes a 0. A drawer without receipts needs no card total.
 */
export function countNotYet(form: CountForm, receipts: number): { why: string; place: string } | null {
  if (isBlank(form)) return { why: words.count.why.blank, place: cellOf(10_000, 'loose') };
  const wrong = firstWrong(form.typed);
  if (wrong) return { why: words.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  for (const kind of PILES) {
    const not = pileNotYet(kind, form.piles[kind]);
    if (not) return not;
  }
  const card = readAmount(form.card);
  if (card.state === 'wrong') return { why: words.count.why.cardWrong, place: 'card' };
  return card.state === 'empty' && receipts > 0 ? { why: words.count.why.card, place: 'card' } : null;
}

function pileNotYet(kind: PileKind, pile: Pile): { why: string; place: string } | null {
  const said = pileWords.kinds[kind];
  const { first, second, entry } = pile;
  const wrong = wrongEntry(pile);
  if (wrong) return { why: said.amount, place: pilePlace(kind, wrong) };
  if (entry.number + entry.first !== '') return { why: said.entry, place: pilePlace(kind, 'number') };
  if (entry.second !== '') return { why: said.entry, place: pilePlace(kind, 'second') };
  const { toEnter, toSettle } = comparePasses(first, second);
  if (toSettle > 0) return { why: said.settle, place: pilePlace(kind, 'second') };
  return toEnter > 0 ? { why: pileWords.again(said.pieces(toEnter)), place: pilePlace(kind, 'second') } : null;
}

/** The count as the door takes it. */
export function countOf(form: CountForm): Count {
  const card = readAmount(form.card);
  return {
    cash: piecesOf(form.typed),
    checks: countedChecks(form.piles.checks.first),
    moneyOrders: countedChecks(form.piles.moneyOrders.first),
    cardTotalCents: card.state === 'amount' ? card.amount : 0,
  };
}
