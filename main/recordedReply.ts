import { Refusal, type RefusalCode } from '#domain/refusal';

/** Under this name a recorded no stands in place of a reply; no reply has a field of this name. */
type RecordedNo = { refusal: { code: RefusalCode; facts: Refusal['facts'] } };

/** What is kept of a command's answer. A no of which something was written is kept, too: told twice, it is written once. */
export function writtenReply(answer: unknown): string {
  if (!(answer instanceof Refusal)) return JSON.stringify(answer);
  const { code, facts } = answer;
  return JSON.stringify({ refusal: { code, facts } } satisfies RecordedNo);
}

/** The answer as it was kept. */
export function readReply(text: string): unknown {
  const told = JSON.parse(text) as object;
  if (!('refusal' in told)) return told;
  const { code, facts } = (told as RecordedNo).refusal;
  return new Refusal(code, facts);
}
