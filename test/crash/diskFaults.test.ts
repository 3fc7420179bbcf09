import { mayTrace } from '../support/mayTrace.ts';
import { diskFaults } from './diskFaults.ts';

jest.setTimeout(300_000);
const traced = mayTrace() ? test : test.skip;

traced(
  'on a disk that fails, once or for good, a station refuses or goes on, and loses nothing (F03, F76)',
  async () => {
    const faults: string[] = [];
    const seed = String(Math.floor(Math.random() * 1_000_000));
    const figures = await diskFaults({ trials: 4, seed }, (fault) => faults.push(fault));
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    expect(figures).toMatchObject({ trials: 4, lost: 0, doubled: 0, violations: 0 });
  },
);
