import type { MailServer } from '#domain/mailServer';
import type { Mail, MailOutcome } from '#main/mail/mail';
import { smtpSender } from '#main/mail/smtp';
import { type MailServerManner, mailServer, SERVER_CERT, type TestMailServer } from '../support/mailServer.ts';
import { closedPort } from '../support/tcpPrinter.ts';

const FROM = 'cashier@quarry-bay.example';
const MAIL: Mail = {
  fromName: 'Quarry Bay Sewer District',
  to: 'dorothea.hale@example.net',
  subject: 'Receipt W3-000001, Quarry Bay Sewer District',
  text: 'We received your payment.\n',
  messageId: '<w3-000001.slip.3f2a@quarry-bay.counterfoil>',
  date: Date.UTC(2026, 10, 23, 18, 42),
  attachment: { fileName: 'W3-000001.pdf', bytes: Buffer.from('%PDF-1.7 not a real one') },
};

let servers: TestMailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function serving(manner: MailServerManner): Promise<TestMailServer> {
  const server = await mailServer(manner);
  servers.push(server);
  return server;
}

type To = Partial<MailServer> & {
  password?: string | null;
  callOff?: AbortSignal;
  trusted?: boolean;
  patienceMs?: number;
};

function send(
  { host = '127.0.0.1', port }: { host?: string; port: number },
  to: To = {},
  mail: Mail = MAIL,
): Promise<MailOutcome> {
  const { password = null, callOff = new AbortController().signal, trusted = false, patienceMs = 3_000, ...more } = to;
  const server: MailServer = { host, port, safety: 'none', user: '', from: FROM, ...more };
  const manner = { connectMs: patienceMs, silenceMs: patienceMs, ...(trusted ? { authorities: [SERVER_CERT] } : {}) };
  return smtpSender(manner)({ server, password }, mail, callOff);
}

const LOGIN = { user: 'station', password: 'tr0ut & brine' };

test('a message arrives with its sender, subject, words, PDF and name', async () => {
  const server = await serving({});
  expect(await send(server)).toEqual({ outcome: 'sent' });
  const [received] = server.received;
  expect(received).toMatchObject({ from: FROM, to: [MAIL.to] });
  const { mail } = received ?? {};
  expect(mail?.header('from')).toBe(`Quarry Bay Sewer District <${FROM}>`);
  expect(mail?.header('to')).toBe(MAIL.to);
  expect(mail?.header('subject')).toBe(MAIL.subject);
  expect(mail?.header('message-id')).toBe(MAIL.messageId);
  expect(mail?.header('date')).toBe('Mon, 23 Nov 2026 18:42:00 +0000');
  expect(mail?.text).toContain('We received your payment.');
  expect(mail?.attachments).toMatchObject([{ fileName: 'W3-000001.pdf', type: 'application/pdf' }]);
  expect(mail?.attachments[0]?.bytes).toEqual(Buffer.from(MAIL.attachment?.bytes ?? []));
});

test('sent again it is the same message, byte for byte', async () => {
  const server = await serving({});
  await send(server);
  await send(server);
  expect(server.received).toHaveLength(2);
  expect(server.received[1]?.raw).toBe(server.received[0]?.raw);
});

describe.each([
  ['tls', 'tls'],
  ['starttls', 'starttls'],
] as const)('by %s', (_, safety) => {
  test('with a login', async () => {
    const server = await serving({ safety, login: LOGIN });
    const { user, password } = LOGIN;
    expect(await send(server, { safety, trusted: true, user, password })).toEqual({ outcome: 'sent' });
    expect(server.received).toHaveLength(1);
  });

  test('a certificate that nobody vouches for is not believed', async () => {
    const server = await serving({ safety, login: LOGIN });
    expect(await send(server, { safety, ...LOGIN })).toEqual({ outcome: 'not_sent', trouble: 'mail_certificate' });
  });

  test('a certificate for another name is not believed', async () => {
    const server = await serving({ safety, host: '127.0.0.2' });
    expect(await send(server, { safety, trusted: true })).toEqual({
      outcome: 'not_sent',
      trouble: 'mail_certificate',
    });
  });

  test('a server without it gets neither password nor message', async () => {
    const server = await serving({ safety: 'none', login: LOGIN });
    expect(await send(server, { safety, ...LOGIN })).toEqual({ outcome: 'not_sent', trouble: 'mail_no_tls' });
    expect(server.received).toEqual([]);
  });
});

describe('what is wrong is told apart', () => {
  test('nobody listens there', async () => {
    expect(await send({ port: await closedPort() })).toEqual({ outcome: 'not_sent', trouble: 'mail_unreachable' });
  });

  test('there is no such machine', async () => {
    expect(await send({ port: 25 }, { host: 'no-such-host.invalid' })).toEqual({
      outcome: 'not_sent',
      trouble: 'mail_unreachable',
    });
  });

  test('the password is wrong', async () => {
    const server = await serving({ login: LOGIN });
    expect(await send(server, { user: LOGIN.user, password: 'wrong' })).toEqual({
      outcome: 'not_sent',
      trouble: 'mail_login',
    });
  });

  test('the server wants a login and none is set', async () => {
    const server = await serving({ login: LOGIN });
    expect(await send(server)).toEqual({ outcome: 'not_sent', trouble: 'mail_login' });
  });

  test('the password that was kept cannot be read any more', async () => {
    const server = await serving({ login: LOGIN });
    expect(await send(server, { user: LOGIN.user })).toEqual({ outcome: 'not_sent', trouble: 'mail_password_lost' });
    expect(server.lines()).toBe(0);
  });

  test.each([
    ['hangs', 'mail_silent'],
    ['refuses_sender', 'mail_sender'],
    ['refuses_address', 'mail_recipient'],
    ['refuses_content', 'mail_content'],
    ['busy', 'mail_later'],
  ] as const)('a server that %s: %s', async (mode, trouble) => {
    const server = await serving({ mode });
    const patience = mode === 'hangs' ? { patienceMs: 400 } : {};
    expect(await send(server, patience)).toEqual({ outcome: 'not_sent', trouble });
    expect(server.received).toEqual([]);
  });

  test.each(['drops', 'deaf'] as const)('a server that %s after the message: nobody knows (F65)', async (mode) => {
    const server = await serving({ mode });
    // Long enough for the message on a busy machine: after it nothing comes.
    expect(await send(server, { patienceMs: 1_500 })).toEqual({ outcome: 'in_doubt', trouble: 'mail_in_doubt' });
    expect(server.received).toHaveLength(1);
  });
});

describe('called off', () => {
  test('before the message: it surely did not go out', async () => {
    const server = await serving({ mode: 'hangs' });
    const ending = new AbortController();
    const sending = send(server, { callOff: ending.signal });
    setTimeout(() => ending.abort(), 50);
    expect(await sending).toEqual({ outcome: 'not_sent', trouble: 'mail_later' });
  });

  test('after it: nobody knows', async () => {
    const server = await serving({ mode: 'deaf' });
    const ending = new AbortController();
    const sending = send(server, { callOff: ending.signal });
    await server.has(1);
    ending.abort();
    expect(await sending).toEqual({ outcome: 'in_doubt', trouble: 'mail_in_doubt' });
  });
});
