import fc from 'fast-check';
import { excerpt } from '#domain/excerpt';

const NOTE =
  'Gate is locked: call before a visit. Earlier owner: Nguyen, Bao. Senior rate, to be renewed each January.';

test.each([
  ['Tenant: Nguyen, Hai', 'nguyen', 'Tenant: Nguyen, Hai'],
  [NOTE, 'gate', 'Gate is locked: call before a visit. Earlier …'],
  [NOTE, 'nguyen', '… Earlier owner: Nguyen, Bao. Senior rate, to be …'],
  [NOTE, 'january', '… renewed each January.'],
  [NOTE, 'nothing of it', 'Gate is locked: call before a visit. Earlier …'],
])('of %s, %s shows %s', (text, query, shown) => {
  expect(excerpt(text, query)).toBe(shown);
});

test('property: it is short, a part of the text, and never half a letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 8 }), (text, query) => {
      const shown = excerpt(text, query);
      expect(shown.length).toBeLessThanOrEqual(Math.max(text.length, 64));
      expect(shown.isWellFormed()).toBe(true);
    }),
  );
});
