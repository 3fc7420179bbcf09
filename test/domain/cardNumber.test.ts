import fc from 'fast-check';
import { holdsCardNumber } from '#domain/cardNumber';

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
  '4111 1111 1111',
  '2214 Alder Ct NE, Unit 4, Quarry Bay WA 98379-1187',
  'W3-000482, W3-000483 and W3-000484',
  '004011872031130260100000000950400000086409',
])('%s holds none', (text) => {
  expect(holdsCardNumber(text)).toBe(false);
});

test('a number that hides behind other digits is seen', () => {
  expect(holdsCardNumber('98379 4111 1111 1111 1111 09 27')).toBe(true);
});

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
