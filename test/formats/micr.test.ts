import fc from 'fast-check';
import { type MicrLine, readMicr } from '#formats/micr';

/*
 * The fields of a check's magnetic line by their places (ANSI X9.100-160), from the left: auxiliary on-us with its two
 * symbols, on business checks alone; external processing code, one digit; transit, nine digits between two symbols; on-us;
 * amount, ten digits between two symbols.
 */

const ROUTING = '021000021';
const OTHER_ROUTING = '121042882';
const read = (part: Partial<MicrLine>): MicrLine => ({
  routing: null,
  account: null,
  serial: null,
  epc: null,
  amountCents: null,
  ...part,
});
const PERSONAL = read({ routing: ROUTING, account: '1234567890', serial: '0101' });
const BUSINESS = read({ routing: ROUTING, account: '1234567890', serial: '001234' });

test.each<[string, string, MicrLine]>([
  ['personal, as printed', '⑆021000021⑆ 1234567890⑈ 0101', PERSONAL],
  ['… by initials', 'T021000021T1234567890U0101', PERSONAL],
  ['… with O for on-us', 'T021000021T 1234567890O 0101', PERSONAL],
  ['… in small letters', 't021000021t 1234567890o 0101', PERSONAL],
  ['… by the places of a font', 'A021000021A 1234567890C 0101', PERSONAL],
  ['… with spaces between all fields', ' T021000021T   1234567890U   0101  ', PERSONAL],
  ['… with a leading on-us symbol', 'T021000021T U1234567890U 0101', PERSONAL],
  ['… without its number', 'T021000021T 1234567890U', { ...PERSONAL, serial: null }],
  ['business: the number stands first', '⑈001234⑈ ⑆021000021⑆ 1234567890⑈', BUSINESS],
  ['… by initials', 'U001234U T021000021T 1234567890U', BUSINESS],
  ['… and a transaction code behind the symbol is no number', 'U001234U T021000021T 1234567890U 42', BUSINESS],
  ['… with the spaces of the bank in the account', 'U001234U T021000021T 123 456 7890U', BUSINESS],
  ['dashes within the account', 'T021000021T 123-456-7890U 0101', PERSONAL],
  ['… as printed', '⑆021000021⑆ 123⑉456⑉7890⑈ 0101', PERSONAL],
  ['… as D', 'T021000021T 123D456D7890U 0101', PERSONAL],
  ['external processing code', '5T021000021T 1234567890U 0101', { ...PERSONAL, epc: '5' }],
  ['… of a business check', 'U001234U 5T021000021T 1234567890U', { ...BUSINESS, epc: '5' }],
  [
    'the amount, once encoded',
    'T021000021T 1234567890U 0101 $0000012345$',
    { ...PERSONAL, amountCents: 12_345 as never },
  ],
  ['… with A', 'T021000021T 1234567890O 0101 A0000012345A', { ...PERSONAL, amountCents: 12_345 as never }],
  ['… as printed', '⑆021000021⑆ 1234567890⑈ 0101 ⑇0000012345⑇', { ...PERSONAL, amountCents: 12_345 as never }],
  ['a cashier’s check with the account first', 'T1234567890T 021000021U 0101', PERSONAL],
  ['the routing alone', 'T021000021T', read({ routing: ROUTING })],
])('%s', (_, line, expected) => {
  expect(readMicr(line)).toEqual(expected);
});

test.each<[string, string, MicrLine]>([
  ['a digit of the routing', 'T02100?021T 1234567890U 0101', { ...PERSONAL, routing: null }],
  ['a wrong check digit', 'T021000022T 1234567890U 0101', { ...PERSONAL, routing: null }],
  ['a Canadian routing', 'T12345-678T 1234567890U 0101', { ...PERSONAL, routing: null }],
  ['a digit of the account', 'T021000021T 12345?7890U 0101', { ...PERSONAL, account: null }],
  ['a digit of the number', 'T021000021T 1234567890U 01?1', { ...PERSONAL, serial: null }],
  ['the on-us symbol', 'T021000021T 1234567890? 0101', read({ routing: ROUTING })],
  ['a transit symbol', 'T021000021? 1234567890U 0101', read({})],
  [
    '… of a business check, whose number is still certain',
    'U001234U T021000021? 1234567890U',
    read({ serial: '001234' }),
  ],
  ['a symbol of the auxiliary field', '?001234? T021000021T 1234567890U 42', { ...BUSINESS, serial: null }],
  ['… one of the two', 'U001234? T021000021T 1234567890U 42', { ...BUSINESS, serial: null }],
  ['a symbol of the amount', 'T021000021T 1234567890U 0101 $0000012345?', PERSONAL],
  ['another reader’s mark for it', 'T02100*021T 1234567890U 0101', { ...PERSONAL, routing: null }],
])('what was not read is left blank, and nothing else: %s', (_, line, expected) => {
  expect(readMicr(line)).toEqual(expected);
});

test.each<[string, string]>([
  ['number and account, a space between', 'T021000021T 0101 1234567890U'],
  ['… with a transaction code', 'T021000021T 0101 1234567890U 42'],
  ['the number before the symbol', 'T021000021T 0101U 1234567890'],
  ['… and an account no longer than it', 'T021000021T 0101U 5678'],
  ['two symbols within', 'T021000021T 12U34567890U 0101'],
  ['no symbol at all', 'T021000021T 1234567890 0101'],
  ['two numbers behind the symbol', 'T021000021T 1234567890U 0101 42'],
])('an order that is open is never guessed: %s', (_, line) => {
  expect(readMicr(line)).toEqual(read({ routing: ROUTING }));
});

test('two numbers that both could be the routing stay as the symbols have them', () => {
  expect(readMicr(`T${ROUTING}T ${OTHER_ROUTING}U 0101`)).toMatchObject({ routing: ROUTING, account: OTHER_ROUTING });
});

test.each([
  ['a bill line', '004011872031130260100000000950400000086409'],
  ['an account number', '40-11872-03'],
  ['a name of such letters', 'Todd'],
  ['a name and a number', 'Todd 2'],
  ['a receipt’s code', 'W3-000482 3F2A91C077DE'],
  ['digits and other letters', 'T021000021T X1234567890U'],
  ['nothing', ''],
  ['more than any check has', `T021000021T ${'1'.repeat(90)}U`],
])('%s is no such line', (_, text) => {
  expect(readMicr(text)).toBeNull();
});

const digits = (minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((all) => all.join(''));

/** Nine digits whose last makes the weighted sum a multiple of ten. */
const routings = digits(8, 8)
  .filter((eight) => /[1-9]/.test(eight))
  .map((eight) => {
    const sum = [...eight].reduce((total, digit, at) => total + Number(digit) * ([3, 7, 1][at % 3] ?? 0), 0);
    return `${eight}${(10 - (sum % 10)) % 10}`;
  });

const spellings = fc.constantFrom(
  { T: '⑆', U: '⑈', A: '⑇' },
  { T: 'T', U: 'U', A: '$' },
  { T: 't', U: 'o', A: 'a' },
  { T: 'T', U: 'O', A: 'A' },
);

test('whatever the standard lets stand on a line is read back from every spelling of it', () => {
  const fields = fc.record({
    routing: routings,
    account: digits(7, 17),
    serial: digits(1, 6),
    epc: fc.option(digits(1, 1)),
    amount: fc.option(fc.integer({ min: 0, max: 9_999_999_999 })),
    isBusiness: fc.boolean(),
    gap: fc.constantFrom('', ' ', '  '),
    spelling: spellings,
  });
  fc.assert(
    fc.property(fields, ({ routing, account, serial, epc, amount, isBusiness, gap, spelling: { T, U, A } }) => {
      const line = [
        isBusiness ? `${U}${serial}${U}` : '',
        `${epc ?? ''}${T}${routing}${T}`,
        isBusiness ? `${account}${U}` : `${account}${U}${gap}${serial}`,
        amount === null ? '' : `${A}${String(amount).padStart(10, '0')}${A}`,
      ];
      expect(readMicr(line.join(gap))).toEqual({ routing, account, serial, epc, amountCents: amount });
    }),
  );
});

test('a character that was not read never makes another number of it', () => {
  const at = fc.integer({ min: 0, max: 26 });
  fc.assert(
    fc.property(at, (place) => {
      const line = 'T021000021T 1234567890U 0101';
      const seen = readMicr(`${line.slice(0, place)}?${line.slice(place + 1)}`);
      for (const name of ['routing', 'account', 'serial'] as const)
        expect([null, undefined, PERSONAL[name]]).toContain(seen?.[name]);
    }),
  );
});
