import { BrokenPromise } from '#domain/assert';
import { shortHash } from '#domain/shortHash';

test('the short form is twelve digits in groups of four, in capitals', () => {
  expect(shortHash(`7c1e90b4a2f8${'0'.repeat(52)}`)).toBe('7C1E 90B4 A2F8');
});

test('what is no hash has no short form', () => {
  expect(() => shortHash('W3-000417')).toThrow(BrokenPromise);
});
