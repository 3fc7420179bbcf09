import type { Output, Parsed } from '#contract/contract';
import { keepMailServer } from '#db/station/mailServer';
import type { Parts, Session } from '#main/parts';
import { MAIL_PASSWORD, mailLogin } from './mailLogin.ts';

/** Sends by another server from now on, and remembers it. Its password goes to the host's secret store alone. */
export async function chooseMailServer(
  parts: Parts,
  _session: Session,
  input: Parsed<'chooseMailServer'>,
): Promise<Output<'chooseMailServer'>> {
  const { server } = input;
  const password = server === null ? null : (await mailLogin(parts, server, input.password)).password;
  await parts.host.secrets.keep(MAIL_PASSWORD, password);
  keepMailServer(parts.db, server);
  parts.postman.hasten();
  return {};
}
