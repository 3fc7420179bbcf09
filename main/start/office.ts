import { dayOf } from '#domain/businessDay';
import type { SampleFiles, TrainingSteps } from './training.ts';

/*
 * What only the first run of a training station needs, loaded only then.
 */

/** Loads files into a ledger and asks it for enrolment tokens, as finance would. */
export const officeSteps: Pick<TrainingSteps, 'load' | 'enrolmentToken'> = {
  async load({ url, token }, files) {
    const { sendLoad } = await import('#main/ledger/client');
    await sendLoad({ ledger: url, token }, { ...files, by: 'training' });
  },
  async enrolmentToken({ url, token }, series) {
    const { askEnrolmentToken } = await import('#main/ledger/client');
    return (await askEnrolmentToken({ ledger: url, token }, { series })).token;
  },
};

/**
 * Writes the sample district that every training station begins with. Its charges are due as of today, in the time
 * zone of the sample: with an older day everybody would be late.
 * @param now instant (ms)
 */
export async function writeTrainingSample(folder: string, now: number): Promise<SampleFiles> {
  const { writeSample } = await import('#main/sample/writeSample');
  return writeSample({ folder, accounts: 5_000, seed: 1, day: dayOf(now, 'America/Los_Angeles') });
}
