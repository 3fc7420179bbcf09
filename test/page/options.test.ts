import { addAccount, openDrawer, pinOf, signIn } from './hands.ts';
import { type Office, openOffice, openStation } from './office.ts';
import type { Program } from './programs.ts';
import { CHROMIUM, type Sitting, SMALL, sitDown, step } from './sitting.ts';

/* What stands around a payment: what it needs, and what is turned away, by keyboard alone. */

jest.setTimeout(60_000);

let office: Office;
let station: Program & { data: string };
let me: Sitting;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  office = await openOffice();
  station = await openStation(office, 'W3');
  me = await sitDown(station.url, 'options');
});

afterAll(async () => {
  await me?.leave();
  await station?.end('SIGTERM');
  await office?.close();
});

async function takeCheck(number: string) {
  await me.press('F3');
  await me.hand('Check');
  await me.enter('');
  await me.hand('Number');
  for (const text of [number, '021000021', '4455667']) await me.enter(text);
}

async function nextPayer() {
  await me.hand(/^Next payer/);
  await me.page.waitForTimeout(450);
  await me.press('Enter');
  await me.hand('Add item');
}

step('a check seen before on an account that takes none: confirmed, then a supervisor’s yes in place', async () => {
  await signIn(me, 'Marisol Ortiz', pinOf(office, 'm.ortiz'));
  await openDrawer(me);
  await addAccount(me, 'hale, d', 'Hale, Dorothea');
  await takeCheck('2204');
  await me.press('Control+Enter');
  await nextPayer();
  await addAccount(me, 'nguyen minh', 'Nguyễn, Minh Châu');
  await takeCheck('2204');
  await me.sees('was taken before, on receipt W3-000001');
  await me.sees('takes no checks');
  await me.look('needs', SMALL);
  await me.press('Control+Enter', 'Control+Enter');
  await me.hand('PIN');
  await me.type(pinOf(office, 'm.ortiz'));
  await me.press('Control+Enter');
  await me.sees('That PIN is wrong');
  await me.hand('PIN');
  await me.type(pinOf(office, 'i.solheim'));
  await me.press('Control+Enter');
  await me.sees('Receipt W3-000002');
  const { receipt } = await me.call('receipt', { label: 'W3-000002' });
  expect(receipt).toMatchObject({ noted: ['check_seen'], overrides: ['no_checks'] });
  await nextPayer();
});

step('a suspect note is logged in one key and three ticks, and its list is on the receipts', async () => {
  await me.press('Shift+F8');
  await me.sees('Why do you not take it?');
  await me.press('0', '1', '2', '3');
  await me.look('turned-away', SMALL);
  await me.press('Control+Enter');
  await me.hand('Add item');
  await me.press('F8');
  await me.hand('Find');
  await me.press('Shift+F8');
  await me.sees(/Suspected counterfeit\s+3 of 5 steps done/);
  await me.look('turned-away-list');
  await me.press('Escape', 'Escape');
});

step('axe and the console had nothing to say', () => {
  expect(me.troubles).toEqual([]);
});
