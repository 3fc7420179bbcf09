import { spawnSync } from 'node:child_process';
import { planting } from '../crash/planting.ts';
import { seenBySimulation } from './seenBySimulation.ts';

jest.setTimeout(300_000);

/* A short run of `npm run simulate`. A seed that fails becomes a test of its own name here, with the bug that it found. */

type Sum = { seeds: number; receipts: number; crashes: number; lost: number; doubled: number; violations: number };

function simulated(...flags: string[]): Sum & { digest: string } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['test/simulation/simulate.ts', ...flags], {
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  return JSON.parse(stdout);
}

test('whatever lines, machines and clocks do, no receipt is lost and none doubled (F04 F05 F07 F10 F27)', () => {
  const told = simulated('--seeds', '5', '--from', '1');
  expect(told).toMatchObject({ seeds: 5, lost: 0, doubled: 0, violations: 0 });
  expect(told.receipts).toBeGreaterThan(50);
  expect(told.crashes).toBeGreaterThan(5);
});

test('a journal ordered by the clock is seen: a simulation that cannot fail proves nothing', async () => {
  const { nodeFlags, env } = planting('order by clock');
  expect(await seenBySimulation(nodeFlags, env)).toBe(true);
});

test('a seed tells the same story each time, so that one that fails can be looked into', () => {
  expect(simulated('--seeds', '1', '--from', '3').digest).toBe(simulated('--seeds', '1', '--from', '3').digest);
});
