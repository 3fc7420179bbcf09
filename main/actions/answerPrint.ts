import type { Output, Parsed } from '#contract/contract';
import { markPrintJob, printJobOf } from '#db/station/printJobs';
import { refuse } from '#domain/refusal';
import type { Parts, Session } from '#main/parts';

/** A person says whether a slip in doubt came out; only then is it printed again (F65, F66). */
export async function answerPrint(
  parts: Parts,
  _session: Session,
  input: Parsed<'answerPrint'>,
): Promise<Output<'answerPrint'>> {
  const { db, host, spool } = parts;
  const job = printJobOf(db, input.job);
  if (job?.state !== 'in_doubt') refuse('slip_unknown');
  markPrintJob(db, input.job, input.printed ? 'printed' : 'waiting', host.now());
  spool.wake();
  return {};
}
