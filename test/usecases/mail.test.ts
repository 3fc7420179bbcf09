import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { entries } from '#db/station/schema';
import { FROM, pdfTitle, setServer, takeFor, untilSo } from '../support/mailing.ts';
import { type MailServerManner, mailServer, type TestMailServer } from '../support/mailServer.ts';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { closedPort } from '../support/tcpPrinter.ts';
import { voidIt } from '../support/undoing.ts';

const HALE = '40-11872-03';
const RUIZ = '40-12093-01';
const HALE_MAIL = 'dorothea.hale@example.net';
const ELSEWHERE = 'hale.d@example.org';

let station: TestStation;
let ortiz: Caller;
let whitebear: Caller;
let drawer: string;
let servers: TestMailServer[];

async function begin(training = false): Promise<void> {
  station = await createStation({
    training,
    accounts: [
      account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)], { email: HALE_MAIL }),
      account(RUIZ, 'Ruiz Peña, Inés', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)], { language: 'es' }),
    ],
  });
  ortiz = await station.signedIn('m.ortiz');
  whitebear = await station.signedIn('j.whitebear');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
}

beforeEach(async () => {
  servers = [];
  await begin();
});
afterEach(async () => {
  await station.close();
  await Promise.all(servers.map((server) => server.close()));
});

async function on(manner: MailServerManner = {}): Promise<TestMailServer> {
  const server = await mailServer(manner);
  servers.push(server);
  await setServer(whitebear, server);
  return server;
}

const take = (more: Parameters<typeof takeFor>[3] = {}) => takeFor(ortiz, drawer, HALE, { delivery: 'email', ...more });
const mailOf = async (label: string) => (await ortiz.ask('receipt', { label })).mail;
const isState = (label: string, state: string) => async () => (await mailOf(label))?.state === state;
const firstMessage = async () => (await ortiz.ask('messages', {})).messages[0];

describe('a slip by e-mail', () => {
  test('arrives as a PDF at the address of the account, and nothing prints but the tray opens', async () => {
    const server = await on();
    const label = await take();
    await untilSo(station, isState(label, 'sent'));
    const [received] = server.received;
    expect(received).toMatchObject({ from: FROM, to: [HALE_MAIL] });
    expect(received?.mail.header('subject')).toBe('Receipt W3-000001, Quarry Bay Sewer District');
    expect(received?.mail.text).toContain('We received your payment of $86.40 on November 23, 2026.');
    expect(received?.mail.text).toContain('1200 Quarry Rd, Quarry Bay WA 98379');
    expect(received?.mail.attachments).toMatchObject([{ fileName: 'W3-000001.pdf', type: 'application/pdf' }]);
    expect(pdfTitle(received?.mail.attachments[0]?.bytes)).toBe('Receipt W3-000001');
    expect(await station.lastSlip()).toBe('');
    expect((await ortiz.ask('paper', {})).slips).toEqual([]);
    expect(await ortiz.ask('receipt', { label })).toMatchObject({
      print: null,
      copies: 0,
      mail: { state: 'sent', address: HALE_MAIL, doubtful: false },
    });
  });

  test('goes to the address that the payer names, in the payer’s language beside English; both prints, too', async () => {
    const server = await on();
    const label = await takeFor(ortiz, drawer, RUIZ, { delivery: 'both', email: ELSEWHERE });
    await untilSo(station, isState(label, 'sent'));
    const [received] = server.received;
    expect(received?.to).toEqual([ELSEWHERE]);
    expect(received?.mail.header('subject')).toBe('Receipt W3-000001 / Recibo W3-000001, Quarry Bay Sewer District');
    expect(received?.mail.text).toContain('Recibimos su pago de $86.40 el 23 de noviembre de 2026.');
    expect(await station.lastSlip()).toContain('W3-000001');
  });

  test('whose receipt was voided while it waited says that it proves nothing, in both languages', async () => {
    const label = await takeFor(ortiz, drawer, RUIZ, { delivery: 'email', email: ELSEWHERE });
    await voidIt(ortiz, label);
    const server = await on();
    await untilSo(station, isState(label, 'sent'));
    const text = server.received.find(({ to }) => to.includes(ELSEWHERE))?.mail.text ?? '';
    expect(text).toContain(
      'Receipt W3-000001 has been cancelled since then. The PDF is attached, but it proves no payment.',
    );
    expect(text).toContain('el recibo W3-000001 fue anulado');
    expect(text).not.toMatch(/keep it|guárdelo/);
  });

  test.each(['paper', 'none'] as const)('%s sends none', async (delivery) => {
    const server = await on();
    const label = await take({ delivery, email: ELSEWHERE });
    expect(await mailOf(label)).toBeNull();
    expect([server.lines(), (await ortiz.ask('messages', {})).messages]).toEqual([0, []]);
  });

  test('an account whose address is none is refused, as if it had none', async () => {
    const lines = [{ kind: 'account' as const, accountNumber: RUIZ, cents: 100 }];
    const input = { commandId: station.host.newId(), drawer, lines, tenders: [{ kind: 'cash', cents: 100 }] };
    expect(await ortiz.refused('takePayment', { ...input, delivery: 'email' })).toBe('email_needed');
  });

  test('a payment that is told twice sends one', async () => {
    const server = await on();
    const commandId = station.host.newId();
    const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }];
    const input = {
      commandId,
      drawer,
      lines,
      tenders: [{ kind: 'cash' as const, cents: 100 }],
      delivery: 'email' as const,
    };
    const first = await ortiz.ask('takePayment', input);
    expect(await ortiz.ask('takePayment', input)).toEqual(first);
    await untilSo(station, isState(first.label, 'sent'));
    expect(server.received).toHaveLength(1);
  });
});

describe('without a server', () => {
  test('the queue waits and says so; set one, and all goes out', async () => {
    const label = await take();
    await take();
    expect(await ortiz.ask('mail', {})).toMatchObject({
      state: 'unset',
      server: null,
      waiting: 2,
      waitingSince: station.clock.now(),
      failed: 0,
    });
    expect(await mailOf(label)).toMatchObject({ state: 'queued' });
    const server = await on();
    await server.has(2);
    await untilSo(station, async () => (await ortiz.ask('mail', {})).waiting === 0);
    expect((await ortiz.ask('mail', {})).state).toBe('ready');
  });

  test('a training station shows what it would have sent, and sends it to nobody', async () => {
    await station.close();
    await begin(true);
    const label = await take();
    await untilSo(station, isState(label, 'kept'));
    expect(await ortiz.ask('mail', {})).toMatchObject({ waiting: 0, failed: 0 });
  });

  test('the program may stop between queue and sending (F01)', async () => {
    const label = await take();
    await station.restart();
    ortiz = await station.signedIn('m.ortiz');
    whitebear = await station.signedIn('j.whitebear');
    const server = await on();
    await untilSo(station, isState(label, 'sent'));
    expect(server.received).toHaveLength(1);
  });
});

describe('a server that does not do its work never delays a payment, and is shown (F62, F67)', () => {
  test.each(['hangs', 'deaf'] as const)('it %s', async (mode) => {
    const server = await on({ mode });
    const labels = [await take(), await take(), await take()];
    await untilSo(station, async () => server.lines() > 0);
    labels.push(await take());
    expect(labels).toEqual(['W3-000001', 'W3-000002', 'W3-000003', 'W3-000004']);
    expect((await ortiz.ask('mail', {})).waiting).toBe(4);
  });

  test('nobody listens there: everything waits, the reason is said, and it goes on by itself when that is over', async () => {
    const port = await closedPort();
    await whitebear.ask('chooseMailServer', {
      server: { host: '127.0.0.1', port, safety: 'none', user: '', from: FROM },
    });
    const label = await take();
    await untilSo(station, async () => (await ortiz.ask('mail', {})).state === 'failing');
    expect(await ortiz.ask('mail', {})).toMatchObject({
      waiting: 1,
      failing: { since: station.clock.now(), sentence: expect.stringContaining(`127.0.0.1:${port}`) },
    });
    const server = await on();
    await untilSo(station, isState(label, 'sent'));
    expect(server.received).toHaveLength(1);
    expect((await ortiz.ask('mail', {})).state).toBe('ready');
  });
});

describe('a lost answer', () => {
  test('is told, and the message goes out again as the same one (F07, F65)', async () => {
    const server = await on({ mode: 'drops' });
    const label = await take();
    await untilSo(station, async () => (await mailOf(label))?.doubtful === true);
    server.mode = 'ready';
    await untilSo(station, isState(label, 'sent'), 30);
    expect(server.received).toHaveLength(2);
    expect(server.received[1]?.raw).toBe(server.received[0]?.raw);
    expect(await mailOf(label)).toMatchObject({ state: 'sent', doubtful: true });
  });

  test('at the end of the program, too: after the restart it is the same message', async () => {
    const server = await on({ mode: 'deaf' });
    const label = await take();
    await server.has(1);
    server.mode = 'ready';
    await station.restart();
    ortiz = await station.signedIn('m.ortiz');
    await untilSo(station, isState(label, 'sent'));
    expect(server.received.map(({ mail }) => mail.header('message-id'))).toEqual([
      server.received[0]?.mail.header('message-id'),
      server.received[0]?.mail.header('message-id'),
    ]);
    expect(await mailOf(label)).toMatchObject({ doubtful: true });
  });
});

describe('a refused address', () => {
  let server: TestMailServer;
  let message: number;
  let label: string;
  beforeEach(async () => {
    server = await on({ mode: 'refuses_address' });
    label = await take();
    await untilSo(station, isState(label, 'failed'));
    message = (await firstMessage())?.message ?? 0;
  });

  test('is said in words, and does not hold up the next one', async () => {
    expect(await firstMessage()).toMatchObject({
      state: 'failed',
      trouble: `The server 127.0.0.1 refuses the address ${HALE_MAIL}. Correct it, or choose another way.`,
      can: { send: true, print: true, post: false, drop: true },
    });
    expect((await ortiz.ask('mail', {})).failed).toBe(1);
    server.mode = 'ready';
    await untilSo(station, isState(await take(), 'sent'));
  });

  test('is corrected: it goes there, and who did it is kept', async () => {
    server.mode = 'ready';
    await ortiz.ask('sendMessage', { message, address: ELSEWHERE });
    await untilSo(station, isState(label, 'sent'));
    expect(server.received[0]?.to).toEqual([ELSEWHERE]);
    expect(await firstMessage()).toMatchObject({ address: ELSEWHERE, state: 'sent' });
    expect(await ortiz.refused('sendMessage', { message })).toBe('message_over');
  });

  test('or the slip is printed instead: the original, once', async () => {
    await ortiz.ask('printMessage', { message });
    const slip = await station.lastSlip();
    expect(slip).toContain('W3-000001');
    expect(slip).not.toContain('DUPLICATE');
    expect(await firstMessage()).toMatchObject({ state: 'printed', changedByName: 'Marisol Ortiz' });
    expect(await ortiz.refused('printMessage', { message })).toBe('message_over');
  });

  test('or it need not go out', async () => {
    await ortiz.ask('endMessage', { message, as: 'dropped' });
    expect(await firstMessage()).toMatchObject({ state: 'dropped', changedByName: 'Marisol Ortiz' });
    expect((await ortiz.ask('mail', {})).failed).toBe(0);
    expect(await ortiz.refused('endMessage', { message, as: 'posted' })).toBe('message_over');
  });

  test('who may not, and what is not there, is refused', async () => {
    const park = await station.signedIn('s.park');
    for (const name of ['sendMessage', 'printMessage'])
      expect(await park.refused(name, { message })).toBe('not_permitted');
    expect(await ortiz.refused('sendMessage', { message: 99 })).toBe('message_unknown');
    expect(await ortiz.refused('printMessage', { message: 99 })).toBe('message_unknown');
    expect(await ortiz.refused('endMessage', { message: 99, as: 'dropped' })).toBe('message_unknown');
    expect(await ortiz.refused('sendMessage', { message, address: 'a@example.org\r\nBcc: b@example.org' })).toBe(
      'bad_input',
    );
    await whitebear.ask('chooseMailServer', { server: null });
    expect(await ortiz.refused('sendMessage', { message })).toBe('mail_not_set');
  });
});

test('what may have arrived, or came out on paper, is not printed as an original once more', async () => {
  await on({ mode: 'drops' });
  const doubtful = await take();
  await untilSo(station, async () => (await mailOf(doubtful))?.doubtful === true);
  const { message = 0 } = (await mailOf(doubtful)) ?? {};
  expect(await ortiz.refused('printMessage', { message })).toBe('message_may_have_arrived');
  await whitebear.ask('chooseMailServer', { server: null });
  const both = (await mailOf(await take({ delivery: 'both' })))?.message ?? 0;
  expect(await ortiz.refused('printMessage', { message: both })).toBe('message_printed_already');
});

describe('the server is set by a supervisor', () => {
  const LOGIN = { user: 'station', password: 'tr0ut & brine 4111' };
  const typed = ({ host, port }: { host: string; port: number }) => ({
    host,
    port,
    safety: 'none' as const,
    from: FROM,
  });

  test('with a password, which is in the secret store and in no other file, nor the address in any entry', async () => {
    const server = await mailServer({ login: LOGIN });
    servers.push(server);
    const { user, password } = LOGIN;
    await whitebear.ask('chooseMailServer', { server: { ...typed(server), user }, password });
    const label = await take();
    await untilSo(station, isState(label, 'sent'));
    const holding = (text: string) =>
      readdirSync(station.folder).filter((file) => readFileSync(join(station.folder, file)).includes(text));
    expect(holding(password)).toEqual(['secrets.json']);
    expect(statSync(join(station.folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    for (const { text } of station.look.select().from(entries).all()) {
      expect(text).not.toContain(HALE_MAIL);
      expect(text).not.toContain(password);
    }
    const personal = station.look
      .select()
      .from(entries)
      .all()
      .filter((row) => row.personal?.includes(HALE_MAIL));
    expect(personal.map(({ kind }) => kind)).toEqual(['receipt_issued']);
    expect(JSON.stringify(await whitebear.ask('mail', {}))).not.toContain(password);
    await whitebear.ask('chooseMailServer', { server: null });
    expect(holding(password)).toEqual([]);
  });

  test('the kept password is used for the same login and shown to no other server', async () => {
    const [first, second] = [await mailServer({ login: LOGIN }), await mailServer({ login: LOGIN })];
    servers.push(first, second);
    const { user, password } = LOGIN;
    await whitebear.ask('chooseMailServer', { server: { ...typed(first), user }, password });
    await whitebear.ask('chooseMailServer', { server: { ...typed(first), user, from: 'other@quarry-bay.example' } });
    await whitebear.ask('sendTestMail', { server: { ...typed(first), user }, to: HALE_MAIL });
    const other = { server: { ...typed(second), user }, to: HALE_MAIL };
    expect(await whitebear.refused('sendTestMail', other)).toBe('mail_password_needed');
    expect(await whitebear.refused('chooseMailServer', { server: other.server })).toBe('mail_password_needed');
    expect(second.lines()).toBe(0);
  });

  test('a password that this machine cannot read any more is said, and typed again', async () => {
    const server = await mailServer({ login: LOGIN });
    servers.push(server);
    const { user, password } = LOGIN;
    await whitebear.ask('chooseMailServer', { server: { ...typed(server), user }, password });
    await station.host.secrets.keep('mail-password', null);
    await take();
    await untilSo(station, async () => (await ortiz.ask('mail', {})).state === 'failing');
    expect((await ortiz.ask('mail', {})).failing?.sentence).toMatch(/password .* cannot be read/);
  });

  test('without TLS only on this machine itself; by nobody but a supervisor', async () => {
    const server = { ...typed({ host: 'mail.quarry-bay.example', port: 25 }), user: '' };
    expect(await whitebear.refused('chooseMailServer', { server })).toBe('mail_not_private');
    expect(await whitebear.refused('sendTestMail', { server, to: HALE_MAIL })).toBe('mail_not_private');
    expect(await ortiz.refused('chooseMailServer', { server: null })).toBe('not_permitted');
    for (const wrong of [{ host: 'a host' }, { host: '' }, { port: 0 }, { from: 'nobody' }, { user: 'a\nb' }])
      expect(await whitebear.refused('chooseMailServer', { server: { ...server, ...wrong } })).toBe('bad_input');
  });

  test('a test message arrives, and says that no payment was made', async () => {
    const server = await mailServer();
    servers.push(server);
    await whitebear.ask('sendTestMail', { server: { ...typed(server), user: '' }, to: ELSEWHERE });
    expect(server.received[0]?.to).toEqual([ELSEWHERE]);
    expect(server.received[0]?.mail.text).toContain('Station W3 of Quarry Bay Sewer District can send e-mail');
  });

  test.each([
    ['refuses_address', 'mail_recipient'],
    ['refuses_sender', 'mail_sender'],
    ['refuses_content', 'mail_content'],
    ['busy', 'mail_later'],
    ['drops', 'mail_in_doubt'],
  ] as const)('a test with a server that %s is refused in words', async (mode, code) => {
    const server = await mailServer({ mode });
    servers.push(server);
    const input = { server: { ...typed(server), user: '' }, to: HALE_MAIL };
    expect(await whitebear.refused('sendTestMail', input)).toBe(code);
  });

  test('a wrong password, no TLS, and nobody there are told apart', async () => {
    const server = await mailServer({ login: LOGIN });
    servers.push(server);
    const at = { ...typed(server), user: LOGIN.user };
    const to = HALE_MAIL;
    expect(await whitebear.refused('sendTestMail', { server: at, password: 'wrong', to })).toBe('mail_login');
    expect(await whitebear.refused('sendTestMail', { server: { ...at, safety: 'starttls' }, password: 'x', to })).toBe(
      'mail_no_tls',
    );
    expect(
      await whitebear.refused('sendTestMail', { server: { ...at, port: await closedPort() }, password: 'x', to }),
    ).toBe('mail_unreachable');
  });
});
