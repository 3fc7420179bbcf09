import { crashTrials } from './crashTrials.ts';

jest.setTimeout(300_000);

test('stations killed at steps of commands, in migrations and at any moment lose and double nothing (F01, F02)', async () => {
  const faults: string[] = [];
  const seed = String(Math.floor(Math.random() * 1_000_000));
  const figures = await crashTrials({ trials: 12, seed }, (fault) => faults.push(fault));
  expect({ seed, faults }).toEqual({ seed, faults: [] });
  expect(figures).toMatchObject({ trials: 12, lost: 0, doubled: 0, violations: 0 });
  expect(figures.deaths).toBeGreaterThan(6);
});
