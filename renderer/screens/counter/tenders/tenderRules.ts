import type { Input } from '#contract/contract';
import { holdsCardNumber } from '#domain/cardNumber';
import type { Cents } from '#domain/money';
import { sentenceOf } from '#domain/refusal';
import { tenders as words } from '../../../messages/tenders.ts';
import type { CounterForm } from '../counterForm.ts';
import { unless, type WrongField } from '../wrongField.ts';

/** What the counter asks of a tender, whatever its kind. Each kind answers in a file of its own. */
export type TenderRules<T, F extends string = string> = {
  /** A new one beside what is on the receipt already; null where there is nothing to take. */
  begin(form: Pick<CounterForm, 'lines' | 'tenders'>): T | null;
  /** What it is called, on its amount and on the button that removes it. */
  name(tender: T): string;
  /** The way of the hand: Enter goes from each to the next. */
  fields: readonly F[];
  /** What was typed in it; all blank, it can go unasked. */
  typed(tender: T): string[];
  /** The most that it can pay; null where only the payer knows. */
  most(tender: T): Cents | null;
  /** Puts right, when a field is accepted, what only all fields together can tell. */
  straightened(tender: T): T;
  /** In the order in which they are typed; empty when the tender can be recorded. */
  wrongIn(tender: T): WrongField<F>[];
  /** As the door takes it. */
  sent(tender: T): Input<'takePayment'>['tenders'][number];
  /** As the slip will print it. */
  drafted(tender: T, cents: Cents): Input<'draftSlip'>['tenders'][number];
  /** What tells it from others while it is folded: a name with its number, and a detail. */
  told(tender: T): readonly [string, string];
};

/** What holds for a paper that says all there is to say of it. */
export const plainTender = { most: () => null, straightened: <T>(tender: T): T => tender };

/** A card number where a paper's number belongs. The door would refuse it too, but only this form knows whose field it is. */
export function cardNumberIn<F extends string>(field: F, text: string, label: string): WrongField<F>[] {
  const sentence = sentenceOf('card_number_in_text', { field: label });
  return unless(!holdsCardNumber(text), field, words.why.cardNumber, sentence);
}
