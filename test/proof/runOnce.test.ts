import { PARTS, type Part } from './parts.ts';
import { emptyRow, runOnce } from './runOnce.ts';
import { tableOf } from './tableOf.ts';

/* What `npm run proof` makes of what a rig tells, with programs in its place that tell one thing. */

const part = (unit: Part['unit'], program: string): Part => ({
  ...{ name: 'a rig', unit, share: 0.1 },
  flags: () => ['-e', program],
});
const telling = (told: object, code = 0) => `console.log('${JSON.stringify(told)}'); process.exit(${code})`;

async function ran(unit: Part['unit'], program: string) {
  const said: string[] = [];
  const rig = part(unit, program);
  const row = await runOnce(rig, 1, emptyRow(rig), (line) => said.push(line));
  return { row, said };
}

test('what good runs tell is added up', async () => {
  const rig = part('seeds', telling({ seeds: 10, receipts: 300, lost: 0, doubled: 0, violations: 0 }));
  const once = await runOnce(rig, 1, emptyRow(rig), () => {});
  const twice = await runOnce(rig, 2, once, () => {});
  expect(twice).toMatchObject({ units: 20, answered: 600, lost: 0, doubled: 0, violations: 0, fault: null });
});

test('a loss is told, and is no fault of the rig', async () => {
  const { row } = await ran('trials', telling({ trials: 5, lost: 1, doubled: 0 }, 1));
  expect(row).toMatchObject({ units: 5, lost: 1, fault: null });
});

test('a rig that cannot run, or ends badly without a reason, is no proof', async () => {
  const broken = await ran('trials', "throw new Error('no strace here')");
  expect(broken.row.fault).toMatch(/^it could not run/);
  expect(broken.said.join('\n')).toContain('no strace here');
  expect((await ran('trials', telling({ trials: 5, lost: 0, doubled: 0 }, 1))).row.fault).toBe('it ended with 1');
});

test('a planted bug that nothing saw is told', async () => {
  const { row } = await ran('planted', telling({ planted: 12, caught: 11 }, 1));
  expect(row.fault).toBe('1 of 12 not caught');
  expect(tableOf([row], { at: new Date(0), processors: ['a', 'a'] })).toContain('1 of 12 not caught');
});

test('the shares leave time for what is planted', () => {
  expect(PARTS.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(0.9);
});
