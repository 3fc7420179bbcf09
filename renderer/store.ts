import type { Answer } from '#contract/answer';
import { contract, type Input, type Output, type QueryName } from '#contract/contract';
import type { Topic } from '#contract/definition';
import type { Facts } from '#domain/facts';
import type { RefusalCode } from '#domain/refusal';
import type { Client } from './client.ts';

/** How a question stands, and when (ms, this machine's clock) it was last answered. While it is asked again it stands as it stood. */
export type Asked<T> =
  | { state: 'asking'; value: undefined; answeredAt: 0 }
  | { state: 'answered'; value: T; answeredAt: number }
  | { state: 'refused'; value: undefined; answeredAt: number; code: RefusalCode; facts: Facts; sentence: string }
  | { state: 'failed'; value: T | undefined; answeredAt: number };

type Question = { name: QueryName; input: unknown; asked: Asked<unknown>; turn: number; watchers: Set<() => void> };

/** The questions that the screens on show depend on. Nothing is kept of a question that nobody watches. */
export type Store = {
  read<N extends QueryName>(name: N, input: Input<N>): Asked<Output<N>>;
  watch<N extends QueryName>(name: N, input: Input<N>, changed: () => void): () => void;
};

/** Why what was asked is not told, in a sentence; null while it is told or still asked. */
export function refusedIn(asked: Asked<unknown>): string | null {
  return asked.state === 'refused' ? asked.sentence : null;
}

export const ASKING: Asked<never> = { state: 'asking', value: undefined, answeredAt: 0 };

/** Asks what is watched, and asks again whatever reads a topic that was announced. */
export function createStore(client: Client, now: () => number): Store {
  const questions = new Map<string, Question>();

  async function ask(question: Question) {
    const turn = ++question.turn;
    const answer = await client.call(question.name, question.input as never);
    // A later asking of the same question has the last word.
    if (turn !== question.turn) return;
    question.asked = told(answer, question.asked, now());
    for (const changed of question.watchers) changed();
  }

  /** Only in the next turn: the screen that comes may watch what the one that goes has watched, and nothing flickers. */
  function forget(key: string) {
    if (questions.get(key)?.watchers.size === 0) questions.delete(key);
  }

  client.listen((topics) => {
    for (const question of questions.values()) if (isTouched(question, topics)) void ask(question);
  });

  return {
    read: (name, input) => (questions.get(keyOf(name, input))?.asked ?? ASKING) as Asked<never>,
    watch(name, input, changed) {
      const key = keyOf(name, input);
      let question = questions.get(key);
      if (!question) {
        question = { name, input, asked: ASKING, turn: 0, watchers: new Set() };
        questions.set(key, question);
        void ask(question);
      }
      const { watchers } = question;
      watchers.add(changed);
      return () => {
        watchers.delete(changed);
        queueMicrotask(() => forget(key));
      };
    },
  };
}

/** Whether somebody watches the question and it reads one of the topics. */
function isTouched({ name, watchers }: Question, topics: readonly Topic[]): boolean {
  return watchers.size > 0 && contract[name].reads.some((topic) => topics.includes(topic));
}

function told(answer: Answer<unknown>, before: Asked<unknown>, now: number): Asked<unknown> {
  if (answer.ok) return { state: 'answered', value: answer.value, answeredAt: now };
  if ('refusal' in answer) {
    const { code, facts, sentence } = answer.refusal;
    return { state: 'refused', value: undefined, answeredAt: now, code, facts, sentence };
  }
  return { state: 'failed', value: before.value, answeredAt: before.answeredAt };
}

function keyOf(name: QueryName, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`;
}
