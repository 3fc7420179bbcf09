import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAccount, nextPayer, openDrawer, pinOf, signIn, takeCash } from './hands.ts';
import type { Office } from './office.ts';
import { type Program, runWell, startProgram } from './programs.ts';
import { sitInOffice } from './seats.ts';
import { type Sitting, SMALL, step } from './sitting.ts';

/* What stands around a payment: two cashiers, a supervisor, a restart and a lunch, by keyboard alone. */

jest.setTimeout(180_000);

let office: Office;
let station: Program & { data: string };
let me: Sitting;

// A step starts the station anew; that one is ended here.
afterAll(() => station?.end('SIGTERM'));
sitInOffice('options', (it) => {
  ({ me, station, office } = it);
  me.page.on('dialog', (dialog) => void dialog.accept());
});

async function takeCheck(number: string) {
  await me.press('F3');
  await me.hand('Check');
  await me.enter('');
  await me.hand('Number');
  for (const text of [number, '021000021', '4455667']) await me.enter(text);
}

step('a check seen before on an account that takes none: confirmed, then a supervisor’s yes in place', async () => {
  await signIn(me, 'Marisol Ortiz', pinOf(office, 'm.ortiz'));
  await openDrawer(me);
  await addAccount(me, 'hale, d', 'Hale, Dorothea');
  await takeCheck('2204');
  await me.press('Control+Enter');
  await nextPayer(me);
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
  await nextPayer(me);
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

step('a payment set aside survives the end of the program, and another cashier goes on with it', async () => {
  await addAccount(me, '40-11540', 'Nguyen, Kevin D.');
  await me.press('F6');
  await me.sees('1 payment set aside');
  await me.page.goto('about:blank');
  await station.end('SIGKILL');
  const { data } = station;
  station = { ...(await startProgram('start', '--web', '--no-open', '--data', data, '--ledger', office.url)), data };
  await me.page.goto(station.url);
  // Marisol's drawer is the only one open, so that her PIN is asked for first.
  await me.hand('PIN');
  await me.press('Escape');
  await signIn(me, 'Layla Haddad', pinOf(office, 'l.haddad'));
  await openDrawer(me);
  await me.press('F6');
  await me.sees(/Nguyen, Kevin D\.\s+W3-H0001·?\s*set aside by M\. Ortiz/);
  await me.look('aside', SMALL);
  await me.press('Enter');
  await me.sees('goes on with W3-H0001');
  await me.hand('Cash');
  await me.press('Enter', 'Control+Enter');
  await me.sees('Receipt W3-000003');
  await nextPayer(me);
  expect((await me.call('suspensions', {})).suspensions).toEqual([]);
});

step('parked for lunch: only its cashier opens it again, and a reliever has her own drawer', async () => {
  await me.press('Shift+F12');
  await me.sees('Parked by L. Haddad, who alone opens it again');
  await me.look('signed-out-parked', SMALL);
  await signIn(me, 'Marisol Ortiz', pinOf(office, 'm.ortiz'));
  await takeCash(me, '40-12904', 'Singh, Harjit');
  await me.press('F12');
  await signIn(me, 'Layla Haddad', pinOf(office, 'l.haddad'));
  await me.sees('is parked');
  await me.look('parked', SMALL);
  await me.press('Enter');
  await me.hand('Add item');
});

step('cash typed when the page is reloaded all the same is in the journal', async () => {
  await addAccount(me, '40-12380', 'Castellanos, Inés');
  await me.type('100');
  await me.page.reload();
  await me.hand('Add item');
  const file = join(office.folder, 'journal.jsonl');
  await runWell('export', '--data', station.data, file);
  const journal = readFileSync(file, 'utf8').replaceAll('\\"', '"');
  expect(journal).toContain('"kind":"form_left"');
  expect(journal).toContain('"cashCents":10000');
  for (const kind of ['payment_suspended', 'payment_resumed', 'tender_refused', 'drawer_parked', 'drawer_unparked'])
    expect(journal).toContain(`"kind":"${kind}"`);
});

step('axe and the console had nothing to say', () => {
  expect(me.troubles).toEqual([]);
});
