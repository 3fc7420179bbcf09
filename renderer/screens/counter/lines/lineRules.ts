import type { Input, Output } from '#contract/contract';
import type { AccountView } from '#contract/shapes';
import type { ReceiptLine } from '#domain/line';
import type { Cents } from '#domain/money';
import type { AskedLine } from '#domain/suspension';
import type { Trouble } from '../../../refusal.ts';
import type { WrongField } from '../wrongField.ts';

/** What is known again of accounts and receipt types when a payment that was set aside is taken up. */
export type Known = { accounts: ReadonlyMap<string, AccountView>; types: Output<'receiptTypes'>['types'] };

/** What the counter asks of a line, whatever its kind. Each kind answers in a file of its own. */
export type LineRules<L, F extends string = string> = {
  /** Tells it from every other line of the receipt; `at` is its place there. */
  keyOf(line: L, at: number): string;
  /** The way of the hand: Enter goes from each to the next. */
  fields(line: L): readonly F[];
  /** The line with a text typed into one of its fields. */
  typed(line: L, field: F, text: string): L;
  /** Whether nothing was typed in it yet, so that it can go unasked. */
  isBlank(line: L): boolean;
  /** Whether it has fields under its row, which stand open while the hand is in them. */
  opens(line: L): boolean;
  centsOf(line: L): Cents;
  /** Its amounts as they are typed. */
  amounts(line: L): string[];
  /** In the order in which they are typed; empty when the line can be recorded. */
  wrongIn(line: L): WrongField<F>[];
  /** The account that it belongs to, for the payer's name and the marks. */
  accountOf(line: L): AccountView | null;
  /** Who brings the money, where no account says so. */
  payerOf(line: L): string;
  /** As the door takes it. */
  sent(line: L): Input<'takePayment'>['lines'][number];
  /** As the slip will print it; null while there is nothing to print. */
  drafted(line: L): ReceiptLine | null;
  /** The field that the door means by the rest of a path: `cents`, `told 3`; null where that is typed nowhere. */
  fieldOf(line: L, path: string): F | null;
  /** The field that a refusal is about, when it is about this line. */
  placeOf(line: L, trouble: Trouble): F | null;
};

/** What a kind of line answers for itself alone, beside {@link LineRules}. */
export type ResumingRules<L extends { kind: AskedLine['kind'] }, F extends string = string> = LineRules<L, F> & {
  /** The way back from {@link LineRules.sent}, with what is known now; null when what it was for is gone. */
  resumed(asked: Extract<AskedLine, { kind: L['kind'] }>, known: Known): L | null;
};
