import type { Output } from '#contract/contract';
import { CardBrand, CheckForm, MoneyOrderIssuer } from '#domain/tender';
import { say } from '../../messages/en.ts';
import { correcting } from '../../messages/undo.ts';
import type { ToKind } from './correctionForm.ts';
import { chartOption, type ReceiptTypes } from './told.ts';

/** A field of where it belongs: to type in, or to choose from. */
export type ToField = {
  name: string;
  label: string;
  max: number;
  options?: readonly { value: string; label: string }[];
  placeholder?: string;
};

const { fields } = correcting;
const text = (name: keyof typeof fields, max: number): ToField => ({ name, label: fields[name], max });
const choice = (
  name: 'form' | 'issuer' | 'brand',
  values: readonly string[],
  names: Readonly<Record<string, string>>,
): ToField => ({
  name,
  label: fields[name],
  max: 20,
  options: values.map((value) => ({ value, label: names[value] ?? value })),
});

/** Longer than any of them may be: what is cut would be taken for a shorter one, or leave most of a card's number. */
const UNCUT = 23;

const OF_TENDER: Readonly<Record<string, readonly ToField[]>> = {
  cash: [],
  check: [
    choice('form', CheckForm.options, correcting.forms),
    text('checkNumber', UNCUT),
    text('routing', UNCUT),
    text('bankAccount', UNCUT),
  ],
  'money-order': [choice('issuer', MoneyOrderIssuer.options, correcting.issuers), text('serial', UNCUT)],
  card: [choice('brand', CardBrand.options, say.brand), text('lastFour', UNCUT), text('approvalCode', UNCUT)],
};

/** What is asked beside the kind itself. An account is searched for, so that has a field of its own. */
export function fieldsOf(kind: ToKind, types: ReceiptTypes, chart: Output<'chart'>['accounts']): readonly ToField[] {
  if (kind === 'account') return [];
  if (kind === 'suspense')
    return [
      { name: 'name', label: correcting.name, max: 80 },
      { name: 'address', label: correcting.address, max: 80 },
      { name: 'parcel', label: correcting.parcel, max: 30 },
    ];
  const type = kind.startsWith('fee ') ? types.find((one) => `fee ${one.code}` === kind) : undefined;
  if (!type) return OF_TENDER[kind] ?? [];
  return [
    ...(type.price.kind === 'open' ? [] : [{ name: 'quantity', label: correcting.quantity, max: 4 }]),
    ...type.fields.map((field, at) => ({ name: `field ${at}`, label: field.name, max: 80 })),
    ...(type.distribution === null ? [chartField(chart)] : []),
  ];
}

function chartField(chart: Output<'chart'>['accounts']): ToField {
  return {
    name: 'goesTo',
    label: correcting.goesTo,
    max: 20,
    placeholder: correcting.chooseChart,
    options: chart.map((place) => ({ value: chartOption(place), label: `${chartOption(place)} · ${place.name}` })),
  };
}
