import { existsSync, readFileSync } from 'node:fs';
import { PLANTED } from '../crash/planted.ts';
import { PLANTED_IN_TESTS } from './plantedInTests.ts';

/* A bug that cannot be planted any more is no proof: what each changes must stand in the sources, once. */
test.each([...PLANTED, ...PLANTED_IN_TESTS])('“$name” can be planted', ({ changes }) => {
  expect(changes.length).toBeGreaterThan(0);
  for (const { file, find } of changes) expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
});

test('the tests that must see a bug are there', () => {
  for (const file of PLANTED_IN_TESTS.flatMap(({ tests }) => tests))
    expect([file, existsSync(file)]).toEqual([file, true]);
});
