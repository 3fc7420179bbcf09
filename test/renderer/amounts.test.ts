import { readAmount } from '#domain/amountEntry';
import { tidy, withDecimals, wrongAmount } from '#renderer/amounts';

test.each([
  ['1250', '12.50'],
  ['5', '0.05'],
  ['20+535', '0.20+5.35'],
  ['12.5', '12.5'],
  ['', ''],
  ['12x', '12x'],
])('with implied decimals %j means %j', (typed, means) => {
  expect(withDecimals(typed)).toBe(means);
});

test.each([
  ['80', '80.00'],
  ['20+5+.35', '25.35'],
  ['1264.65', '1,264.65'],
  ['', ''],
  ['12.655', '12.655'],
])('%j is tidied to %j when its field is left', (typed, shown) => {
  expect(tidy(typed)).toBe(shown);
});

test.each(['12.655', '-5', 'ten', '99999999999999'])('%s is told what is wrong with it', (typed) => {
  expect(wrongAmount(readAmount(typed))).toMatch(/^\p{Lu}.*\.$/u);
});
