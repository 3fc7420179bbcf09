import { setTimeout as pause } from 'node:timers/promises';
import { isWorthRetrying } from './sqlState.ts';

const ATTEMPTS_MAX = 6;

/** Tries again, a little later each time, what the server gave up for another's sake. Any other error goes through. */
export async function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === ATTEMPTS_MAX || !isWorthRetrying(error)) throw error;
      await pause(5 * 2 ** tried);
    }
  }
}
