import type { Peer, Setting } from './peer.ts';

/** What the bench asks a peer's process, and what that answers. */
export type Asked = { begin: Setting } | { call: Exclude<keyof Peer, 'close'>; args: unknown[] } | { close: true };
export type Answered = { value: unknown } | { failed: string };

/** Runs one peer in this process, which does nothing else: the bench asks it over the channel to its parent. */
export function serve(begin: (setting: Setting) => Promise<Peer>): void {
  let peer: Peer | null = null;
  const answer = async (asked: Asked): Promise<unknown> => {
    if ('begin' in asked) peer = await begin(asked.begin);
    else if ('close' in asked) await peer?.close();
    else if (peer) return (peer[asked.call] as (...args: unknown[]) => Promise<unknown>)(...asked.args);
    return null;
  };
  process.on('message', (asked: Asked) => {
    void answer(asked)
      .then((value): Answered => ({ value }))
      .catch((error: unknown): Answered => ({ failed: String((error as Error).stack ?? error) }))
      .then((answered) => {
        process.send?.(answered, () => {
          if ('close' in asked) process.exit(0);
        });
      });
  });
}

/** Milliseconds that each of so many took. */
export async function eachTook(count: number, one: (place: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let place = 0; place < count; place++) {
    const from = performance.now();
    await one(place);
    took.push(performance.now() - from);
  }
  return took;
}

/** Says it again until it is done: a line that is reset is no reason to stop. */
export async function untilDone(attempt: () => Promise<void>): Promise<void> {
  for (let failed: unknown = null, tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      failed = error;
    }
    if (tries === 500) throw failed;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
