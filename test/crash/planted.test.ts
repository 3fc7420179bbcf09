import { mayTrace } from '../support/mayTrace.ts';
import { isCaught } from './catchPlanted.ts';
import { PLANTED } from './planted.ts';

jest.setTimeout(300_000);

/* A rig that cannot fail proves nothing: each of these bugs must be seen by its own (F75). */
for (const bug of PLANTED) {
  // The simulation's take longest: `npm run simulate -- --planted` plants them all.
  if (bug.rig === 'simulation') continue;
  const run = bug.rig === 'crash' || mayTrace() ? test : test.skip;
  run(`the bug “${bug.name}” is seen by ${bug.rig}`, async () => {
    expect(await isCaught(bug, '1')).toBe(true);
  });
}
