import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StationCommand } from '#contract/contract';
import { createChance } from '../support/chance.ts';
import { mayTrace } from '../support/mayTrace.ts';
import { EVERY_COMMAND } from './everyTurn.ts';
import { makeStationFolder } from './folders.ts';
import { quietLife } from './lives.ts';
import { filesOf, powerCutDisk } from './powerCutDisk.ts';
import { powerCuts } from './powerCuts.ts';
import { type FileEvent, recorded } from './recording.ts';

jest.setTimeout(300_000);
const traced = mayTrace() ? test : test.skip;
const seed = String(Math.floor(Math.random() * 1_000_000));

/** A few of the commands, other ones each time. */
function some(): StationCommand[] {
  const chance = createChance(seed);
  return Array.from({ length: 6 }, () => chance.pick(EVERY_COMMAND));
}

traced('the recorded disk ends with the very bytes of the real one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-recorded-'));
  await makeStationFolder(folder);
  const disk = powerCutDisk(filesOf(folder));
  for (const event of await recorded({ ...quietLife(folder), commands: ['takePayment'] })) disk.apply(event);
  expect(disk.cut('all', createChance('any'))).toEqual(filesOf(folder));
  rmSync(folder, { recursive: true });
});

traced('whatever a power cut leaves, what was answered is there (F01)', async () => {
  const faults: string[] = [];
  const figures = await powerCuts({ states: 40, seed, recoveries: 30, commands: some() }, (fault) =>
    faults.push(fault),
  );
  expect({ seed, faults }).toEqual({ seed, faults: [] });
  expect(figures).toMatchObject({ lost: 0, doubled: 0, violations: 0 });
  expect(figures.inRecovery).toBeGreaterThan(0);
});

const WRITE = { op: 'write' as const, path: '/d/file', fd: 3 };
const OPEN = { op: 'open' as const, path: '/d/file', fd: 3, creates: true, truncates: false, isAppend: false };

/** What `none` leaves after some events on an empty disk. */
function survives(...events: FileEvent[]): [string, string][] {
  const disk = powerCutDisk(new Map());
  for (const event of events) disk.apply(event);
  return [...disk.cut('none', createChance('any'))].map(([path, bytes]) => [path, String(bytes)]);
}

test('a file is durable by its own sync, and its name by that of its folder', () => {
  const written: FileEvent[] = [OPEN, { ...WRITE, at: 0, bytes: Buffer.from('here') }];
  expect(survives(...written)).toEqual([]);
  expect(survives(...written, { op: 'sync', path: '/d/file' })).toEqual([]);
  expect(survives(...written, { op: 'sync', path: '/d' })).toEqual([['/d/file', '']]);
  const both: FileEvent[] = [...written, { op: 'sync', path: '/d/file' }, { op: 'sync', path: '/d' }];
  expect(survives(...both)).toEqual([['/d/file', 'here']]);
  expect(survives(...both, { ...WRITE, at: 4, bytes: Buffer.from(' and gone') })).toEqual([['/d/file', 'here']]);
  expect(survives(...both, { op: 'rename', from: '/d/file', to: '/d/other' })).toEqual([['/d/file', 'here']]);
});
