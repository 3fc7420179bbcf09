import { postgresPrograms } from '../support/postgres.ts';
import { networkFaults } from './networkFaults.ts';

jest.setTimeout(300_000);
const onServer = postgresPrograms() === null ? test.skip : test;

onServer(
  'a bad line, a killed service and a stopped database delay what is sent, and lose and double none of it (F07, F10, F76)',
  async () => {
    const faults: string[] = [];
    const seed = String(Math.floor(Math.random() * 1_000_000));
    const figures = await networkFaults({ trials: 2, seed, deaths: true }, (fault) => faults.push(fault));
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    expect(figures).toMatchObject({ trials: 2, lost: 0, doubled: 0, violations: 0 });
  },
);
