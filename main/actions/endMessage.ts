import type { Output, Parsed } from '#contract/contract';
import { changeMessage, messageOf } from '#db/station/messages';
import { writing } from '#db/station/open';
import { refuse } from '#domain/refusal';
import type { Parts, Session } from '#main/parts';
import { whatCanBeDone } from '#main/views/messages';
import { actorOf } from './actorOf.ts';

/** A person ends what the machine cannot: the letter was posted, or the message need not go out. */
export async function endMessage(
  { db, host }: Parts,
  session: Session,
  input: Parsed<'endMessage'>,
): Promise<Output<'endMessage'>> {
  writing(db, (tx) => {
    const known = messageOf(tx, input.message) ?? refuse('message_unknown');
    const can = whatCanBeDone(known);
    if (input.as === 'posted' ? !can.post : !can.drop) refuse('message_over');
    changeMessage(tx, known.message, { state: input.as, at: host.now(), ...actorOf(session) });
  });
  return {};
}
