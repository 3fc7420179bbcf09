import fc from 'fast-check';
import { holdsCardNumber } from '#domain/cardNumber';
import { counterTexts } from '#test/support/counterTexts';

/** Numbers that the schemes publish for tests. */
const CARDS = [
  ['Visa', '4111111111111111'],
  ['Visa of 13', '4222222222222'],
  ['Mastercard', '5555555555554444'],
  ['Mastercard of the 2 series', '2223003122003222'],
  ['American Express', '378282246310005'],
  ['Discover', '6011111111111117'],
  ['Diners Club', '30569309025904'],
  ['JCB', '3530111333300000'],
  ['UnionPay', '6200000000000005'],
  ['Maestro', '6759649826438453'],
] as const;

test.each(CARDS)('a %s number is seen, alone, among words, and in groups', (_, digits) => {
  const groups = digits.replace(/(.{4})(?=.)/g, '$1 ');
  expect(holdsCardNumber(digits)).toBe(true);
  expect(holdsCardNumber(`paid with ${digits}, thank you`)).toBe(true);
  expect(holdsCardNumber(`card:${digits}x`)).toBe(true);
  for (const mark of [' ', '-', '.', '–', '  ', '\u00a0', '_', '/', '--', '\u2011'])
    expect(holdsCardNumber(`№ 12 ${groups.replaceAll(' ', mark)} 09/27`)).toBe(true);
  expect(holdsCardNumber(digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))))).toBe(true);
});

test.each(CARDS)('a %s number with one digit wrong is not one', (_, digits) => {
  for (const place of [...digits].keys()) {
    const wrong = `${digits.slice(0, place)}${(Number(digits[place]) + 1) % 10}${digits.slice(place + 1)}`;
    expect(holdsCardNumber(wrong)).toBe(false);
  }
});

test.each([
  '',
  'Hale, Dorothea',
  '40-11872-03',
  '(360) 555-0142',
  '360-555-0142 or 360-555-0187',
  '0418-22-0071',
  '021000021',
  '4000123412',
  '1234567890123456',
  'tel 360 555 1234, 360 555 9876',
  '360 555 1234 360 555 9876',
  '4012-11872-03 4012-11873-01 4012-11874-02',
  'checks 4411 4412 4415 4420',
  'checks 4420, 4416, 4412, 4408',
  '02/25/26 09/05/26 12/11/26 at 2:26',
  '362501-4-015-2006',
  '4111 222222 33 4441',
  'paid $4,111.11 and $1,111.11 on 11/11/2026',
  '4111 1111 1111',
  '2214 Alder Ct NE, Unit 4, Quarry Bay WA 98379-1187',
  'W3-000482, W3-000483 and W3-000484',
  '004011872031130260100000000950400000086409',
])('%s holds none', (text) => {
  expect(holdsCardNumber(text)).toBe(false);
});

test.each([
  'dash between spaces: 4111 – 1111 – 1111 – 1111',
  '4111  -  1111  -  1111  -  1111',
  '4111x1111x1111x1111',
  '4111 dash 1111 dash 1111 dash 1111',
  '4111, 1111, 1111, 1111',
  '3782x822463x10005',
  '3782 822463 10005',
  '3056 930902 5904',
  '41111111 11111111',
  '4111-11111111-1111',
  '41 11 11 11 11 11 11 11',
  '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
  '411 111 111 111 111 1',
])('%s is seen: its groups are those of a card', (text) => {
  expect(holdsCardNumber(text)).toBe(true);
});

test.each([
  ['Arabic-Indic', 0x0660],
  ['Extended Arabic-Indic', 0x06f0],
  ['Devanagari', 0x0966],
  ['Bengali', 0x09e6],
  ['Thai', 0x0e50],
  ['fullwidth', 0xff10],
  ['mathematical bold', 0x1d7ce],
  ['mathematical monospace', 0x1d7f6],
] as const)('digits in %s are digits', (_, zero) => {
  const written = (digits: string) => digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  for (const [, digits] of CARDS) expect(holdsCardNumber(written(digits))).toBe(true);
  expect(holdsCardNumber(written('4111 1111 1111 1111'))).toBe(true);
  expect(holdsCardNumber(written('4111 1111 1111 1112'))).toBe(false);
});

test.each([
  ['a zero-width space within a group', '4\u200b111 1111 1111 1111'],
  ['a soft hyphen', '4111\u00ad111111111111'],
  ['keycaps', [...'4111111111111111'].map((digit) => `${digit}\ufe0f\u20e3`).join('')],
  ['circled digits', '④①①①①①①①①①①①①①①①'],
])('%s hides nothing', (_, text) => {
  expect(holdsCardNumber(text)).toBe(true);
});

test.each([
  ['other groups', '98379 4111 1111 1111 1111 09 27'],
  ['other groups of four', '1234 4111 1111 1111 1111 99'],
  ['its security code', '4111111111111111123'],
  ['its security code in the last group', '4111 1111 1111 1111123'],
  ['its expiry', '41111111111111110927'],
  ['its expiry and security code', '41111111111111110927123'],
  ['its four-digit security code', '3782822463100051234'],
  ['a 19-digit one’s security code', '4000000000000000006123'],
  ['digits before and behind in one run', '12344111111111111111199'],
])('a number is seen beside %s', (_, text) => {
  expect(holdsCardNumber(text)).toBe(true);
});

test('a bill line passes, and a shorter one too where it is only searched for', () => {
  const line = '004011872031130260100000000950400000086409';
  expect(holdsCardNumber(line, 'whole')).toBe(false);
  expect(holdsCardNumber('0055105105105105100000', 'whole')).toBe(false);
  expect(holdsCardNumber('0055105105105105100000')).toBe(true);
  expect(holdsCardNumber('4111111111111111', 'whole')).toBe(true);
  expect(holdsCardNumber('4111111111111111123', 'whole')).toBe(true);
});

test('property: nothing that a counter types is refused', () => {
  const refused = [...counterTexts(40_000, 7)].filter((text) => holdsCardNumber(text));
  expect(refused).toEqual([]);
});

test('property: a card number is seen in the midst of what a counter types', () => {
  for (const [place, text] of [...counterTexts(2_000, 11)].entries()) {
    const [, digits = ''] = CARDS[place % CARDS.length] ?? [];
    const written = place % 2 ? digits : digits.replace(/(.{4})(?=.)/g, '$1 ');
    expect([text, holdsCardNumber(`${text} card ${written} ok`)]).toEqual([text, true]);
  }
});

// A search that grew with the square of the text would not end within the patience that a test has.
test.each(['4'.repeat(100_000), '4 '.repeat(50_000), '4111x'.repeat(20_000)])(
  'a text of 100,000 characters is looked through in one go (%#)',
  (text) => {
    expect(holdsCardNumber(`${text} 4111 1111 1111 1111`)).toBe(true);
  },
);

test('property: any number of an issuer with its check digit is seen', () => {
  const begun = fc.constantFrom('4', '51', '55', '2221', '2720', '6011', '645', '65');
  fc.assert(
    fc.property(begun, fc.stringMatching(/^\d{15}$/), (first, more) => {
      const body = (first + more).slice(0, 15);
      const digit = [...'0123456789'].find((check) => luhn(body + check)) ?? '';
      expect(holdsCardNumber(body + digit)).toBe(true);
    }),
  );
});

/** The formula once more, by another way: doubled digits from a table. */
function luhn(digits: string): boolean {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const values = [...digits].reverse().map(Number);
  return values.reduce((total, digit, place) => total + (place % 2 ? (doubled[digit] ?? 0) : digit), 0) % 10 === 0;
}
