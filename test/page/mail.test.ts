import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfTitle } from '../support/mailing.ts';
import { mailServer, type TestMailServer } from '../support/mailServer.ts';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { closedPort } from '../support/tcpPrinter.ts';
import { addAccount, openDrawer, signIn } from './hands.ts';
import { sitAtStation } from './seats.ts';
import { type Sitting, step } from './sitting.ts';

/* A slip by e-mail, and a notice of its void: the built page at a station of this process, and a real mail server. */

jest.setTimeout(180_000);

const FROM = 'counter@quarry-bay.example';
const HALE = 'dorothea.hale@example.net';

let server: TestMailServer;
let me: Sitting;
let label = '';

const owes = () => [charge('service', 'Sep–Oct 2026', '2026-11-30', 86_400)];
const accounts = () => [
  account('40-11872-03', 'Hale, Dorothea', owes(), { email: HALE }),
  account('40-12093-01', 'Ruiz Peña, Inés', owes(), { language: 'es' }),
];
beforeAll(async () => {
  server = await mailServer();
});
sitAtStation('mail', accounts, (seated) => {
  me = seated;
});
afterAll(() => server.close());

const pinOf = (person: string) => PINS.get(person) ?? '';

/** Finds an action by a word in the palette, and does it. */
async function palette(word: string): Promise<void> {
  await me.press('Control+k');
  await me.hand('Do what?');
  await me.type(word);
  await me.press('Enter');
}

/** What a PDF says, by a reader of PDFs where there is one; else its title. */
function pdfText(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-pdf-'));
  try {
    writeFileSync(join(folder, 'slip.pdf'), bytes);
    return execFileSync('pdftotext', ['-layout', join(folder, 'slip.pdf'), '-'], { encoding: 'utf8' });
  } catch {
    return pdfTitle(bytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function take(accountNumber: string, delivery: 'paper' | 'email'): Promise<string> {
  const { drawer } = await me.call('station', {});
  const lines = [{ kind: 'account' as const, accountNumber, cents: 100 }];
  const tenders = [{ kind: 'cash' as const, cents: 100 }];
  const input = { commandId: randomUUID(), drawer: drawer?.drawer ?? '', lines, tenders, delivery };
  return (await me.call('takePayment', input)).label;
}

const takeByMail = () => take('40-11872-03', 'email');

async function voidIt(of: string, slip: { slip?: string } = {}): Promise<void> {
  const asked = { label: of, reason: 'wrong_account' as const, ...slip };
  const { mark } = await me.call('voidProposal', asked);
  const pin = pinOf('j.whitebear');
  const { approval } = await me.call('approve', { mark, person: 'j.whitebear', pin });
  await me.call('voidReceipt', { commandId: randomUUID(), ...asked, approval });
}

step('without a server a slip by e-mail waits, and the band says so', async () => {
  await signIn(me, 'Marisol Ortiz', pinOf('m.ortiz'));
  await openDrawer(me);
  label = await takeByMail();
  await me.sees('1 message waits for an e-mail server.');
  await me.press('Control+k');
  await me.type('e-mail server');
  await me.sees('Nothing here is called that.');
  await me.press('Escape', 'F12');
  // Whose drawer is open is chosen already.
  await me.hand('PIN');
  await me.press('Escape');
});

step('a supervisor sets the server; what is wrong with it is said in words', async () => {
  await signIn(me, 'Joseph Whitebear', pinOf('j.whitebear'));
  await me.sees('1 message waits');
  await palette('e-mail server');
  await me.hand('Server');
  await me.type('127.0.0.1');
  await me.page.getByLabel('TLS').selectOption('none');
  await me.page.getByLabel('From address').fill(FROM);
  await me.page.getByLabel('Port', { exact: true }).fill(String(await closedPort()));
  await me.page.getByLabel('Test message to').fill(HALE);
  await me.press('Enter');
  await me.sees('Nothing answers at 127.0.0.1');
  await me.hand('Server');
  await me.page.getByLabel('Port', { exact: true }).fill(String(server.port));
  await me.page.getByLabel('Test message to').focus();
  await me.press('Enter');
  await me.sees('The server took a test message');
  expect(server.received[0]?.mail.text).toContain('can send e-mail');
  await me.page.getByLabel('Server', { exact: true }).focus();
  await me.press('Enter');
  await server.has(2);
  expect(server.received[1]?.mail.header('subject')).toContain(label);
  await me.press('F12');
});

step('a cashier takes a payment whose slip goes by e-mail, and sees that it went', async () => {
  await me.hand('PIN');
  await me.enter(pinOf('m.ortiz'));
  await addAccount(me, 'hale, d', 'Hale, Dorothea');
  await me.press('Control+e');
  await me.hand('Slip');
  await me.page.getByLabel('Slip', { exact: true }).selectOption('email');
  await me.press('Enter');
  await me.hand('E-mail');
  await me.press('Enter');
  await me.hand('Cash');
  await me.press('Enter');
  await me.hand(/^Receipt .* and e-mail/);
  await me.press('Control+Enter');
  await me.sees('E-mailed to dorothea.hale@example.net at');
  await server.has(3);
  const { mail } = server.received[2] ?? {};
  label = /W3-\d{6}/.exec(mail?.header('subject') ?? '')?.[0] ?? '';
  expect(mail?.attachments[0]?.fileName).toBe(`${label}.pdf`);
  expect(pdfText(mail?.attachments[0]?.bytes ?? Buffer.alloc(0))).toContain(`Receipt ${label}`);
});

step('a void tells the account’s holder; a refused address is corrected on the screen', async () => {
  await voidIt(label);
  await server.has(4);
  expect(server.received[3]?.mail.header('subject')).toContain(`Notice about receipt ${label}`);
  server.mode = 'refuses_address';
  await takeByMail();
  await me.sees('1 e-mail was not sent.');
  server.mode = 'ready';
  await palette('notices');
  await me.hand('Messages, a long list');
  await me.sees('refuses the address');
  await me.look('outbox-failed');
  await me.press('F7');
  await me.hand('E-mail address');
  await me.page.keyboard.press('Control+a');
  await me.enter('hale.d@example.org');
  await server.has(5);
  expect(server.received[4]?.to).toEqual(['hale.d@example.org']);
  await me.press('ArrowDown');
  await me.sees('Notice of a void');
  await me.press('Escape');
});

step('a notice without an e-mail address is printed, posted, and marked by a person', async () => {
  const paid = await take('40-12093-01', 'paper');
  await voidIt(paid, { slip: await headOnSlip({ ask: me.call }, paid) });
  await palette('notices');
  await me.sees('Print the letter');

  await me.press('Control+Enter');
  await me.page.waitForTimeout(300);
  const { slips } = await me.call('paper', {});
  expect(slips[0]?.rows.join('\n')).toContain('Notice to the account holder');
  await me.press('F4');
  await me.sees(/posted\s*· M\. Ortiz/);
});

step('axe and the browser have nothing to complain of', () => {
  expect(me.troubles).toEqual([]);
});
