import type { Output, Parsed } from '#contract/contract';
import { accountOf } from '#db/station/accounts';
import { mailServerOf } from '#db/station/mailServer';
import { changeMessage, type KnownMessage, messageOf } from '#db/station/messages';
import type { StationDb } from '#db/station/open';
import { writing } from '#db/station/open';
import { mailAddressIn } from '#domain/mailServer';
import { refuse } from '#domain/refusal';
import type { Parts, Session } from '#main/parts';
import { whatCanBeDone } from '#main/views/messages';
import { actorOf } from './actorOf.ts';

/** Queues a message anew, due at once: to the address it had, or another. It stays the same message. */
export async function sendMessage(
  { db, host, postman }: Parts,
  session: Session,
  input: Parsed<'sendMessage'>,
): Promise<Output<'sendMessage'>> {
  const at = host.now();
  writing(db, (tx) => {
    const known = messageOf(tx, input.message) ?? refuse('message_unknown');
    if (!whatCanBeDone(known).send) refuse('message_over');
    if (!mailServerOf(tx)) refuse('mail_not_set');
    const address = input.address ?? addressOf(tx, known) ?? refuse('message_address_needed');
    changeMessage(tx, known.message, { state: 'queued', address, attempts: 0, nextAt: at, at, ...actorOf(session) });
  });
  postman.hasten();
  return {};
}

/** A letter is given the address that its account has by now. */
function addressOf(db: StationDb, { address, accountNumber }: KnownMessage): string | null {
  return mailAddressIn(address) ?? mailAddressIn(accountOf(db, accountNumber)?.email ?? '');
}
