import { randomUUID } from 'node:crypto';
import type { AccountDelta } from '#domain/account';
import { pdfTitle, setServer, untilSo } from '../support/mailing.ts';
import { mailServer, type TestMailServer } from '../support/mailServer.ts';
import { account, charge } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { cash, check, countAndClose, onAccount, undo, voidIt, yesTo } from '../support/undoing.ts';

/* The holder of each account concerned is told of each undoing (design §6). */

const HALE = '40-11872-03';
const RUIZ = '40-12093-01';
const IVANOVA = '40-20417-02';
const HALE_MAIL = 'dorothea.hale@example.net';

let station: TestStation;
let server: TestMailServer;
let ortiz: Caller;
let drawer: string;

const holder = (number: string, name: string, more: Partial<AccountDelta>) =>
  account(number, name, [charge('service', 'Sep–Oct 2026', '2026-11-30', 86_400)], more);

beforeEach(async () => {
  station = await createStation({
    accounts: [
      holder(HALE, 'Hale, Dorothea', { email: HALE_MAIL, unappliedCents: 5_000 }),
      holder(RUIZ, 'Ruiz Peña, Inés', { language: 'es', mailingAddress: '7 Slate Ln, Quarry Bay WA 98379' }),
      holder(IVANOVA, 'Иванова, Ольга', { language: 'ru', email: 'not an address' }),
    ],
  });
  server = await mailServer();
  await setServer(await station.signedIn('j.whitebear'), server);
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 20 } }));
});
afterEach(async () => {
  await station.close();
  await server.close();
});

async function take(...lines: [number: string, cents: number][]): Promise<string> {
  const total = lines.reduce((sum, [, amount]) => sum + amount, 0);
  const asked = lines.map(([number, amount]) => onAccount(number, amount));
  return (await ortiz.tell('takePayment', { drawer, lines: asked, tenders: [cash(total)] })).label;
}

/** The notices, by account, the oldest first. */
async function notices() {
  const { messages } = await ortiz.ask('messages', {});
  return messages
    .filter(({ kind }) => kind === 'notice')
    .sort((left, right) => left.message - right.message)
    .map(({ what, accountNumber, label, address, state }) => ({ what, accountNumber, label, address, state }));
}
const allSent = async () => (await ortiz.ask('mail', {})).waiting === 0;
const noticeSlip = async (place: number) => {
  const { messages } = await ortiz.ask('messages', {});
  const document = messages.filter(({ kind }) => kind === 'notice').sort((a, b) => a.message - b.message)[
    place
  ]?.document;
  return (await ortiz.ask('slip', { document: document ?? { kind: 'notice', label: '0' } })).rows.join('\n');
};

test('a void tells the holder of each account: by e-mail where there is an address, else by letter', async () => {
  const label = await take([HALE, 9_000], [RUIZ, 1_200], [IVANOVA, 100]);
  await voidIt(ortiz, label, 'She was rude');
  await untilSo(station, allSent);
  expect(await notices()).toEqual([
    { what: 'voided', accountNumber: HALE, label, address: HALE_MAIL, state: 'sent' },
    { what: 'voided', accountNumber: RUIZ, label, address: '', state: 'letter' },
    { what: 'voided', accountNumber: IVANOVA, label, address: '', state: 'letter' },
  ]);
  const [received] = server.received;
  expect(received?.to).toEqual([HALE_MAIL]);
  expect(received?.mail.header('subject')).toBe(`Notice about receipt ${label}, Quarry Bay Sewer District`);
  expect(received?.mail.text).toContain(
    `Receipt ${label} was cancelled. Its payment of $90.00 on your account does not count any more.`,
  );
  expect(received?.mail.text).toContain('(360) 555-0100');
  expect(received?.mail.attachments).toMatchObject([{ fileName: `${label}-notice.pdf` }]);
  expect(pdfTitle(received?.mail.attachments[0]?.bytes)).toBe(`Notice ${label}, account ${HALE}`);
});

test('a notice says what, which receipt, how much, when and whom to call; not why, and nothing of others', async () => {
  await voidIt(ortiz, await take([HALE, 8_640], [RUIZ, 1_200]));
  const slip = await noticeSlip(1);
  for (const words of ['W3-000001', '12.00', 'Nov 23, 2026', '(360) 555-0100', RUIZ, 'Ruiz Peña', '7 Slate Ln'])
    expect(slip).toContain(words);
  expect(slip.replace(/\s+/g, ' ')).toContain(
    'El recibo W3-000001 fue anulado. Su pago de $12.00 en su cuenta ya no cuenta.',
  );
  for (const words of [HALE, 'Hale', '86.40', '98.40', 'rude', 'Wrong', 'Ortiz']) expect(slip).not.toContain(words);
  expect((await ortiz.ask('slipPdf', { document: { kind: 'notice', label: '2' } })).fileName).toBe(
    'W3-000001-notice.pdf',
  );
});

test('a correction tells whom the money left and whom it reached, neither of the other', async () => {
  const label = await take([HALE, 8_640]);
  const correction = { what: 'line' as const, place: 0, to: onAccount(RUIZ, 8_640) };
  await undo(ortiz, 'correctReceipt', { label, correction, reason: 'wrong_account' });
  expect((await notices()).map(({ what, accountNumber }) => [what, accountNumber])).toEqual([
    ['moved_off', HALE],
    ['moved_on', RUIZ],
  ]);
  expect(await noticeSlip(0)).not.toContain(RUIZ);
  expect(await noticeSlip(1)).not.toContain(HALE);
});

test('a tender put right tells whoever it had paid for, of the tender alone', async () => {
  const label = await take([HALE, 8_640], [RUIZ, 1_200]);
  const correction = { what: 'tender' as const, place: 0, to: check(9_840) };
  await undo(ortiz, 'correctReceipt', { label, correction, reason: 'wrong_tender' });
  expect((await notices()).map(({ what, accountNumber }) => [what, accountNumber])).toEqual([
    ['tender_corrected', HALE],
    ['tender_corrected', RUIZ],
  ]);
});

test('a refund tells of its part', async () => {
  const label = await take([HALE, 8_640], [RUIZ, 1_200]);
  const refund = { parts: [{ place: 1, cents: 500 }], means: { kind: 'cash' as const, drawer } };
  await undo(ortiz, 'refundReceipt', { label, refund, reason: 'overpaid' });
  expect((await notices()).map(({ what, accountNumber }) => [what, accountNumber])).toEqual([['refunded', RUIZ]]);
  expect(await noticeSlip(0)).toContain('5.00');
});

test('a reversal tells, also whose credit comes back', async () => {
  const { label } = await ortiz.tell('takePayment', {
    drawer,
    lines: [onAccount(RUIZ, 8_640)],
    tenders: [cash(5_000), { kind: 'credit' as const, accountNumber: HALE, cents: 3_640 }],
  });
  await countAndClose(ortiz, drawer, {
    ...{ cash: { 2000: 20, 1000: 5 }, checks: [], moneyOrders: [], cardTotalCents: 0 },
  });
  await undo(ortiz, 'reverseReceipt', { label, reason: 'never_was' });
  expect((await notices()).map(({ what, accountNumber }) => [what, accountNumber])).toEqual([
    ['reversed', RUIZ],
    ['credit_returned', HALE],
  ]);
  expect(await noticeSlip(1)).toContain('36.40');
});

test('without a server every notice is a letter; printed as often as need be, and posted by a person', async () => {
  await (await station.signedIn('j.whitebear')).ask('chooseMailServer', { server: null });
  await voidIt(ortiz, await take([HALE, 8_640]));
  expect(await notices()).toMatchObject([{ accountNumber: HALE, address: '', state: 'letter' }]);
  expect((await ortiz.ask('mail', {})).letters).toBe(1);
  const [{ message } = { message: 0 }] = (await ortiz.ask('messages', {})).messages;
  for (const times of [1, 2]) {
    await ortiz.ask('printMessage', { message });
    expect([times, await station.lastSlip()]).toEqual([times, expect.stringContaining('Notice to the account holder')]);
  }
  await ortiz.ask('endMessage', { message, as: 'posted' });
  expect(await notices()).toMatchObject([{ state: 'posted' }]);
  expect((await ortiz.ask('mail', {})).letters).toBe(0);
});

test('a letter can still go by e-mail: to the account’s address, or one that is typed; without any it says so', async () => {
  const label = await take([RUIZ, 1_200]);
  await voidIt(ortiz, label);
  const [{ message } = { message: 0 }] = (await ortiz.ask('messages', {})).messages;
  expect(await ortiz.refused('sendMessage', { message })).toBe('message_address_needed');
  await ortiz.ask('sendMessage', { message, address: 'ines@example.net' });
  await untilSo(station, allSent);
  expect(server.received[0]?.to).toEqual(['ines@example.net']);
  expect(server.received[0]?.mail.header('subject')).toContain(`Aviso sobre el recibo ${label}`);
});

test('a command told twice queues its notices once, and one that is refused queues none', async () => {
  const label = await take([HALE, 8_640]);
  const asked = { label, reason: 'wrong_account' as const, slip: await headOnSlip(ortiz, label) };
  expect(await ortiz.refused('voidReceipt', { commandId: randomUUID(), ...asked })).toBe('approval_needed');
  expect(await notices()).toEqual([]);
  const { mark } = await ortiz.ask('voidProposal', asked);
  const command = { commandId: randomUUID(), ...asked, approval: await yesTo(ortiz, mark) };
  await ortiz.ask('voidReceipt', command);
  await ortiz.ask('voidReceipt', command);
  expect(await notices()).toHaveLength(1);
});
