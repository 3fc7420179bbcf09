import type { Input } from '#contract/contract';
import type { Cents } from '#domain/money';
import type { WrongField } from '../wrongField.ts';

/** What the counter asks of a tender, whatever its kind. Each kind answers in a file of its own. */
export type TenderRules<T, F extends string = string> = {
  blank: T;
  /** The way of the hand: Enter goes from each to the next. */
  fields: readonly F[];
  /** What was typed in it; all blank, it can go unasked. */
  typed(tender: T): string[];
  /** In the order in which they are typed; empty when the tender can be recorded. */
  wrongIn(tender: T): WrongField<F>[];
  /** As the door takes it. */
  sent(tender: T): Input<'takePayment'>['tenders'][number];
  /** As the slip will print it. */
  drafted(tender: T, cents: Cents): Input<'draftSlip'>['tenders'][number];
  /** What tells it from others while it is folded: a name with its number, and a detail. */
  told(tender: T): readonly [string, string];
};
