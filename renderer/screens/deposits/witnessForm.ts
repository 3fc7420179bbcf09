import type { Input } from '#contract/contract';
import { readAmount } from '#domain/amountEntry';
import { type Cents, sum, ZERO } from '#domain/money';
import { drawer } from '../../messages/drawer.ts';
import { safe } from '../../messages/safe.ts';
import type { Trouble } from '../../refusal.ts';
import { focusOn } from '../../ui/focus.ts';
import { cellOf, firstWrong, isUntouched, piecesOf } from '../pieces/pieces.ts';
import { blankPieces, FIRST_CELL, type PiecesAction, type PiecesForm, piecesReducer } from '../safe/piecesForm.ts';
import { isBlankPaper, isWrongItems, paperNotYet, type TypedPaper } from '../safe/typedPaper.ts';
import type { DepositListed } from './depositsForm.ts';

/** The piles of paper in a deposit. */
export const PILES = ['check', 'money-order'] as const;
export type PileName = (typeof PILES)[number];

/** The second count of a deposit: of what its account takes. */
export type WitnessForm = PiecesForm & {
  piles: Record<PileName, TypedPaper>;
  asked: readonly PileName[];
  hasCash: boolean;
};

export type WitnessAction =
  | { did: 'typedPaper'; pile: PileName; field: keyof TypedPaper; text: string }
  | { did: 'acceptedPaper'; pile: PileName; field: keyof TypedPaper }
  | PiecesAction;

const BLANK: TypedPaper = { items: '', total: '' };

/** What is sent as images leaves in no bag, and holds no cash. */
export function blankWitness(commandId: string, { bag, tenders }: Pick<DepositListed, 'bag' | 'tenders'>): WitnessForm {
  const asked = PILES.filter((pile) => tenders.includes(pile));
  const hasCash = bag !== null && tenders.includes('cash');
  const on = hasCash ? FIRST_CELL : firstPile(asked);
  return { ...blankPieces(commandId, on), asked, hasCash, piles: { check: BLANK, 'money-order': BLANK } };
}

/** Where the hand goes after the cash. */
function firstPile([first]: readonly PileName[]): string {
  return first === undefined ? 'primary' : pilePlace(first, 'items');
}

/** Under which name the focus finds a field of a pile. */
export function pilePlace(pile: PileName, field: keyof TypedPaper): string {
  return `${pile}-${field}`;
}

export function witnessReducer(form: WitnessForm, action: WitnessAction): WitnessForm {
  switch (action.did) {
    case 'typedPaper': {
      const pile = { ...form.piles[action.pile], [action.field]: action.text };
      return { ...form, trouble: null, piles: { ...form.piles, [action.pile]: pile } };
    }
    case 'acceptedPaper':
      return { ...form, focus: focusOn(form.focus, placeAfter(form, action)) };
    default:
      return piecesReducer(form, action, { above: FIRST_CELL, under: firstPile(form.asked), placeOf });
  }
}

/** The field that a refusal is about: of the cash its table, of a pile how many or their total. */
function placeOf({ facts }: Trouble): string | null {
  const field = String(facts.field ?? '');
  if (field.startsWith('pieces')) return FIRST_CELL;
  const pile = field.startsWith('checks') ? 'check' : field.startsWith('money') ? 'money-order' : null;
  return pile && pilePlace(pile, field.endsWith('cents') ? 'total' : 'items');
}

/** From how many to their total, from pile to pile, and to the button. No papers need no total. */
function placeAfter(
  { piles, asked }: WitnessForm,
  { pile, field }: Extract<WitnessAction, { did: 'acceptedPaper' }>,
): string {
  if (field === 'items' && isWrongItems(piles[pile])) return pilePlace(pile, 'items');
  if (field === 'items' && !isNone(piles[pile])) return pilePlace(pile, 'total');
  return firstPile(asked.slice(asked.indexOf(pile) + 1));
}

function isNone({ items }: TypedPaper): boolean {
  return items.trim() !== '' && Number(items) === 0;
}

/** Whether leaving would lose anything. */
export function isBegunWitnessing({ typed, piles }: WitnessForm): boolean {
  return !isUntouched(typed) || PILES.some((pile) => !isBlankPaper(piles[pile]));
}

/** What the papers come to, as far as their totals are typed and can be read. */
export function papersTyped({ piles }: WitnessForm): Cents {
  return sum(PILES.map((pile) => centsOf(piles[pile])));
}

function centsOf({ total }: TypedPaper): Cents {
  const read = readAmount(total);
  return read.state === 'amount' ? read.amount : ZERO;
}

/** Why the count cannot be recorded yet, and where to go about it. */
export function witnessNotYet({ typed, piles, asked, hasCash }: WitnessForm): { why: string; place: string } | null {
  const wrong = firstWrong(typed);
  if (wrong) return { why: drawer.pieces.why, place: cellOf(wrong.worth, wrong.column) };
  if (hasCash && isUntouched(typed)) return { why: safe.why.blank, place: FIRST_CELL };
  for (const pile of asked) {
    const not = isNone(piles[pile]) && piles[pile].total.trim() === '' ? null : paperNotYet(pile, piles[pile]);
    if (not) return { why: not.why, place: pilePlace(pile, not.place) };
  }
  return null;
}

/** The count as the door takes it. */
export function toldWitness({ typed, piles }: WitnessForm): Omit<Input<'witnessDeposit'>, 'commandId' | 'deposit'> {
  const pileOf = (paper: TypedPaper) => ({ items: Number(paper.items), cents: centsOf(paper) });
  return { pieces: piecesOf(typed), checks: pileOf(piles.check), moneyOrders: pileOf(piles['money-order']) };
}
