import { isTooDeep } from '#main/ledger/jsonDepth';

test('what is meant is not too deep, whatever its strings hold', () => {
  expect(isTooDeep('[]')).toBe(false);
  expect(isTooDeep(`{"entries":[${'{"text":"[[[[[[\\"{{{{"},'.repeat(1_000)}{}]}`)).toBe(false);
  expect(isTooDeep(`${'['.repeat(32)}${']'.repeat(32)}`)).toBe(false);
  expect(isTooDeep(`"${'['.repeat(100)}"`)).toBe(false);
});

test('lists and objects without end within each other are too deep, closed or not', () => {
  expect(isTooDeep(`${'['.repeat(33)}${']'.repeat(33)}`)).toBe(true);
  expect(isTooDeep('[1,{"a":'.repeat(20))).toBe(true);
  expect(isTooDeep('['.repeat(10_000_000))).toBe(true);
});
