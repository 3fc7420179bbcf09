import type { Announcement, Answer, Door } from '#contract/answer';
import { type CallName, contract, type Input, type Output } from '#contract/contract';
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

export const ALL_TOPICS: readonly Topic[] = [
  'session',
  'station',
  'drawer',
  'receipts',
  'accounts',
  'sync',
  'printer',
  'mail',
  'forms',
  'office',
];

export const RETRY_MS = 2_000;

/**
 * Speaks through a door, whatever it is made of. While it is silent, asks everything again every two seconds. What is
 * announced while a command is under way is told after the command's own answer: the screen that sent it has its turn to
 * go on first, and does not ask once more about what is closed or void by then.
 */
export function createClient(door: Door): Client {
  const herald = createHerald();
  const watchers = new Set<() => void>();
  let answers = true;
  let retry: ReturnType<typeof setInterval> | undefined;
  const turn = (now: boolean) => {
    if (now === answers) return;
    answers = now;
    if (now) {
      clearInterval(retry);
      herald.tell(ALL_TOPICS);
    } else {
      retry = setInterval(() => herald.tell(['station']), RETRY_MS);
    }
    for (const changed of watchers) changed();
  };
  door.listen((announcement: Announcement) => herald.tell(announcement.topics));
  return {
    async call(name, input) {
      const isCommand = contract[name].kind === 'command';
      if (isCommand) herald.begin();
      try {
        const answer = await door.call(name, input);
        // A station that began anew and has no session for this page is as good as none, until it has one.
        if ('refusal' in answer && answer.refusal.code === 'page_unknown') throw new Error(answer.refusal.sentence);
        turn(true);
        if ('refusal' in answer) herald.tell(outdatedBy(name));
        return answer as Answer<Output<typeof name>>;
      } catch (error) {
        turn(false);
        return { ok: false, failure: String(error) };
      } finally {
        if (isCommand) setTimeout(herald.end, 0);
      }
    },
    listen: joining(herald.hearers),
    answers: () => answers,
    watch: joining(watchers),
  };
}

/** An office command is refused mostly for what somebody else did meanwhile: what it would have touched is asked again. */
function outdatedBy(name: CallName): readonly Topic[] {
  const { kind, where, touches } = contract[name];
  return kind === 'command' && where === 'office' ? touches : [];
}

/** Tells all who listen what has changed; while anything is under way, only once it has ended. */
function createHerald() {
  const hearers = new Set<(topics: readonly Topic[]) => void>();
  const held = new Set<Topic>();
  let underWay = 0;
  function tell(topics: readonly Topic[]) {
    if (underWay === 0) hearers.forEach((hear) => void hear(topics));
    else for (const topic of topics) held.add(topic);
  }
  return {
    hearers,
    tell,
    begin() {
      underWay += 1;
    },
    end() {
      underWay -= 1;
      const topics = [...held];
      if (underWay > 0 || topics.length === 0) return;
      held.clear();
      tell(topics);
    },
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
