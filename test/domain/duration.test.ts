import { durationClock, durationWords } from '#domain/duration';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  [24 * HOUR + 3 * MINUTE, '24 h 3 min'],
  [59 * MINUTE + 59_999, '59 min'],
  [30_000, 'under 1 min'],
  [48 * HOUR, '2 d 0 h 0 min'],
  [74 * HOUR + 5 * MINUTE, '3 d 2 h 5 min'],
  [-14 * HOUR - 41 * MINUTE, '14 h 41 min'],
])('bug: a span of %i ms was told rounded up: it is %s', (span, words) => {
  expect(durationWords(span)).toBe(words);
});

test('a spreadsheet reads hours and minutes', () => {
  expect([0, 3 * MINUTE, 25 * HOUR + 3 * MINUTE].map(durationClock)).toEqual(['0:00', '0:03', '25:03']);
});
