import fc from 'fast-check';
import { columnsOf, plain, wrapped } from '#printing/columns';

test.each([
  ['Hale, Dorothea', 14],
  ['Щербаков', 8],
  ['Nguyễn Thị Hương', 16],
  ['Nguye\u0302\u0303n', 6],
  ['−4.25', 5],
  ['李小龍', 6],
  ['김', 2],
  ['👩‍👩‍👧', 2],
  ['❤️', 2],
  ['Ａ', 2],
  ['', 0],
])('%s takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

test('text is made plain: one line, no commands, no turning marks, no half letters', () => {
  expect(plain('Ha\u001B@le\n\u202EaehtoroD\u200B\tx\uD800\u00A0y')).toBe('Ha @le aehtoroD x\uFFFD y');
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['supercalifragilistic', 8, ['supercal', 'ifragili', 'stic']],
  ['a supercalifragilistic b', 8, ['a', 'supercal', 'ifragili', 'stic b']],
  ['李小龍', 5, ['李小', '龍']],
  ['  7 ×   3', 20, ['  7 ×   3']],
  ['', 5, ['']],
])('%j breaks at %i columns', (text, width, rows) => {
  expect(wrapped(text, width)).toEqual(rows);
});

test('no row is too wide and no letter is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.integer({ min: 2, max: 50 }), (raw, width) => {
      const text = plain(raw);
      const rows = wrapped(text, width);
      for (const row of rows) expect(columnsOf(row)).toBeLessThanOrEqual(width);
      expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
