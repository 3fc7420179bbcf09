import type { StationDb } from '#db/station/open';
import { standingOf } from '#db/station/openCharges';
import type { OpenCharge } from '#domain/account';
import { type Spread, spread, spreadNamed } from '#domain/allocation';
import { assert } from '#domain/assert';
import type { BusinessDay } from '#domain/businessDay';
import type { Policy } from '#domain/district';
import type { Personal } from '#domain/entry';
import { isKeptByStation } from '#domain/incomePlaces';
import {
  type AccountLine,
  type FeeLine,
  isAccountLine,
  type ReceiptLine,
  type Share,
  type ToldField,
} from '#domain/line';
import { type Cents, cents, sum } from '#domain/money';
import { isWritten, priceOf, priceOn, type ReceiptType, sharesOf } from '#domain/receiptType';
import { refuse } from '#domain/refusal';
import type { Role } from '#domain/role';
import type { AskedLine } from '#domain/suspension';

/** What lines are checked against: the policy, the day, and who takes the money. */
export type Asking = { policy: Policy; businessDay: BusinessDay; role: Role };
type Asked<K extends AskedLine['kind']> = Extract<AskedLine, { kind: K }>;

/**
 * Lines as a receipt keeps them: payments spread over open charges, fees priced and shared out. Refuses whatever cannot be.
 * @param releases lines that are taken back at the same time: their charges are open again for these
 */
export function builtLines(
  db: StationDb,
  asked: readonly AskedLine[],
  at: Asking,
  releases: readonly ReceiptLine[] = [],
): ReceiptLine[] {
  const accounts = asked.flatMap((line) => (line.kind === 'account' ? [line.accountNumber] : []));
  const twice = accounts.find((accountNumber, place) => accounts.indexOf(accountNumber) < place);
  if (twice !== undefined) refuse('account_twice', { accountNumber: twice });
  return asked.map((line) => builtLine(db, line, at, releases));
}

function builtLine(db: StationDb, line: AskedLine, at: Asking, releases: readonly ReceiptLine[]): ReceiptLine {
  switch (line.kind) {
    case 'account':
      return accountLine(db, line, at, releases);
    case 'fee':
      return feeLine(db, line, at);
    case 'suspense':
      return { kind: 'suspense', parcel: line.parcel, cents: line.cents };
  }
}

/** Who money in suspense came from, by the place of its line: personal, so it stands beside the entry. */
export function ownersOf(asked: readonly AskedLine[]): Pick<Personal, 'owners'> {
  const owners = asked.flatMap((line, place) =>
    line.kind === 'suspense' ? [{ line: place, name: line.name, address: line.address }] : [],
  );
  return owners.length === 0 ? {} : { owners };
}

function accountLine(db: StationDb, line: Asked<'account'>, at: Asking, releases: readonly ReceiptLine[]): AccountLine {
  const { accountNumber } = line;
  const standing = standingOf(db, accountNumber) ?? refuse('account_unknown', { accountNumber });
  const open = released(standing.charges, accountNumber, releases);
  const amount = cents(line.cents);
  const spreading = line.charges
    ? named(line.charges, amount, accountNumber, open)
    : spread(amount, open, at.policy.allocationOrder);
  return {
    kind: 'account',
    accountNumber,
    cents: amount,
    charges: spreading.allocations.map((part) => ({ ...printed(open, part.chargeId), cents: part.cents })),
    unappliedCents: spreading.unappliedCents,
    namedWhy: line.charges ? (line.namedWhy ?? 'payer_named') : null,
  };
}

/** Open charges with what other lines give back at the same time. */
function released(
  open: readonly OpenCharge[],
  accountNumber: string,
  releases: readonly ReceiptLine[],
): readonly OpenCharge[] {
  const byId = new Map(open.map((charge) => [charge.chargeId, charge]));
  for (const line of releases.filter(isAccountLine))
    if (line.accountNumber === accountNumber)
      for (const { cents: back, ...charge } of line.charges) {
        const openCents = (byId.get(charge.chargeId)?.openCents ?? 0) + back;
        byId.set(charge.chargeId, { ...charge, openCents });
      }
  return [...byId.values()];
}

/** The charges that the payer named: each once, open for so much, and together the whole line. */
function named(
  wanted: NonNullable<Asked<'account'>['charges']>,
  amount: Cents,
  accountNumber: string,
  open: readonly OpenCharge[],
): Spread {
  const seen = new Set<number>();
  for (const part of wanted) {
    if (seen.has(part.chargeId)) refuse('charge_twice', { accountNumber });
    seen.add(part.chargeId);
    const charge = open.find((known) => known.chargeId === part.chargeId);
    if (!charge || part.cents > charge.openCents) refuse('charge_not_open', { accountNumber });
  }
  const together = sum(wanted.map((part) => cents(part.cents)));
  if (together !== amount) refuse('charges_not_line', { namedCents: together, lineCents: amount });
  return spreadNamed(wanted.map((part) => ({ chargeId: part.chargeId, cents: cents(part.cents) })));
}

function printed(open: readonly OpenCharge[], chargeId: number) {
  const charge = open.find((known) => known.chargeId === chargeId);
  assert(charge, `charge ${chargeId} was allocated but is not open`);
  const { openCents: _, ...kept } = charge;
  return kept;
}

function feeLine(db: StationDb, line: Asked<'fee'>, at: Asking): FeeLine {
  const type = at.policy.receiptTypes.find((known) => known.code === line.code);
  if (!type) refuse('type_unknown', { code: line.code });
  if (!type.roles.includes(at.role)) refuse('type_not_yours', { name: type.name });
  if (type.unit === '' && line.quantity > 1) refuse('type_only_one', { name: type.name });
  const price = priceOn(type, at.businessDay) ?? refuse('type_not_begun', { name: type.name });
  const amount = cents(line.cents);
  const due = priceOf(price, line.quantity);
  if (due === 0) refuse('price_nothing', { name: type.name });
  if (due !== null && due !== amount) refuse('price_differs', { name: type.name, priceCents: due });
  return {
    kind: 'fee',
    code: type.code,
    name: type.name,
    ...(type.names ? { names: type.names } : {}),
    accountNumber: feeAccount(db, type, line.accountNumber),
    told: toldFields(type, line.told),
    quantity: line.quantity,
    cents: amount,
    shares: feeShares(type, line, amount, at.policy),
    prints: type.prints,
  };
}

function feeAccount(db: StationDb, type: ReceiptType, accountNumber: string | undefined): string | null {
  if (accountNumber === undefined) {
    if (type.account === 'required') refuse('type_needs_account', { name: type.name });
    return null;
  }
  if (type.account === 'none') refuse('type_has_no_account', { name: type.name });
  if (!standingOf(db, accountNumber)) refuse('account_unknown', { accountNumber });
  return accountNumber;
}

function toldFields(type: ReceiptType, told: readonly string[]): ToldField[] {
  if (told.length > type.fields.length) refuse('fields_too_many', { name: type.name });
  return type.fields.flatMap((field, place) => {
    const text = told[place] ?? '';
    if (text === '') {
      if (field.required) refuse('field_missing', { name: type.name, field: field.name });
      return [];
    }
    if (!isWritten(field.kind, text)) refuse('field_wrong', { name: type.name, field: field.name });
    return [{ field: field.name, told: text }];
  });
}

/** Over the type's percentages, or whole to the place of the chart that the cashier chose. */
function feeShares(type: ReceiptType, line: Asked<'fee'>, amount: Cents, policy: Policy): Share[] {
  if (type.distribution) {
    if (line.goesTo) refuse('chart_not_asked', { name: type.name });
    return sharesOf(amount, type.distribution);
  }
  const { goesTo } = line;
  if (!goesTo) refuse('chart_needed', { name: type.name });
  if (!policy.chart.some((known) => known.fund === goesTo.fund && known.bars === goesTo.bars))
    refuse('chart_unknown', { fund: goesTo.fund, bars: goesTo.bars });
  if (isKeptByStation(policy, goesTo)) refuse('chart_not_income', { fund: goesTo.fund, bars: goesTo.bars });
  return [{ ...goesTo, cents: amount }];
}
