import { identity } from '#db/station/identity';
import { mailServerOf } from '#db/station/mailServer';
import type { StationDb } from '#db/station/open';
import { MAIL_PASSWORD } from './actions/mailLogin.ts';
import type { Host } from './host.ts';
import type { MailSender } from './mail/mail.ts';
import { Postman, type PostWay } from './mail/postman.ts';
import type { Parts } from './parts.ts';
import { postJobs } from './postJobs.ts';

/** The postman of a station, over its database and by the server that is set on its screen. */
export function createPostman(
  { host, db, hub, twin }: Pick<Parts, 'host' | 'db' | 'hub' | 'twin'>,
  send: MailSender,
): Postman {
  return new Postman({
    jobs: postJobs(db, host.makePdf, twin),
    way: () => wayOf(host, db),
    send,
    clock: { now: host.now, after: host.later, chance: () => chanceOf(host) },
    log: host.log,
    onChange: () => hub.announce(['mail', 'receipts']),
  });
}

/** Without a server messages wait; where nothing is real, they are shown and sent to nobody. */
async function wayOf(host: Host, db: StationDb): Promise<PostWay> {
  const server = mailServerOf(db);
  if (server === null) return identity(db)?.training ? 'keep' : 'wait';
  return { server, password: server.user === '' ? null : await host.secrets.read(MAIL_PASSWORD) };
}

function chanceOf(host: Host): number {
  return (host.random(1)[0] ?? 0) / 256;
}
