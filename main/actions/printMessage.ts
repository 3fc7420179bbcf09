import type { Output, Parsed } from '#contract/contract';
import { changeMessage, messageOf } from '#db/station/messages';
import { writing } from '#db/station/open';
import { addPrintJob, lastPrintJobOf } from '#db/station/printJobs';
import { refuse } from '#domain/refusal';
import type { Parts, Session } from '#main/parts';
import { whatCanBeDone } from '#main/views/messages';
import { documentOfMessage } from '#main/views/outgoing';
import { actorOf } from './actorOf.ts';

/**
 * Prints a message on paper. The slip of a receipt then goes out that way and no other: it is the original, so only while
 * none can have come out before. A notice is printed as a letter, as often as need be.
 */
export async function printMessage(
  { db, host, spool }: Parts,
  session: Session,
  input: Parsed<'printMessage'>,
): Promise<Output<'printMessage'>> {
  const at = host.now();
  writing(db, (tx) => {
    const known = messageOf(tx, input.message) ?? refuse('message_unknown');
    const document = documentOfMessage(known);
    if (known.doubtful && known.kind === 'slip') refuse('message_may_have_arrived');
    if (!whatCanBeDone(known).print) refuse('message_over');
    const wasPrinted = lastPrintJobOf(tx, document.kind, document.label) !== null;
    if (known.kind === 'slip' && wasPrinted) refuse('message_printed_already');
    const { position } = known;
    const job = { position, document: document.kind, label: document.label, copy: 1, kick: false, changedAt: at };
    addPrintJob(tx, job);
    if (known.kind === 'slip') changeMessage(tx, known.message, { state: 'printed', at, ...actorOf(session) });
    else if (known.state === 'queued' || known.state === 'failed')
      changeMessage(tx, known.message, { state: 'letter', at, ...actorOf(session) });
  });
  spool.wake();
  return {};
}
