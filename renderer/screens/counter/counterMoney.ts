import type { Input } from '#contract/contract';
import type { AccountView } from '#contract/shapes';
import type { OpenCharge } from '#domain/account';
import { type Spread, spread } from '#domain/allocation';
import { readAmount } from '#domain/amountEntry';
import type { ChargeKind } from '#domain/district';
import { type Cents, cents, formatAmount, sum, ZERO } from '#domain/money';
import { sentenceOf } from '#domain/refusal';
import { isRoutingNumber } from '#domain/routingNumber';
import { type Offered, type Settlement, settle } from '#domain/tender';
import { wrongAmount } from '../../amounts.ts';
import { counter } from '../../messages/counter.ts';
import type { CounterForm, LineForm, TenderField, TenderForm } from './counterForm.ts';

/** What an amount field says, in cents; zero while it says nothing that can be read. */
export function centsOf(text: string): Cents {
  const entry = readAmount(text);
  return entry.state === 'amount' ? entry.amount : ZERO;
}

export function dueOf(form: Pick<CounterForm, 'lines'>): Cents {
  return sum(form.lines.map((line) => centsOf(line.text)));
}

/** Checks and cards in their order, cash last, as they are sent. */
export function offeredOf(form: CounterForm): Offered[] {
  const others = form.tenders.map((tender): Offered => ({ kind: tender.kind, cents: centsOf(tender.text) }));
  const cash = centsOf(form.cash);
  return cash > 0 ? [...others, { kind: 'cash', cents: cash }] : others;
}

/** The very arithmetic that the journal uses: what is missing, what goes back. */
export function settlementOf(form: CounterForm): Settlement {
  return settle(dueOf(form), offeredOf(form));
}

/** What one tender would have to be so that nothing is missing and nothing goes back. */
export function exactFor(form: CounterForm, which: 'cash' | number): Cents {
  const without: CounterForm =
    which === 'cash'
      ? { ...form, cash: '' }
      : { ...form, tenders: form.tenders.map((tender, at) => (at === which ? { ...tender, text: '' } : tender)) };
  return settlementOf(without).missingCents;
}

/** Under which name the focus finds a field of a check or card. */
export function placeOf(tender: number, field: TenderField): string {
  return `tender-${tender}-${field}`;
}

/** After something was accepted: what is still to type, or the button. */
export function nextPlace(form: CounterForm): string {
  if (form.lines.length === 0) return 'search';
  const { missingCents } = settlementOf(form);
  return missingCents > 0 || dueOf(form) === 0 ? 'cash' : 'primary';
}

/** What a payment on an account starts as: all that is owed, or the charges that were named. */
export function textOf(account: AccountView, named: readonly number[] | null): string {
  const owed =
    named === null ? account.balanceCents : sum(chargesOf(account, named).map((charge) => cents(charge.openCents)));
  return owed > 0 ? formatAmount(cents(owed)) : '';
}

export function chargesOf(account: AccountView, named: readonly number[] | null): OpenCharge[] {
  return named === null ? account.charges : account.charges.filter((charge) => named.includes(charge.chargeId));
}

/** How a line's amount spreads over the charges, as the district's policy will. Null while there is no amount. */
export function previewOf(line: LineForm, account: AccountView): Spread | null {
  const amount = centsOf(line.text);
  if (amount === 0) return null;
  const charges = chargesOf(account, line.named);
  return spread(amount, charges, orderOf(account.charges));
}

/** The policy's order of kinds, read off the charges: the station sends them in the order in which they are paid. */
function orderOf(charges: readonly OpenCharge[]): ChargeKind[] {
  return [...new Set(charges.map((charge) => charge.kind))];
}

/** Why the payment cannot be recorded yet, and where to go about it. Null when it can. */
export type NotYet = { why: string; place: string };

export function notYet(form: CounterForm): NotYet | null {
  if (form.lines.length === 0) return { why: counter.why.account, place: 'search' };
  return lineNotYet(form) ?? tenderNotYet(form) ?? balanceNotYet(form);
}

function lineNotYet(form: CounterForm): NotYet | null {
  for (const [at, line] of form.lines.entries()) {
    const place = `line-${at}`;
    const wrong = wrongAmount(readAmount(line.text));
    if (wrong) return { why: counter.why.amount, place };
    if (centsOf(line.text) === 0) return { why: counter.why.line(line.account.accountNumber), place };
    if (overNamed(line)) return { why: counter.why.named, place };
  }
  return null;
}

/** More than the named charges are open for: the rest would have no purpose. */
export function overNamed(line: LineForm): boolean {
  return line.named !== null && (previewOf(line, line.account)?.unappliedCents ?? 0) > 0;
}

function tenderNotYet(form: CounterForm): NotYet | null {
  for (const [at, tender] of form.tenders.entries()) {
    const field = firstWrong(tender);
    if (field) return { why: counter.why.tender[field](tender.kind), place: placeOf(at, field) };
  }
  return wrongAmount(readAmount(form.cash)) ? { why: counter.why.amount, place: 'cash' } : null;
}

function firstWrong(tender: TenderForm): Exclude<TenderField, 'brand'> | null {
  if (centsOf(tender.text) === 0) return 'text';
  if (tender.kind === 'check') {
    if (!/^\d{1,15}$/.test(tender.checkNumber)) return 'checkNumber';
    if (!isRoutingNumber(tender.routing)) return 'routing';
    return /^\d{3,17}$/.test(tender.bankAccount) ? null : 'bankAccount';
  }
  if (!/^\d{4}$/.test(tender.lastFour)) return 'lastFour';
  return /^[0-9A-Za-z]{2,12}$/.test(tender.approvalCode) ? null : 'approvalCode';
}

function balanceNotYet(form: CounterForm): NotYet | null {
  const settled = settlementOf(form);
  if (settled.missingCents > 0) return { why: counter.why.missing(formatAmount(settled.missingCents)), place: 'cash' };
  if (settled.surplusCents > 0) {
    const last = form.tenders.length - 1;
    return { why: counter.why.surplus(formatAmount(settled.surplusCents)), place: placeOf(last, 'text') };
  }
  const cash = centsOf(form.cash);
  return cash > 0 && settled.changeCents === cash ? { why: counter.why.cash, place: 'cash' } : null;
}

/** A nine-digit routing number whose check digit is wrong is told while the check is still in the hand. */
export function wrongRouting(routing: string): string | null {
  return routing.length === 9 && !isRoutingNumber(routing) ? sentenceOf('routing_wrong', {}) : null;
}

/** The payment as the door takes it. */
export function paymentOf(form: CounterForm, drawer: string): Input<'takePayment'> {
  const payer = form.payer?.trim();
  return {
    commandId: form.commandId,
    drawer,
    lines: form.lines.map(lineSent),
    tenders: [...form.tenders.map(tenderSent), ...cashSent(form)],
    ...(payer ? { payer } : {}),
  };
}

function lineSent(line: LineForm): Input<'takePayment'>['lines'][number] {
  const { accountNumber } = line.account;
  const preview = line.named === null ? null : previewOf(line, line.account);
  const amount = centsOf(line.text);
  return preview ? { accountNumber, cents: amount, charges: preview.allocations } : { accountNumber, cents: amount };
}

function tenderSent(tender: TenderForm): Input<'takePayment'>['tenders'][number] {
  const { text, ...rest } = tender;
  return { ...rest, cents: centsOf(text) };
}

function cashSent(form: CounterForm): Input<'takePayment'>['tenders'] {
  const cash = centsOf(form.cash);
  return cash > 0 ? [{ kind: 'cash', cents: cash }] : [];
}
