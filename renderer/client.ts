import type { Announcement, Answer, Door } from '#contract/answer';
import type { CallName, Input, Output } from '#contract/contract';
import type { Topic } from '#contract/definition';

/** The page's side of the door. Whether it answers at all is known beside the answers. */
export type Client = {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>>;
  /** Tells which topics have changed; all of them after the door was gone. */
  listen(hear: (topics: readonly Topic[]) => void): () => void;
  /** False from a call without an answer until the next one with. */
  answers(): boolean;
  /** Calls back when {@link answers} has turned. */
  watch(changed: () => void): () => void;
};

export const ALL_TOPICS: readonly Topic[] = ['session', 'station', 'drawer', 'receipts', 'accounts', 'sync', 'printer'];

const RETRY_MS = 2_000;

/** Speaks through a door, whatever it is made of. While it is silent, asks everything again every two seconds. */
export function createClient(door: Door): Client {
  const hearers = new Set<(topics: readonly Topic[]) => void>();
  const watchers = new Set<() => void>();
  let answers = true;
  let retry: ReturnType<typeof setInterval> | undefined;
  const announce = (topics: readonly Topic[]) => hearers.forEach((hear) => void hear(topics));
  const turn = (now: boolean) => {
    if (now === answers) return;
    answers = now;
    if (now) {
      clearInterval(retry);
      announce(ALL_TOPICS);
    } else {
      retry = setInterval(() => announce(['station']), RETRY_MS);
    }
    for (const changed of watchers) changed();
  };
  door.listen((announcement: Announcement) => announce(announcement.topics));
  return {
    async call(name, input) {
      try {
        const answer = await door.call(name, input);
        turn(true);
        return answer as Answer<Output<typeof name>>;
      } catch (error) {
        turn(false);
        return { ok: false, failure: String(error) };
      }
    },
    listen: joining(hearers),
    answers: () => answers,
    watch: joining(watchers),
  };
}

function joining<T>(those: Set<T>) {
  return (one: T) => {
    those.add(one);
    return () => {
      those.delete(one);
    };
  };
}
