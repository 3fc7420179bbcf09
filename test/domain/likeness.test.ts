import fc from 'fast-check';
import { isSpelled, slipsAllowed, slipsBetween, soundOf, spellingKeys } from '#domain/likeness';

const most = Number.POSITIVE_INFINITY;

test.each([
  ['hale', 'hale', 0],
  ['ngyuen', 'nguyen', 1],
  ['jonson', 'johnson', 1],
  ['smit', 'smith', 1],
  ['hall', 'hale', 1],
  ['kowalsky', 'kowalski', 1],
  ['kowalsky', 'kowalczyk', 3],
  ['ca', 'abc', 3],
  ['', 'abc', 3],
])('between %s and %s lie %i slips, whichever comes first', (left, right, slips) => {
  expect(slipsBetween(left, right, most)).toBe(slips);
  expect(slipsBetween(right, left, most)).toBe(slips);
  expect(slipsBetween(left, right, slips)).toBe(slips);
  if (slips > 0) expect(slipsBetween(left, right, slips - 1)).toBe(most);
});

test.each([
  ['kowalsky', 'kowalczyk'],
  ['kovalchik', 'kowalczyk'],
  ['jonson', 'johnson'],
  ['scherbakof', 'shcherbakof'],
  ['fyodor', 'fedor'],
  ['katarina', 'catherina'],
  ['philips', 'fillips'],
  ['knudsen', 'nudsen'],
  ['yuriev', 'juriev'],
])('%s sounds like %s', (left, right) => {
  expect(soundOf(left)).toBe(soundOf(right));
  expect(soundOf(left)).not.toBeNull();
});

test('what is short, or in letters that have no such sounds, has no sound', () => {
  expect(soundOf('lee')).toBeNull();
  expect(soundOf('αβγδεζη')).toBeNull();
  expect(soundOf('')).toBeNull();
});

test('only words of letters are spelled; short words forgive nothing', () => {
  expect(['ng', '118', 'a1b', '', 'x'.repeat(25)].map(isSpelled)).toEqual([false, false, false, false, false]);
  expect(['lee', 'nguyen', 'αβγ'].map(isSpelled)).toEqual([true, true, true]);
  expect(['lee', 'hale', 'smith', 'kowalsky'].map(slipsAllowed)).toEqual([0, 1, 2, 3]);
});

const word = fc.string({ unit: fc.constantFrom(...'abcdehnrs'), minLength: 3, maxLength: 12 });

test('property: a word shares a key with every word that is one slip away', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom(...'axz'), fc.nat(3), (meant, pick, letter, kind) => {
      const at = pick % (meant.length - 1);
      const [before, one, after] = [meant.slice(0, at), meant.slice(at, at + 1), meant.slice(at + 1)];
      const typed = [
        before + after,
        before + letter + one + after,
        before + letter + after,
        before + after.slice(0, 1) + one + after.slice(1),
      ][kind] as string;
      expect(slipsBetween(typed, meant, most)).toBeLessThanOrEqual(1);
      const keys = new Set(spellingKeys(meant));
      expect(spellingKeys(typed).some((key) => keys.has(key))).toBe(true);
    }),
  );
});

test('property: slips are a distance: as far there as back, and none only between what is the same', () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      expect(slipsBetween(left, right, most)).toBe(slipsBetween(right, left, most));
      expect(slipsBetween(left, right, most) === 0).toBe(left === right);
      expect(slipsBetween(left, right, most)).toBeLessThanOrEqual(Math.max(left.length, right.length));
    }),
  );
});
