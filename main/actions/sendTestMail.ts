import type { Output, Parsed } from '#contract/contract';
import { identity } from '#db/station/identity';
import { currentPolicy } from '#db/station/policy';
import { refuse } from '#domain/refusal';
import { seriesLabel } from '#domain/series';
import type { Parts, Session } from '#main/parts';
import { mailFacts } from '#main/views/mail';
import { mailLogin } from './mailLogin.ts';

/** Sends a few words by the server as it is typed. Refuses with what is wrong, in the words of whoever can mend it. */
export async function sendTestMail(
  parts: Parts,
  _session: Session,
  input: Parsed<'sendTestMail'>,
): Promise<Output<'sendTestMail'>> {
  const { db, host, sendMail } = parts;
  const login = await mailLogin(parts, input.server, input.password);
  const self = identity(db) ?? refuse('station_not_ready');
  const { name } = currentPolicy(db) ?? refuse('station_not_ready');
  const station = seriesLabel(self.series, self.epoch);
  const test = {
    fromName: name,
    to: input.to,
    subject: `A test by station ${station}, ${name}`,
    text: `Station ${station} of ${name} can send e-mail by ${input.server.host}. No payment was made.\n`,
    messageId: `<${host.newId()}@${self.district}.counterfoil>`,
    date: host.now(),
    attachment: null,
  };
  const outcome = await sendMail(login, test, new AbortController().signal);
  if (outcome.outcome !== 'sent') refuse(outcome.trouble, mailFacts(input.server, input.to));
  return {};
}
