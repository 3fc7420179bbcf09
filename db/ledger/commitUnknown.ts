/**
 * The connection broke after COMMIT was sent: what was asked is done or not, and only looking tells. Whatever looks for
 * its own trace before it writes may be run again; nothing else may.
 */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
  constructor(cause: unknown) {
    super('the connection to the database broke before it told whether it had recorded this', { cause });
  }
}

const ATTEMPTS_MAX = 3;

/**
 * Runs what looks before it writes, and where nobody knows whether it was recorded runs it again: it then finds what it
 * recorded, or records it now (F07).
 */
export async function lookingAgain<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === ATTEMPTS_MAX || !(error instanceof CommitUnknown)) throw error;
    }
  }
}
