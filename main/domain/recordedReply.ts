import { Refusal, type RefusalCode } from './refusal.ts';

/** Under this name a recorded no stands in place of a reply; no reply has a field of this name. */
type RecordedNo = { refusal: { code: RefusalCode; facts: Refusal['facts'] } };

/** What is kept of a command's answer. A no of which something was written is kept, too: told twice, it is written once. */
export function keptOf(answer: unknown): unknown {
  if (!(answer instanceof Refusal)) return answer;
  const { code, facts } = answer;
  return { refusal: { code, facts } } satisfies RecordedNo;
}

/** The answer as it was kept. */
export function answerKept(kept: unknown): unknown {
  if (!('refusal' in (kept as object))) return kept;
  const { code, facts } = (kept as RecordedNo).refusal;
  return new Refusal(code, facts);
}
