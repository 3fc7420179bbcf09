import { damage } from './damage.ts';

jest.setTimeout(300_000);

test('a damaged file is a station that works with nothing lost, or one that refuses to start (F75)', async () => {
  const faults: string[] = [];
  const seed = String(Math.floor(Math.random() * 1_000_000));
  const figures = await damage({ trials: 60, seed }, (fault) => faults.push(fault));
  expect({ seed, faults }).toEqual({ seed, faults: [] });
  expect(figures).toMatchObject({ trials: 60, lost: 0, doubled: 0, violations: 0 });
});
