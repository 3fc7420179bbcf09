import type { Output } from '#contract/contract';
import type { AccountView } from '#contract/shapes';
import { holdsCardNumber } from '#domain/cardNumber';
import { QUANTITY_MAX, type Share } from '#domain/line';
import { type Cents, cents, formatAmount, ZERO } from '#domain/money';
import { isWritten, pricedUnits, priceOf, sharesOf } from '#domain/receiptType';
import { sentenceOf } from '#domain/refusal';
import { items } from '../../../messages/lines.ts';
import type { Trouble } from '../../../refusal.ts';
import { typedCents } from '../typedCents.ts';
import { amountSentence, unless, type WrongField } from '../wrongField.ts';
import type { ResumingRules } from './lineRules.ts';

/** A receipt type as it is offered today to who is signed in. */
export type OfferedType = Output<'receiptTypes'>['types'][number];
/** A place of the district's chart. */
export type ChartPlace = Output<'chart'>['accounts'][number];

/** A permit, a fee by schedule, a deposit, a miscellaneous receipt, as it is typed. */
export type FeeLine = {
  kind: 'fee';
  type: OfferedType;
  /** One text for each field of the type. */
  told: string[];
  /** What is typed to find an account or a place, and which of those found was taken. */
  accountText: string;
  account: AccountView | null;
  placeText: string;
  place: ChartPlace | null;
  quantity: string;
  /** The amount, where the price is open. */
  text: string;
};
export type FeeField = `told-${number}` | 'account' | 'goesTo' | 'quantity' | 'text';

export const feeLine: ResumingRules<FeeLine, FeeField> = {
  keyOf: (line, at) => `${line.type.code} ${at}`,
  fields({ type }) {
    const told = type.fields.map((_, at): FeeField => `told-${at}`);
    return [
      ...(type.account === 'required' ? (['account'] as const) : []),
      ...told,
      ...(type.account === 'optional' ? (['account'] as const) : []),
      ...(type.distribution === null ? (['goesTo'] as const) : []),
      ...(type.unit === '' ? [] : (['quantity'] as const)),
      ...(type.price.kind === 'open' ? (['text'] as const) : []),
    ];
  },
  typed(line, field, text) {
    switch (field) {
      case 'account':
        return { ...line, accountText: text, account: null };
      case 'goesTo':
        return { ...line, placeText: text, place: null };
      case 'quantity':
      case 'text':
        return { ...line, [field]: text };
      default:
        return { ...line, told: line.told.map((one, at) => (at === toldAt(field) ? text : one)) };
    }
  },
  isBlank: (line) =>
    [...line.told, line.accountText, line.placeText, line.quantity, line.text].every((text) => text.trim() === ''),
  opens: (line) => feeLine.fields(line).length > 0,
  centsOf(line) {
    if (line.type.price.kind === 'open') return typedCents(line.text);
    const quantity = quantityOf(line);
    return quantity === null ? ZERO : (priceOf(line.type.price, quantity) ?? ZERO);
  },
  amounts(line) {
    if (line.type.price.kind === 'open') return [line.text];
    const amount = feeLine.centsOf(line);
    return amount > 0 ? [formatAmount(amount)] : [];
  },
  wrongIn: (line) => feeLine.fields(line).flatMap((field) => wrongAt(line, field)),
  accountOf: (line) => line.account,
  payerOf: () => '',
  sent(line) {
    const { account, place } = line;
    return {
      kind: 'fee',
      code: line.type.code,
      quantity: quantityOf(line) ?? 1,
      cents: feeLine.centsOf(line),
      told: line.told.map((text) => text.trim()),
      ...(account ? { accountNumber: account.accountNumber } : {}),
      ...(place ? { goesTo: { fund: place.fund, bars: place.bars } } : {}),
    };
  },
  drafted(line) {
    const shares = feeShares(line);
    if (shares.length === 0) return null;
    const { code, name, names, fields, prints } = line.type;
    return {
      kind: 'fee',
      code,
      name,
      ...(names ? { names } : {}),
      accountNumber: line.account?.accountNumber ?? null,
      told: fields.flatMap((field, at) => {
        const told = line.told[at]?.trim() ?? '';
        return told === '' ? [] : [{ field: field.name, told }];
      }),
      quantity: quantityOf(line) ?? 1,
      cents: feeLine.centsOf(line),
      shares,
      prints,
    };
  },
  resumed(asked, { accounts, types }) {
    const type = types.find((known) => known.code === asked.code);
    if (!type) return null;
    const account = accounts.get(asked.accountNumber ?? '') ?? null;
    const place = asked.goesTo ? { ...asked.goesTo, name: '' } : null;
    return {
      ...newFeeLine(type, null),
      told: type.fields.map((_, at) => asked.told[at] ?? ''),
      account,
      accountText: account?.accountNumber ?? '',
      place,
      placeText: place ? placeText(place) : '',
      quantity: type.unit === '' ? '' : String(asked.quantity),
      text: type.price.kind === 'open' ? formatAmount(cents(asked.cents)) : '',
    };
  },
  fieldOf(line, path) {
    const [name, place] = path.split(' ');
    const field = name === 'told' ? `told-${Number(place) - 1}` : (FIELDS_OF_PATH[name ?? ''] ?? 'text');
    const fields = feeLine.fields(line);
    return fields.find((one) => one === field) ?? fields.at(-1) ?? null;
  },
  placeOf: refusedAt,
};

const FIELDS_OF_PATH: Partial<Record<string, FeeField>> = {
  accountNumber: 'account',
  goesTo: 'goesTo',
  quantity: 'quantity',
  cents: 'text',
};

/** A line of a type starts empty, but for the account where the type asks for one and the receipt has one. */
export function newFeeLine(type: OfferedType, onReceipt: AccountView | null): FeeLine {
  const account = type.account === 'required' ? onReceipt : null;
  return {
    kind: 'fee',
    type,
    told: type.fields.map(() => ''),
    accountText: account?.accountNumber ?? '',
    account,
    placeText: '',
    place: null,
    quantity: '',
    text: '',
  };
}

/** How many; null while no whole number in range is typed. What has no unit is there once. */
export function quantityOf({ type, quantity }: FeeLine): number | null {
  if (type.unit === '') return 1;
  const number = /^\d{1,6}$/.test(quantity.trim()) ? Number(quantity) : 0;
  return number >= 1 && number <= QUANTITY_MAX ? number : null;
}

/** How the price is made, tier by tier, `10 × 0.25 + 2 × 0.15`; nothing where there is no unit or no price to multiply. */
export function priceWords(line: FeeLine): string {
  const quantity = quantityOf(line);
  const priced = line.type.unit === '' || quantity === null ? null : pricedUnits(line.type.price, quantity);
  return (priced ?? []).map(({ units, eachCents }) => items.units(units, formatAmount(eachCents))).join(' + ');
}

/** The line's amount over funds and BARS codes, as it will be posted: it always sums. */
export function feeShares(line: FeeLine): Share[] {
  const amount: Cents = feeLine.centsOf(line);
  if (amount === 0) return [];
  if (line.type.distribution) return sharesOf(amount, line.type.distribution);
  return line.place ? [{ fund: line.place.fund, bars: line.place.bars, cents: amount }] : [];
}

function wrongAt(line: FeeLine, field: FeeField): WrongField<FeeField>[] {
  const { type } = line;
  switch (field) {
    case 'account':
      if (line.account || (type.account === 'optional' && line.accountText.trim() === '')) return [];
      return unless(
        false,
        field,
        items.why.account,
        items.account[type.account === 'optional' ? 'optional' : 'needed'],
      );
    case 'goesTo':
      return unless(line.place !== null, field, items.why.place, items.place);
    case 'quantity': {
      if (quantityOf(line) === null) return unless(false, field, items.why.quantity(type.unit), items.quantity);
      const isWorth = type.price.kind === 'open' || feeLine.centsOf(line) > 0;
      return unless(isWorth, field, items.why.nothing, sentenceOf('price_nothing', { name: type.name }));
    }
    case 'text':
      return unless(typedCents(line.text) > 0, field, items.why.amount(type.name), amountSentence(line.text));
    default:
      return wrongTold(line, toldAt(field));
  }
}

function wrongTold({ type, told }: FeeLine, at: number): WrongField<FeeField>[] {
  const asked = type.fields[at];
  if (!asked) return [];
  const field: FeeField = `told-${at}`;
  const text = told[at]?.trim() ?? '';
  const why = items.why.field(asked.name);
  if (text === '') return unless(!asked.required, field, why);
  if (holdsCardNumber(text)) return unless(false, field, why, sentenceOf('card_number_in_text', { field: asked.name }));
  return unless(isWritten(asked.kind, text), field, why, items.kinds[asked.kind]);
}

/** Which field of the type a place is, from 0. */
export function toldAt(field: FeeField): number {
  return Number(/^told-(\d+)$/.exec(field)?.[1] ?? -1);
}

/** Refusals that name the type, or a place of the chart, are about the field that they speak of. */
function refusedAt(line: FeeLine, { code, facts }: Trouble): FeeField | null {
  const isOfChart = code === 'chart_unknown' || code === 'chart_not_income';
  const isPlace = isOfChart && facts.fund === line.place?.fund && facts.bars === line.place?.bars;
  if (isPlace) return 'goesTo';
  if (facts.accountNumber !== undefined && facts.accountNumber === line.account?.accountNumber) return 'account';
  if (facts.name !== line.type.name) return null;
  if (code === 'field_missing' || code === 'field_wrong')
    return `told-${line.type.fields.findIndex((field) => field.name === facts.field)}`;
  const wanted: FeeField =
    code === 'type_needs_account' || code === 'type_has_no_account'
      ? 'account'
      : code === 'chart_needed' || code === 'chart_not_asked'
        ? 'goesTo'
        : 'quantity';
  const fields = feeLine.fields(line);
  return fields.includes(wanted) ? wanted : (fields[0] ?? null);
}

/** A place of the chart as it is written once it is taken: `401 · 3439001 Miscellaneous sewer fees`. */
export function placeText({ fund, bars, name }: ChartPlace): string {
  return `${fund} · ${bars} ${name}`.trim();
}

/** What the line says while it is folded: each field that was told, as far as it was. */
export function toldOf(line: FeeLine): string[] {
  return line.told.map((text) => text.trim()).filter(Boolean);
}
