import type { AccountView } from '#contract/shapes';
import type { OpenCharge } from '#domain/account';
import { type Spread, spread } from '#domain/allocation';
import type { ChargeKind } from '#domain/chargeKind';
import type { PaidCharge } from '#domain/line';
import { type Cents, cents, formatAmount, sum } from '#domain/money';
import { counter } from '../../../messages/counter.ts';
import { typedCents } from '../typedCents.ts';
import { amountSentence, unless } from '../wrongField.ts';
import type { LineRules } from './lineRules.ts';

/** A payment on an account. `named` holds the charges the payer chose; null leaves it to the district's policy. */
export type AccountLine = {
  kind: 'account';
  account: AccountView;
  named: number[] | null;
  text: string;
  billCents: number | null;
};
export type AccountLineField = 'text';

export const accountLine: LineRules<AccountLine, AccountLineField> = {
  keyOf: (line) => line.account.accountNumber,
  fields: ['text'],
  centsOf: (line) => typedCents(line.text),
  wrongIn(line) {
    const unread = amountSentence(line.text);
    if (unread) return [{ field: 'text', why: counter.why.amount, sentence: unread }];
    if (typedCents(line.text) === 0) return unless(false, 'text', counter.why.line(line.account.accountNumber));
    return unless(!overNamed(line), 'text', counter.why.named);
  },
  accountOf: (line) => line.account,
  sent(line) {
    const { accountNumber } = line.account;
    const preview = line.named === null ? null : previewOf(line, line.account);
    const amount = typedCents(line.text);
    const paid = { kind: 'account', accountNumber, cents: amount } as const;
    return preview ? { ...paid, charges: preview.allocations, namedWhy: 'payer_named' } : paid;
  },
  drafted(line) {
    const preview = previewOf(line, line.account);
    if (!preview) return null;
    const { accountNumber } = line.account;
    const charges = preview.allocations.flatMap((part) => paidOf(line, part.chargeId, part.cents));
    return {
      kind: 'account',
      accountNumber,
      cents: typedCents(line.text),
      charges,
      unappliedCents: preview.unappliedCents,
      namedWhy: line.named === null ? null : 'payer_named',
    };
  },
  resumed(asked, { accounts }) {
    const account = accounts.get(asked.accountNumber);
    if (!account) return null;
    const named = asked.charges?.map((charge) => charge.chargeId) ?? null;
    return { kind: 'account', account, named, text: formatAmount(cents(asked.cents)), billCents: null };
  },
};

/** A payment on an account starts as all that is owed, or the charges that were named. */
export function newAccountLine(account: AccountView, chargeId: number | null, billCents: number | null): AccountLine {
  const named = chargeId === null ? null : [chargeId];
  return { kind: 'account', account, named, text: textOf(account, named), billCents };
}

/** One charge more of those that the payer names; null when it is paid already. */
export function withCharge(line: AccountLine, account: AccountView, chargeId: number): AccountLine | null {
  if (line.named === null || line.named.includes(chargeId)) return null;
  const named = [...line.named, chargeId];
  return { ...line, account, named, text: textOf(account, named) };
}

function textOf(account: AccountView, named: readonly number[] | null): string {
  const owed =
    named === null ? account.balanceCents : sum(chargesOf(account, named).map((charge) => cents(charge.openCents)));
  return owed > 0 ? formatAmount(cents(owed)) : '';
}

export function chargesOf(account: AccountView, named: readonly number[] | null): OpenCharge[] {
  return named === null ? account.charges : account.charges.filter((charge) => named.includes(charge.chargeId));
}

/** How a line's amount spreads over the charges, as the district's policy will. Null while there is no amount. */
export function previewOf(line: AccountLine, account: AccountView): Spread | null {
  const amount = typedCents(line.text);
  if (amount === 0) return null;
  const charges = chargesOf(account, line.named);
  return spread(amount, charges, orderOf(account.charges));
}

/** The policy's order of kinds, read off the charges: the station sends them in the order in which they are paid. */
function orderOf(charges: readonly OpenCharge[]): ChargeKind[] {
  return [...new Set(charges.map((charge) => charge.kind))];
}

/** More than the named charges are open for: the rest would have no purpose. */
function overNamed(line: AccountLine): boolean {
  return line.named !== null && (previewOf(line, line.account)?.unappliedCents ?? 0) > 0;
}

function paidOf({ account, named }: AccountLine, chargeId: number, paid: Cents): PaidCharge[] {
  const charge = chargesOf(account, named).find((known) => known.chargeId === chargeId);
  if (!charge) return [];
  const { openCents: _, ...kept } = charge;
  return [{ ...kept, cents: paid }];
}
