import type { Output, Parsed } from '#contract/contract';
import type { Parts, Session } from '#main/parts';

/** A person says whether a slip in doubt came out; only then is it printed again (F65, F66). */
export async function answerPrint(
  parts: Parts,
  _session: Session,
  input: Parsed<'answerPrint'>,
): Promise<Output<'answerPrint'>> {
  parts.spool.answer(input.job, input.printed);
  return {};
}
