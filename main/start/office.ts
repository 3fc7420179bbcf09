import type { SampleFiles, TrainingSteps } from './training.ts';

/*
 * What only the first run of a training station needs, loaded only then.
 */

/** Loads files into a ledger and asks it for enrolment tokens, as finance would. */
export const officeSteps: Pick<TrainingSteps, 'load' | 'enrolmentToken'> = {
  load: () => Promise.reject(new Error('the ledger cannot be loaded yet')),
  enrolmentToken: () => Promise.reject(new Error('the ledger cannot enrol yet')),
};

/** Writes the sample district that every training station begins with. */
export async function writeTrainingSample(folder: string): Promise<SampleFiles> {
  return (await import('#main/sample/writeSample')).writeSample({ folder, accounts: 5_000, seed: 1 });
}
