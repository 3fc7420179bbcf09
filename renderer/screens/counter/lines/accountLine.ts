import type { AccountView } from '#contract/shapes';
import type { OpenCharge } from '#domain/account';
import { type Allocation, type Spread, spread, spreadNamed } from '#domain/allocation';
import type { ChargeKind } from '#domain/chargeKind';
import { NamedWhy, type PaidCharge } from '#domain/line';
import { type Cents, cents, formatAmount, sum } from '#domain/money';
import { counter } from '../../../messages/counter.ts';
import { naming } from '../../../messages/lines.ts';
import { typedCents } from '../typedCents.ts';
import { amountSentence, unless, type WrongField } from '../wrongField.ts';
import type { ResumingRules } from './lineRules.ts';

/** A charge that the payer named, and how much of it is to be paid. */
export type Named = { chargeId: number; text: string };

/** A payment on an account. `named` holds the charges the payer chose; null leaves it to the district's policy. */
export type AccountLine = {
  kind: 'account';
  account: AccountView;
  named: Named[] | null;
  /** Null: as the chosen charges suggest. */
  why: NamedWhy | null;
  text: string;
  billCents: number | null;
};
export type AccountLineField = 'text' | 'charges' | `charge-${number}` | 'why';

export const accountLine: ResumingRules<AccountLine, AccountLineField> = {
  keyOf: (line) => line.account.accountNumber,
  fields: ({ named }) =>
    named === null ? ['text'] : ['charges', ...named.map((one): AccountLineField => `charge-${one.chargeId}`), 'why'],
  typed(line, field, text) {
    if (field === 'why') return { ...line, why: NamedWhy.safeParse(text).data ?? null };
    const chargeId = chargeIdOf(field);
    if (chargeId === null || line.named === null) return { ...line, text };
    return { ...line, named: line.named.map((one) => (one.chargeId === chargeId ? { ...one, text } : one)) };
  },
  isBlank: () => false,
  opens: (line) => line.named !== null,
  centsOf: (line) => sum(amountsOf(line).map(typedCents)),
  amounts: amountsOf,
  wrongIn(line) {
    if (line.named !== null) return wrongNaming(line, line.named);
    const unread = amountSentence(line.text);
    if (unread) return [{ field: 'text', why: counter.why.amount, sentence: unread }];
    return unless(typedCents(line.text) > 0, 'text', counter.why.line(line.account.accountNumber));
  },
  accountOf: (line) => line.account,
  payerOf: () => '',
  sent(line) {
    const { accountNumber } = line.account;
    const paid = { kind: 'account', accountNumber, cents: accountLine.centsOf(line) } as const;
    const preview = line.named === null ? null : previewOf(line, line.account);
    return preview ? { ...paid, charges: preview.allocations, namedWhy: whyOf(line) } : paid;
  },
  drafted(line) {
    const preview = previewOf(line, line.account);
    if (!preview) return null;
    return {
      kind: 'account',
      accountNumber: line.account.accountNumber,
      cents: accountLine.centsOf(line),
      charges: preview.allocations.flatMap((part) => paidOf(line.account, part.chargeId, part.cents)),
      unappliedCents: preview.unappliedCents,
      namedWhy: line.named === null ? null : whyOf(line),
    };
  },
  resumed(asked, { accounts }) {
    const account = accounts.get(asked.accountNumber);
    if (!account) return null;
    const line = newAccountLine(account, null, null);
    if (!asked.charges) return { ...line, text: formatAmount(cents(asked.cents)) };
    const isOpen = (chargeId: number) => account.charges.some((charge) => charge.chargeId === chargeId);
    const named = asked.charges
      .filter(({ chargeId }) => isOpen(chargeId))
      .map((part) => ({ chargeId: part.chargeId, text: formatAmount(cents(part.cents)) }));
    const why = asked.namedWhy ?? null;
    return { ...line, named, why: why === whyOf({ ...line, named }) ? null : why };
  },
  fieldOf({ named }, path) {
    if (named === null) return 'text';
    const charge = named[Number(/^charges (\d+)/.exec(path)?.[1]) - 1];
    return charge ? `charge-${charge.chargeId}` : path === 'namedWhy' ? 'why' : 'charges';
  },
  placeOf({ account, named }, { facts }) {
    if (facts.accountNumber !== account.accountNumber) return null;
    return named === null ? 'text' : 'charges';
  },
};

/**
 * A payment on an account starts as all that is owed, or the charge that was named.
 * @param due what of it is asked for, where installments of a plan may wait
 */
export function newAccountLine(
  account: AccountView,
  chargeId: number | null,
  billCents: number | null,
  due: readonly Allocation[] | null = null,
): AccountLine {
  const line = { kind: 'account' as const, account, text: allOwed(account), billCents };
  if (chargeId !== null) return { ...line, named: namedOf(account, [chargeId]), why: null };
  if (due === null) return { ...line, named: null, why: null };
  const named = due.map((part) => ({ chargeId: part.chargeId, text: formatAmount(part.cents) }));
  return { ...line, named, why: 'payment_plan' };
}

/** One charge more of those that the payer names; null when it is paid already. */
export function withCharge(line: AccountLine, account: AccountView, chargeId: number): AccountLine | null {
  if (line.named === null || line.named.some((one) => one.chargeId === chargeId)) return null;
  const more = namedOf(account, [chargeId]);
  return { ...line, account, named: inOrderOf(account, [...line.named, ...more]) };
}

/** A charge chosen, or left out again. */
export function toggled(line: AccountLine, chargeId: number): AccountLine {
  const { named, account } = line;
  if (named?.some((one) => one.chargeId === chargeId))
    return { ...line, named: named.filter((one) => one.chargeId !== chargeId) };
  return withCharge({ ...line, named: named ?? [] }, account, chargeId) ?? line;
}

/** The payer names the charges from here on; or the district's policy decides again, over the same amount. */
export function turned(line: AccountLine): AccountLine {
  if (line.named === null) return { ...line, named: [], why: null };
  const total = accountLine.centsOf(line);
  return { ...line, named: null, why: null, text: total > 0 ? formatAmount(total) : allOwed(line.account) };
}

/** Why the charges were named: as it was said, or a payment plan where nothing but its installments is chosen. */
export function whyOf({ account, named, why }: AccountLine): NamedWhy {
  if (why !== null) return why;
  const chosen = account.charges.filter((charge) => named?.some((one) => one.chargeId === charge.chargeId));
  const isPlan = chosen.length > 0 && chosen.every((charge) => charge.kind === 'contract');
  return isPlan ? 'payment_plan' : 'payer_named';
}

/** How a line's amount spreads over the charges: as they were named, or as the district's policy will. Null without an amount. */
export function previewOf(line: AccountLine, account: AccountView): Spread | null {
  const amount = accountLine.centsOf(line);
  if (amount === 0) return null;
  if (line.named === null) return spread(amount, account.charges, orderOf(account.charges));
  const parts = line.named.map(({ chargeId, text }) => ({ chargeId, cents: typedCents(text) }));
  return spreadNamed(parts.filter((part) => part.cents > 0));
}

function amountsOf({ named, text }: AccountLine): string[] {
  return named === null ? [text] : named.map((one) => one.text);
}

function namedOf(account: AccountView, chargeIds: readonly number[]): Named[] {
  return account.charges
    .filter((charge) => chargeIds.includes(charge.chargeId))
    .map((charge) => ({ chargeId: charge.chargeId, text: formatAmount(cents(charge.openCents)) }));
}

function inOrderOf(account: AccountView, named: readonly Named[]): Named[] {
  const place = ({ chargeId }: Named) => account.charges.findIndex((charge) => charge.chargeId === chargeId);
  return [...named].sort((left, right) => place(left) - place(right));
}

function wrongNaming({ account }: AccountLine, named: readonly Named[]): WrongField<AccountLineField>[] {
  if (named.length === 0) return unless(false, 'charges', naming.why.none, naming.none);
  return named.flatMap(({ chargeId, text }) => {
    const field: AccountLineField = `charge-${chargeId}`;
    const unread = amountSentence(text);
    if (unread) return [{ field, why: counter.why.amount, sentence: unread }];
    const open = cents(account.charges.find((charge) => charge.chargeId === chargeId)?.openCents ?? 0);
    return [
      ...unless(typedCents(text) > 0, field, naming.why.amount),
      ...unless(typedCents(text) <= open, field, counter.why.named, naming.over(formatAmount(open))),
    ];
  });
}

function chargeIdOf(field: AccountLineField): number | null {
  const id = /^charge-(\d+)$/.exec(field)?.[1];
  return id === undefined ? null : Number(id);
}

function allOwed(account: AccountView): string {
  return account.balanceCents > 0 ? formatAmount(cents(account.balanceCents)) : '';
}

/** The policy's order of kinds, read off the charges: the station sends them in the order in which they are paid. */
function orderOf(charges: readonly OpenCharge[]): ChargeKind[] {
  return [...new Set(charges.map((charge) => charge.kind))];
}

function paidOf({ charges }: AccountView, chargeId: number, paid: Cents): PaidCharge[] {
  const charge = charges.find((known) => known.chargeId === chargeId);
  if (!charge) return [];
  const { openCents: _, ...kept } = charge;
  return [{ ...kept, cents: paid }];
}
