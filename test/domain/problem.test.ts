import * as z from 'zod';
import { type CallName, contract } from '#contract/contract';
import { DocumentKind } from '#contract/shapes';
import { problemOf } from '#domain/problem';
import { sentenceOf } from '#domain/refusal';

const commandId = '018f4e1c-7b1a-7c3e-9d2f-000000000001';
const drawer = 'D1';
const cash = { kind: 'cash', cents: 8_640 };
const line = { kind: 'account', accountNumber: '40-11872-03', cents: 8_640 };
const payment = { commandId, drawer, lines: [line], tenders: [cash] };
const check = { kind: 'check', cents: 8_640, checkNumber: '1187', routing: '125000024', bankAccount: '4012345678' };

function sentence(name: CallName, input: unknown): string {
  const { error } = contract[name].input.safeParse(input, { reportInput: true });
  return error === undefined ? 'is fine' : sentenceOf('bad_input', problemOf(error));
}

const handoff = 'W3-D0001-cash';
const pile = (items: number, cents: number) => ({ commandId, parts: [{ handoff: 'W3-D0001-check', items, cents }] });
const NO_PILE = 'cannot be: no papers come to 0, and each paper is worth at least a cent. Count them again';

test.each<[CallName, unknown, string]>([
  [
    'countHandoffs',
    { commandId, parts: [{ handoff, pieces: { 100: 0.5 } }] },
    'The field “Pieces of 1.00” must be a whole number',
  ],
  ['countHandoffs', { commandId, parts: [{ handoff }] }, 'The field “parts 1” has another form'],
  ['countHandoffs', { commandId, parts: [7] }, 'The field “parts 1” has another form'],
])('bug: a choice between shapes said nothing of what was wrong: %s of %j says %s', (name, input, said) => {
  expect(sentence(name, input)).toBe(`${said}. Correct it and try again.`);
});

test.each([pile(0, 5), pile(4, 0), pile(4, 3)])('bug: a pile that cannot be was counted: %j', (input) => {
  expect(sentence('countHandoffs', input)).toBe(`The field “parts 1” ${NO_PILE}. Correct it and try again.`);
});

test.each([pile(0, 0), pile(4, 4)])('a pile that can be is counted: %j', (input) => {
  expect(sentence('countHandoffs', input)).toBe('is fine');
});

test('bug: nor was one refused in the second count of a deposit, or as a handoff was settled', () => {
  const none = { items: 0, cents: 0 };
  const counted = { commandId, deposit: 'L-P0001', pieces: {}, checks: { items: 0, cents: 2_000 }, moneyOrders: none };
  expect(sentence('witnessDeposit', counted)).toContain(`“Checks” ${NO_PILE}`);
  const third = { counted: { handoff: 'W3-D0001-check', items: 0, cents: 5 }, reason: 'Gone' };
  expect(sentence('resolution', third)).toContain(`“counted” ${NO_PILE}`);
});

test.each<[CallName, unknown, string]>([
  ['takePayment', 7, 'The request must be an object'],
  ['takePayment', undefined, 'The request must be an object'],
  ['takePayment', { ...payment, drawer: undefined }, 'The field “drawer” is missing'],
  ['takePayment', { ...payment, drawer: null }, 'The field “drawer” must be text'],
  ['takePayment', { ...payment, drawer: '' }, 'The field “drawer” must not be empty'],
  ['takePayment', { ...payment, drawer: 'D'.repeat(25) }, 'The field “drawer” must be 24 characters or less'],
  ['takePayment', { ...payment, commandId: 'x' }, 'The field “commandId” must be a UUID'],
  ['takePayment', { ...payment, discount: 5 }, 'The field “discount” is not known here'],
  ['takePayment', { ...payment, lines: {} }, 'The field “lines” must be a list'],
  ['takePayment', { ...payment, lines: [] }, 'The field “lines” must not be empty'],
  ['takePayment', { ...payment, lines: Array(51).fill(line) }, 'The field “lines” must be a list of at most 50'],
  ['takePayment', { ...payment, lines: [line, 'x'] }, 'The field “lines 2” must be an object'],
  [
    'takePayment',
    { ...payment, lines: [{ ...line, accountNumber: '40 1' }] },
    'The field “lines 1 accountNumber” must be 3 to 20 digits, capital letters and dashes',
  ],
  [
    'takePayment',
    { ...payment, tenders: [{ ...cash, cents: 86.4 }] },
    'The field “tenders 1 cents” must be a whole number of cents, such as 1250 for 12.50',
  ],
  [
    'takePayment',
    { ...payment, tenders: [{ ...cash, cents: '8640' }] },
    'The field “tenders 1 cents” must be a whole number of cents, such as 1250 for 12.50',
  ],
  ['takePayment', { ...payment, tenders: [{ ...cash, cents: 0 }] }, 'The field “tenders 1 cents” must be above zero'],
  ['takePayment', { ...payment, tenders: [{ ...cash, cents: -1 }] }, 'The field “tenders 1 cents” must be above zero'],
  ...[1e15, 1e300].map((cents): [CallName, unknown, string] => [
    'takePayment',
    { ...payment, tenders: [{ ...cash, cents }] },
    'The field “tenders 1 cents” must be at most 9,999,999.99 dollars',
  ]),
  [
    'takePayment',
    { ...payment, tenders: [{ kind: 'gold' }] },
    'The field “tenders 1 kind” must be one of cash, check, money-order, card, credit',
  ],
  [
    'takePayment',
    { ...payment, tenders: [{ ...check, routing: '12' }] },
    'The field “tenders 1 routing” must be nine digits',
  ],
  ['takePayment', { ...payment, payer: 'a\u202Eb' }, 'The field “Payer” must be plain text on one line'],
  [
    'openDrawer',
    { commandId, businessDay: '2026-02-30', float: {} },
    'The field “businessDay” must be a day, such as 2026-11-23',
  ],
  ['openDrawer', { commandId, businessDay: '2026-11-23', float: [] }, 'The field “Pieces” must be an object'],
  ['openDrawer', { commandId, businessDay: '2026-11-23', float: { 3: 1 } }, 'The field “float 3” is not known here'],
  [
    'openDrawer',
    { commandId, businessDay: '2026-11-23', float: { 2000: -1 } },
    'The field “Pieces of 20.00” must not be negative',
  ],
  [
    'openDrawer',
    { commandId, businessDay: '2026-11-23', float: { 2000: 100_001 } },
    'The field “Pieces of 20.00” must be at most 100000',
  ],
  ['answerPrint', { job: 1, printed: 'yes' }, 'The field “printed” must be true or false'],
  ['answerPrint', { job: 1.5, printed: true }, 'The field “job” must be a whole number'],
  ['answerPrint', { job: 1e300, printed: true }, 'The field “job” is too large a number'],
  [
    'enrolStation',
    { ledger: 'x', token: 'x'.repeat(20) },
    'The field “ledger” must be an address, such as https://ledger.example',
  ],
  ['signIn', { person: 'm.ortiz', pin: '12' }, 'The field “pin” must be 4 to 8 digits'],
  [
    'slip',
    { document: { kind: 'y', label: 'W3-000001' } },
    `The field “document kind” must be one of ${DocumentKind.options.join(', ')}`,
  ],
])('%s with %j: %s', (name, input, said) => {
  expect(sentence(name, input)).toBe(`${said}. Correct it and try again.`);
});

test('a form that has no words of its own is one that somebody forgot', () => {
  const silent = Object.entries(contract).flatMap(([name, { input }]) => patternsIn(input, name));
  expect(silent).toEqual([]);
  const forgotten = z.strictObject({ lines: z.array(z.object({ fund: z.string().regex(/^\d$/) })).optional() });
  expect(patternsIn(forgotten, 'it')).toEqual(['it lines fund']);
});

/** Patterns within a schema whose refusal would say only that the text has another form. */
function patternsIn(schema: z.core.$ZodType, path: string): string[] {
  const def: Record<string, unknown> = { ...schema._zod.def };
  const said = schema._zod.def.type === 'string' ? z.safeParse(schema, '\u0001').error?.issues : undefined;
  const here = said?.some((issue) => issue.code === 'invalid_format' && /^Invalid string/.test(issue.message));
  const inner = [def.innerType, def.in, def.element, def.valueType, ...((def.options as unknown[] | undefined) ?? [])];
  const named = Object.entries((def.shape as Record<string, z.core.$ZodType> | undefined) ?? {});
  return [
    ...(here ? [path] : []),
    ...inner.flatMap((part) => (isSchema(part) ? patternsIn(part, path) : [])),
    ...named.flatMap(([key, part]) => patternsIn(part, `${path} ${key}`)),
  ];
}

function isSchema(value: unknown): value is z.core.$ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value;
}
