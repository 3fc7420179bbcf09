import { holdsCardNumber } from '#domain/cardNumber';
import { cents, formatAmount } from '#domain/money';
import { sentenceOf } from '#domain/refusal';
import { isPlain, NAME_MAX } from '#domain/text';
import { items, suspense } from '../../../messages/lines.ts';
import { typedCents } from '../typedCents.ts';
import { amountSentence, unless, type WrongField } from '../wrongField.ts';
import type { ResumingRules } from './lineRules.ts';

/** Money for an account or a bill that was not found: who brought it, for which place. */
export type SuspenseLine = {
  kind: 'suspense';
  name: string;
  address: string;
  parcel: string;
  text: string;
};
export type SuspenseField = 'name' | 'address' | 'parcel' | 'text';

export const suspenseLine: ResumingRules<SuspenseLine, SuspenseField> = {
  keyOf: (_, at) => `suspense ${at}`,
  fields: () => ['name', 'address', 'parcel', 'text'],
  typed: (line, field, text) => ({ ...line, [field]: text }),
  isBlank: ({ name, address, parcel, text }) => [name, address, parcel, text].every((one) => one.trim() === ''),
  opens: () => true,
  centsOf: (line) => typedCents(line.text),
  amounts: (line) => [line.text],
  wrongIn: (line) => [
    ...wrongWords(line, 'name', true),
    ...wrongWords(line, 'address', true),
    ...wrongWords(line, 'parcel', false),
    ...unless(typedCents(line.text) > 0, 'text', items.why.amount(suspense.short), amountSentence(line.text)),
  ],
  accountOf: () => null,
  payerOf: (line) => line.name.trim(),
  sent: (line) => ({
    kind: 'suspense',
    cents: typedCents(line.text),
    name: line.name.trim(),
    address: line.address.trim(),
    parcel: line.parcel.trim(),
  }),
  drafted(line) {
    const amount = typedCents(line.text);
    return amount > 0 ? { kind: 'suspense', parcel: line.parcel.trim(), cents: amount } : null;
  },
  resumed: ({ name, address, parcel, cents: asked }) => {
    return { kind: 'suspense', name, address, parcel, text: formatAmount(cents(asked)) };
  },
  fieldOf: (_, path) => (path === 'name' || path === 'address' || path === 'parcel' ? path : 'text'),
  placeOf: () => null,
};

/**
 * What was searched for and not found begins the line: a number with a street is an address, words are a name, and a
 * bill of an unknown account tells what it asks for.
 */
export function newSuspenseLine(searched: string, billCents: number | null): SuspenseLine {
  const text = billCents ? formatAmount(cents(billCents)) : '';
  const blank: SuspenseLine = { kind: 'suspense', name: '', address: '', parcel: '', text };
  const words = searched.trim();
  if (!/\p{L}/u.test(words)) return blank;
  return { ...blank, [/^\d/.test(words) ? 'address' : 'name']: words.slice(0, NAME_MAX) };
}

function wrongWords(line: SuspenseLine, field: 'name' | 'address' | 'parcel', isNeeded: boolean) {
  const text = line[field].trim();
  const label = suspense.fields[field];
  const why = items.why.field(label);
  const wrong = (sentence?: string): WrongField<SuspenseField>[] => unless(false, field, why, sentence);
  if (text === '') return isNeeded ? wrong() : [];
  if (holdsCardNumber(text)) return wrong(sentenceOf('card_number_in_text', { field: label }));
  return isPlain(text) ? [] : wrong(items.kinds.text);
}
