import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Door } from '#contract/answer';
import { FirstPerson } from '#domain/district';
import { PlainTrouble } from '#main/trouble';

/** The series of a training station: its numbers can never be taken for real ones. */
export const TRAINING_SERIES = 'T1';

/** Paths of a sample district's files. */
export type SampleFiles = { district: string; accounts: string; charges: string; bars: string; barsFunds: string };

/** The steps of the first run, given so that each host and each test can bring its own. */
export type TrainingSteps = {
  /** Resolves with the address of the embedded ledger once it answers. */
  ledger: Promise<{ url: string }>;
  /** The ledger's administrator's token, once it answers. */
  adminToken(): string;
  writeSample(): Promise<SampleFiles>;
  load(to: { url: string; token: string }, files: SampleFiles): Promise<void>;
  /** Asks the ledger for a token that enrols a station of this series once. */
  enrolmentToken(to: { url: string; token: string }, series: string): Promise<string>;
};

/**
 * Makes an install a training station, behind its first screen: waits for the embedded ledger, and on the first run
 * writes the sample district, loads it and enrols the station. What was interrupted is done again at the next start.
 * @param pins is filled with each person's first PIN, for the sign-in screen
 */
export async function becomeTrainingStation(
  door: Door,
  steps: TrainingSteps,
  pins: Map<string, string>,
): Promise<void> {
  const { url } = await steps.ledger;
  if (!(await isWaiting(door))) return;
  const files = await steps.writeSample();
  readPins(files.district, pins);
  const office = { url, token: steps.adminToken() };
  await steps.load(office, files);
  await enrol(door, url, await steps.enrolmentToken(office, TRAINING_SERIES));
}

/** True while the station belongs to no ledger. */
export async function isWaiting(door: Door): Promise<boolean> {
  const answer = await door.call('station', {});
  return answer.ok && z.object({ state: z.string() }).parse(answer.value).state === 'waiting';
}

/** Enrols the station through its own door. Throws the refusal's sentence. */
export async function enrol(door: Door, ledger: string, token: string): Promise<void> {
  const answer = await door.call('enrolStation', { ledger, token });
  if (!answer.ok) throw new PlainTrouble('refusal' in answer ? answer.refusal.sentence : answer.failure);
}

/** Reads the first PINs of a sample district's people. A file that is not there yet has none. */
export function readPins(district: string, pins: Map<string, string>): void {
  let text: string;
  try {
    text = readFileSync(district, 'utf8');
  } catch {
    return;
  }
  for (const { person, firstPin } of z.object({ people: z.array(FirstPerson) }).parse(JSON.parse(text)).people) {
    pins.set(person, firstPin);
  }
}
