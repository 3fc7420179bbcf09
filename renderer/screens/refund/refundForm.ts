import type { Input } from '#contract/contract';
import type { ReceiptView } from '#contract/shapes';
import { cents, formatAmount, sum } from '#domain/money';
import type { RefundReason } from '#domain/undo';
import type { Placed, Trouble } from '../../refusal.ts';
import { focusOn } from '../../ui/focus.ts';
import { withoutYes } from '../approval/approvalForm.ts';
import { typedCents } from '../counter/typedCents.ts';
import { amountSentence } from '../counter/wrongField.ts';
import { blankUndo, type UndoAction, type UndoForm, undoNotYet, undoReducer } from '../undo/undoForm.ts';

/** How it goes back: `card 1` is the card that is tender 1 of the receipt. */
export type Means = 'cash' | 'warrant' | `card ${number}`;

/** A refund being made: how much of which line (by its place, as typed), how it goes back, why, and whose yes. */
export type RefundForm = UndoForm<RefundReason> & {
  parts: Readonly<Record<number, string>>;
  means: Means;
  approvalCode: string;
};

export type RefundAction =
  | { did: 'typedPart'; place: number; text: string }
  | { did: 'tookWhole'; view: ReceiptView }
  | { did: 'choseMeans'; means: Means }
  | { did: 'typedCode'; text: string }
  | UndoAction<RefundReason>;

/** @param drawer the own open drawer, or null: without one no cash goes back */
export function blankRefund(
  commandId: string,
  startedAt: number,
  view: ReceiptView,
  drawer: string | null,
): RefundForm {
  const [means = 'warrant'] = meansFor(view, drawer);
  const [first = 0] = placesLeft(view);
  return { ...blankUndo<RefundReason>(commandId, startedAt, partPlace(first)), parts: {}, means, approvalCode: '' };
}

export function refundReducer(form: RefundForm, action: RefundAction): RefundForm {
  switch (action.did) {
    case 'typedPart':
      return { ...withoutYes(form), parts: { ...form.parts, [action.place]: action.text } };
    case 'tookWhole': {
      const { lines } = action.view.standing;
      const parts = Object.fromEntries(
        placesLeft(action.view).map((place) => [place, formatAmount(cents(lines[place]?.cents ?? 0))]),
      );
      return { ...withoutYes(form), parts, focus: focusOn(form.focus, 'means') };
    }
    case 'choseMeans':
      return { ...withoutYes(form), means: action.means, approvalCode: '' };
    case 'typedCode':
      return { ...withoutYes(form), approvalCode: action.text };
    default:
      return undoReducer(form, action, refundPlaceOf);
  }
}

/** The ways it can go back, the most fitting first: a card gets back what it paid; checks and mail wait for a warrant. */
export function meansFor(view: ReceiptView, drawer: string | null): [Means, ...Means[]] {
  const { tenders } = view.standing;
  const cards = tenders.flatMap((tender, place): Means[] => (tender.kind === 'card' ? [`card ${place}`] : []));
  const cash: Means[] = drawer === null ? [] : ['cash'];
  const isCash = tenders.some((tender) => tender.kind === 'cash');
  return isCash ? ([...cash, ...cards, 'warrant'] as [Means]) : ([...cards, ...cash, 'warrant'] as [Means]);
}

/** The lines of which something is left, by their place. */
export function placesLeft(view: ReceiptView): number[] {
  return view.standing.lines.flatMap((line, place) => (line === null ? [] : [place]));
}

/** The name by which the hand finds a line's amount. */
export function partPlace(place: number): string {
  return `part ${place}`;
}

/** What is to go back, before any rounding. */
export function refundCents({ parts }: RefundForm): number {
  return sum(Object.values(parts).map(typedCents));
}

/** The first amount that cannot be read, at its field: nobody approves less than what stands there. */
export function wrongPart({ parts }: RefundForm): Placed | null {
  for (const [place, text] of Object.entries(parts)) {
    const sentence = amountSentence(text);
    if (sentence) return { under: partPlace(Number(place)), sentence };
  }
  return null;
}

export type RefundGap = 'amount' | 'code' | 'reason' | 'pin';

/** What is still missing of it. */
export function refundNotYet(form: RefundForm): RefundGap | null {
  if (refundCents(form) === 0) return 'amount';
  if (form.means.startsWith('card') && !/^[0-9A-Za-z]{2,12}$/.test(form.approvalCode)) return 'code';
  return undoNotYet(form);
}

/** The refund as the door takes it; null while something of it is missing. */
export function toldRefund(
  form: RefundForm,
  view: ReceiptView,
  drawer: string | null,
): Input<'refundProposal'>['refund'] | null {
  const not = refundNotYet(form);
  const means = toldMeans(form, view, drawer);
  if (not === 'amount' || not === 'code' || means === null || wrongPart(form) !== null) return null;
  const parts = placesLeft(view)
    .map((place) => ({ place, cents: typedCents(form.parts[place] ?? '') }))
    .filter((part) => part.cents > 0);
  return { parts, means };
}

function toldMeans(
  { means, approvalCode }: RefundForm,
  view: ReceiptView,
  drawer: string | null,
): Input<'refundProposal'>['refund']['means'] | null {
  if (means === 'warrant') return { kind: 'warrant' };
  if (means === 'cash') return drawer === null ? null : { kind: 'cash', drawer };
  const card = view.standing.tenders[Number(means.slice('card '.length))];
  if (card?.kind !== 'card') return null;
  return { kind: 'card', brand: card.brand, lastFour: card.lastFour, approvalCode };
}

/** The field of a refund that a refusal is about; null for none of its own. */
export function refundPlaceOf({ code, facts }: Trouble): string | null {
  if (code === 'refund_too_large') return partPlace(Number(facts.place));
  return String(facts.field ?? '').includes('approvalCode') ? 'code' : null;
}
