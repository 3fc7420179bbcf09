import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type ReadMail, readMail } from './mailReader.ts';

/**
 * How the server behaves. `refuses…` says no for good, `busy` asks to try again later. `drops` closes the line after it
 * had the whole message, `deaf` then never answers; both have the message. `hangs` takes the line and says nothing at all.
 */
export type MailServerMode =
  | 'ready'
  | 'refuses_sender'
  | 'refuses_address'
  | 'refuses_content'
  | 'busy'
  | 'drops'
  | 'deaf'
  | 'hangs';

/** A real mail server for tests, on a port of the loopback address. */
export type TestMailServer = {
  host: string;
  port: number;
  mode: MailServerMode;
  /** What it has, in order: also what it never said it had taken. */
  received: { from: string; to: string[]; raw: string; mail: ReadMail }[];
  /** How many lines were opened to it. */
  lines(): number;
  /** Resolves when it has so many messages. */
  has(count: number): Promise<void>;
  close(): Promise<void>;
};

const SERVER_KEY = readFileSync('test/fixtures/mail/server.key.pem', 'utf8');
/** The certificate of all these servers, for `localhost` and 127.0.0.1, which is its own authority. */
export const SERVER_CERT = readFileSync('test/fixtures/mail/server.cert.pem', 'utf8');

export type MailServerManner = {
  mode?: MailServerMode;
  /** Who may log in; without one everybody may send. */
  login?: { user: string; password: string };
  /** `tls` from the start, `starttls` offered, or neither. */
  safety?: 'tls' | 'starttls' | 'none';
  /** Another loopback address than 127.0.0.1, for which its certificate does not stand. */
  host?: string;
};

export async function mailServer(manner: MailServerManner = {}): Promise<TestMailServer> {
  const { login, safety = 'none', host = '127.0.0.1' } = manner;
  let opened = 0;
  const sockets = new Map<number, Socket>();
  const test: TestMailServer = {
    host,
    port: 0,
    mode: manner.mode ?? 'ready',
    received: [],
    lines: () => opened,
    async has(count) {
      for (const begun = Date.now(); test.received.length < count; ) {
        if (Date.now() > begun + 10_000) throw new Error(`the server has ${test.received.length} messages`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    ...behaviour(
      test,
      () => {
        opened += 1;
      },
      (port) => sockets.get(port)?.destroy(),
    ),
    secure: safety === 'tls',
    disabledCommands: [...(safety === 'starttls' ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    key: SERVER_KEY,
    cert: SERVER_CERT,
    allowInsecureAuth: true,
    authOptional: !login,
    closeTimeout: 50,
    onAuth: ({ username, password }, _session, answer) =>
      username === login?.user && password === login?.password
        ? answer(null, { user: username })
        : answer(new Error('no such user')),
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => sockets.set(socket.remotePort ?? 0, socket));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port');
  test.port = address.port;
  return test;
}

type Behaviour = Pick<SMTPServerOptions, 'onConnect' | 'onMailFrom' | 'onRcptTo' | 'onData'>;

function behaviour(test: TestMailServer, onLine: () => void, drop: (port: number) => void): Behaviour {
  const no = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });
  return {
    onConnect(_session, answer) {
      onLine();
      if (test.mode !== 'hangs') answer();
    },
    onMailFrom: (_address, _session, answer) =>
      answer(test.mode === 'refuses_sender' ? no(550, 'not from you') : undefined),
    onRcptTo: (_address, _session, answer) =>
      answer(
        test.mode === 'refuses_address'
          ? no(550, 'no such mailbox')
          : test.mode === 'busy'
            ? no(450, 'come back later')
            : undefined,
      ),
    onData(stream, session, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (test.mode === 'refuses_content') return answer(no(554, 'not this'));
        const raw = Buffer.concat(parts).toString('latin1');
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        test.received.push({
          from,
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          mail: readMail(raw),
        });
        if (test.mode === 'ready') answer();
        else if (test.mode === 'drops') drop(session.remotePort);
      });
    },
  };
}
