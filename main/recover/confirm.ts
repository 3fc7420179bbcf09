import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '#contract/answer';
import type { Person } from '#contract/shapes';
import { createApp } from '#main/app';
import type { Host } from '#main/host';
import { PlainTrouble } from '#main/trouble';

/** Who answers for it: a supervisor's mark and PIN. */
export type Witness = { person: string; pin: string };

const TRIES = 3;
const LOOK_MS = 200;
const PATIENCE_MS = 5 * 60_000;

/**
 * Waits until the station that was made again knows its people, and has a supervisor confirm it by PIN.
 * @param ask asks the person at the terminal
 * @throws PlainTrouble where nobody who may confirms it, or the ledger tells of no people in time
 */
export async function confirmed(host: Host, ask: () => Promise<Witness>): Promise<Person> {
  const app = createApp(host);
  try {
    const door = app.connect();
    for (let waited = 0; !(await isReady(door.call('station', {}))); waited += LOOK_MS) {
      if (waited > PATIENCE_MS)
        throw new PlainTrouble('The ledger tells of no people. Look after it, then run this again.');
      await sleep(LOOK_MS);
    }
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = (await door.call('signIn', await ask())) as Answer<Person>;
      if (answer.ok && answer.value.role === 'supervisor') return answer.value;
    }
    throw new PlainTrouble('No supervisor confirmed it, so nothing can be taken there yet. Run this again with one.');
  } finally {
    await app.close();
  }
}

async function isReady(asked: Promise<unknown>): Promise<boolean> {
  const answer = (await asked) as Answer<{ state: string }>;
  return answer.ok && answer.value.state === 'ready';
}
