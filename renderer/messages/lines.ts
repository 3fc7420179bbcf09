import type { NamedWhy } from '#domain/line';
import type { TypeField } from '#domain/receiptType';

const kinds: Record<TypeField['kind'], string> = {
  text: 'That holds a sign that cannot be printed. Type it anew on one line.',
  number: 'That is not a number. Type digits, such as 12 or 12.5.',
  day: 'That is not a day. Type it as 2026-11-23.',
  parcel: 'That is not a parcel number. Type digits, capital letters and dashes, such as 0418-22-0071.',
};

/** What a receipt is for beside payments on accounts. */
export const items = {
  title: 'What is the next item for?',
  field: 'Item',
  hint: 'A digit, or a part of its name',
  list: 'Items',
  none: 'Nothing of that name. Type fewer letters.',
  group: 'Items',
  add: (name: string) => `Add ${name.toLowerCase()}`,
  open: 'open price',
  each: (amount: string, unit: string) => (unit === '' ? amount : `${amount} a ${unit}`),
  from: (amount: string, unit: string) => `from ${amount} a ${unit || 'piece'}`,
  asks: 'It asks for',
  optional: 'may be left out',
  goes: 'It goes to',
  code: 'Fund and BARS code',
  chosen: 'A place of the chart that you choose',
  permit: 'A permit slip prints beside the receipt.',
  edit: (name: string) => `Change ${name}`,
  more: 'not complete',
  percent: (percent: number) => `${percent} %`,
  units: (units: number, each: string) => `${units} × ${each}`,
  labels: { account: 'Account', goesTo: 'Goes to', quantity: 'How many', amount: 'Amount' },
  hints: {
    account: 'Number or name',
    accountOptional: 'Number or name, or nothing',
    goesTo: 'BARS code or name',
    day: '2026-11-23',
    parcel: '0418-22-0071',
    optional: 'may be empty',
  },
  found: (label: string) => `${label}: found`,
  remove: (name: string) => `Remove ${name.toLowerCase()}`,
  ask: {
    title: (what: string) => `Remove ${what}?`,
    words: (what: string) =>
      `${what} is not complete. What is typed of it is forgotten; the rest of the payment stays.`,
  },
  why: {
    field: (name: string) => `Fill in “${name}”`,
    account: 'Choose the account',
    place: 'Choose where the money goes',
    quantity: (unit: string) => `Type how many${unit === '' ? '' : `, by the ${unit}`}`,
    nothing: 'That costs nothing',
    amount: (name: string) => `Type how much for ${name.toLowerCase()}`,
  },
  account: {
    needed: 'It belongs to an account. Type its number or the name, and choose it from those found.',
    optional: 'Choose the account from those found, or leave the field empty.',
  },
  place: 'Type a BARS code or a name, and choose a place of the chart from those found.',
  quantity: 'Type a whole number from 1 to 9,999.',
  kinds,
} as const;

/** Money for an account or a bill that was not found. */
export const suspense = {
  name: 'Into suspense',
  short: 'the money in suspense',
  account: 'to be found',
  none: (text: string) => `Nothing here is called “${text}”.`,
  again: 'Scan the whole line again',
  piece: 'Digits of the bill line are missing. Only where the bill cannot be read:',
  misread: 'A digit of the bill line is wrong. Only where the bill cannot be read:',
  unknown: 'The account of this bill is not known here.',
  words: 'Nobody is sent away: the money is taken with a name and an address, and the office finds the account.',
  button: 'Take it into suspense',
  fields: { name: 'Name', address: 'Address', parcel: 'Parcel', text: 'Amount' },
} as const;

const whys: Record<NamedWhy, string> = {
  payer_named: 'The payer named them',
  bill_scanned: 'The bill says so',
  payment_plan: 'A payment plan',
  dispute: 'The rest is in dispute',
};

const whyShort: Record<NamedWhy, string> = {
  payer_named: 'payer named the charges',
  bill_scanned: 'charges as the bill says',
  payment_plan: 'payment plan',
  dispute: 'the rest is in dispute',
};

/** The payer's word against the policy. */
export const naming = {
  nothingOpen: 'Nothing is open on this account: all of it becomes unapplied credit.',
  list: 'Which charges are paid',
  keys: 'takes a charge or leaves it out',
  policy: 'the policy again',
  open: (cents: string) => `${cents} open`,
  charge: (place: number, name: string, cents: string) => `${place}: ${name}, ${cents} open`,
  amount: (name: string) => `Amount for ${name}`,
  reason: 'Why',
  whys,
  whyShort,
  none: 'Choose a charge by its digit, or press Ctrl+O for the policy.',
  over: (cents: string) => `Only ${cents} of it is open. Type that much at most.`,
  why: { none: 'Choose the charges', amount: 'Type how much of the charge' },
} as const;
