import fc from 'fast-check';
import { canonical, type Json } from '#domain/canonical';

test.each<[Json, string]>([
  [null, 'null'],
  [true, 'true'],
  [-0, '0'],
  [1_264.65, '1264.65'],
  ['Nguyễn “x”\n\u2028\\', '"Nguyễn “x”\\n\u2028\\\\"'],
  ['\ud800', '"\\ud800"'],
  [[3, [1], {}], '[3,[1],{}]'],
  [{ b: 1, a: { d: [], c: null } }, '{"a":{"c":null,"d":[]},"b":1}'],
  [{ a: undefined, b: 1 }, '{"b":1}'],
  [{ é: 1, z: 2, Z: 3, 10: 4, 9: 5 }, '{"10":4,"9":5,"Z":3,"z":2,"é":1}'],
  [{ '"': 1 }, '{"\\"":1}'],
])('%j is written %s', (value, text) => {
  expect(canonical(value)).toBe(text);
});

test('property: it reads back to the same value, and the order in which keys were given does not matter', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (drawn) => {
      const value = JSON.parse(JSON.stringify(drawn)) as Json;
      expect(JSON.parse(canonical(value))).toEqual(value);
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        expect(canonical(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonical(value));
    }),
  );
});
