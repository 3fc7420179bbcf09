import type { Output } from '#contract/contract';
import { mailServerOf } from '#db/station/mailServer';
import { openMessages } from '#db/station/messages';
import type { StationDb } from '#db/station/open';
import type { Facts } from '#domain/facts';
import type { MailServer } from '#domain/mailServer';
import type { MailTrouble } from '#domain/message';
import { sentenceOf } from '#domain/refusal';
import type { ReadyContext } from './context.ts';

/** How sending stands: by which server, what waits, and why it does not get on. */
export function mail(db: StationDb, _input: Record<string, never>, at: ReadyContext): Output<'mail'> {
  const server = mailServerOf(db);
  const { failing, secretsIn } = at.mail;
  const open = openMessages(db);
  const waiting = open.filter(({ state }) => state === 'queued' || state === 'sending');
  const countOf = (rows: typeof open) => rows.reduce((total, row) => total + row.messages, 0);
  return {
    state: server === null ? 'unset' : failing === null ? 'ready' : 'failing',
    server,
    secretsIn,
    failing: failing && { since: failing.since, sentence: troubleSentence(failing.trouble, server) },
    waiting: countOf(waiting),
    waitingSince: waiting.length === 0 ? null : Math.min(...waiting.map(({ since }) => since)),
    failed: countOf(open.filter(({ state }) => state === 'failed')),
    letters: countOf(open.filter(({ state }) => state === 'letter')),
  };
}

/** Why a message or everything waits, in words. */
export function troubleSentence(trouble: MailTrouble, server: MailServer | null, to = ''): string {
  return sentenceOf(trouble, mailFacts(server, to));
}

/** What a sentence about a mail server tells. */
export function mailFacts(server: MailServer | null, to: string): Facts {
  const { host, port, from } = server ?? { host: 'The mail server', port: '', from: '' };
  return { host, port, from, to };
}
