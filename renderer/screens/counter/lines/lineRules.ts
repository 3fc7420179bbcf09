import type { Input, Output } from '#contract/contract';
import type { AccountView } from '#contract/shapes';
import type { ReceiptLine } from '#domain/line';
import type { Cents } from '#domain/money';
import type { AskedLine } from '#domain/suspension';
import type { WrongField } from '../wrongField.ts';

/** What is known again of accounts and receipt types when a payment that was set aside is taken up. */
export type Known = { accounts: ReadonlyMap<string, AccountView>; types: Output<'receiptTypes'>['types'] };

/** What the counter asks of a line, whatever its kind. Each kind answers in a file of its own. */
export type LineRules<L extends { kind: AskedLine['kind'] }, F extends string = string> = {
  /** Tells it from every other line of the receipt. */
  keyOf(line: L): string;
  /** The way of the hand: Enter goes from each to the next. */
  fields: readonly F[];
  centsOf(line: L): Cents;
  /** In the order in which they are typed; empty when the line can be recorded. */
  wrongIn(line: L): WrongField<F>[];
  /** The account that it is paid on, for the payer's name, the marks, and refusals that name an account. */
  accountOf(line: L): AccountView | null;
  /** As the door takes it. */
  sent(line: L): Input<'takePayment'>['lines'][number];
  /** As the slip will print it; null while there is nothing to print. */
  drafted(line: L): ReceiptLine | null;
  /** The way back from {@link LineRules.sent}, with what is known now; null when what it was for is gone. */
  resumed(asked: Extract<AskedLine, { kind: L['kind'] }>, known: Known): L | null;
};
