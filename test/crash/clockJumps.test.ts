import { postgresPrograms } from '../support/postgres.ts';
import { clockJumps } from './clockJumps.ts';
import { fakeTimeLibrary } from './fakeTime.ts';

jest.setTimeout(300_000);
const moved = fakeTimeLibrary() === null || postgresPrograms() === null ? test.skip : test;

moved(
  'whatever the clocks of a station and its ledger do, all gets there in order, on its drawer’s day (F68 F69 F70 F71)',
  async () => {
    const faults: string[] = [];
    const seed = String(Math.floor(Math.random() * 1_000_000));
    const figures = await clockJumps({ trials: 1, seed }, (fault) => faults.push(fault));
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    expect(figures).toMatchObject({ trials: 1, lost: 0, doubled: 0, violations: 0 });
    expect(figures.jumps).toBeGreaterThan(3);
  },
);
