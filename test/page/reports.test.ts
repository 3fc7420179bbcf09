import { readFileSync } from 'node:fs';
import { openDrawer, pinOf, signIn, signInToLook, takeCash } from './hands.ts';
import type { Office } from './office.ts';
import { sitInOffice } from './seats.ts';
import { LARGE, type Sitting, SMALL, step, USUAL } from './sitting.ts';

/* From a receipt at the counter to a report that an auditor reads, opens and takes away: page, station, ledger, and a keyboard. */

jest.setTimeout(120_000);

let office: Office;
let me: Sitting;

sitInOffice('reports', (it) => {
  ({ me, office } = it);
});

/** What a key saves, as text. */
async function saved(key: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([me.page.waitForEvent('download'), me.press(key)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'latin1') };
}

step('a cashier takes two payments', async () => {
  await signIn(me, 'Marisol Ortiz', pinOf(office, 'm.ortiz'));
  await openDrawer(me);
  for (const account of await twoAccounts()) await takeCash(me, account.accountNumber, account.customer);
  await me.press('F12');
});

/** Two accounts that owe something. */
async function twoAccounts() {
  const { hits } = await me.call('findAccounts', { text: '40-1' });
  return hits.filter(({ balanceCents, status }) => balanceCents > 0 && status === 'active').slice(0, 2);
}

step('an auditor sees that an open drawer is left out', async () => {
  // The drawer's own cashier is chosen already.
  await me.sees('Who is at this station?');
  await me.press('Escape');
  await signInToLook(me, 'Soo-ah Park', pinOf(office, 's.park'));
  await me.press('Shift+F4');
  await me.sees('Left out of amounts until the office has counted all: W3-D0001 (not closed).');
});

step('she chooses by keyboard, and reads each number', async () => {
  await me.press('F2');
  await me.hand('Report');
  await me.press(...Array<string>(5).fill('ArrowDown'), 'Enter');
  await me.sees('W3-000002');
  await me.sees('2 receipts, voids included');
  await me.hand(/^Receipts by number, /);
  await me.look('receipts', SMALL, LARGE);
});

step('bug: columns that had no room were lost without a sign', async () => {
  await me.page.setViewportSize({ width: 720, height: 700 });
  await me.sees(/\d more columns? to the right/);
  await me.press(...Array<string>(8).fill('ArrowRight'));
  await me.sees(/\d more columns? to the left/);
  const first = me.page.getByRole('gridcell', { name: 'W3-000001' });
  expect((await first.boundingBox())?.x).toBe(16);
  expect(await me.words()).not.toMatch(/to the right/);
  await me.press(...Array<string>(8).fill('ArrowLeft'));
  await me.sees(/\d more columns? to the right/);
  await me.page.setViewportSize({ width: USUAL[0], height: USUAL[1] });
});

step('Enter opens the receipt, and Esc leads back to its row', async () => {
  await me.press('ArrowDown', 'Enter');
  await me.page.getByRole('heading', { name: /W3-000002/ }).waitFor();
  await me.press('Escape');
  await me.hand(/^Receipts by number, /);
  await me.page.locator('tr[aria-selected="true"]', { hasText: 'W3-000002' }).waitFor();
});

step('the whole report is saved, as CSV and on paper', async () => {
  const csv = await saved('F7');
  expect(csv.name).toMatch(/^receipts \d{4}-\d\d-\d\d\.csv$/);
  expect(csv.text.split('\r\n').slice(1, 3)).toEqual([
    expect.stringMatching(/^W3-000001,/),
    expect.stringMatching(/^W3-000002,/),
  ]);
  const pdf = await saved('F6');
  expect(pdf.name).toMatch(/^receipts .*\.pdf$/);
  expect(pdf.text).toMatch(/^%PDF-/);
});

step('bug: days that nobody can mean were asked for, and those to come looked like days without receipts', async () => {
  await me.press('F3');
  await me.hand('Days');
  await me.press('End', 'Enter');
  for (const [from, to, sees] of [
    ['0000-01-01', '9999-12-31', 'Type a day of 2000 to 2099, such as 2026-11-23.'],
    ['2026-11-23', '2026-11-22', 'Nov 22, 2026 is before Nov 23, 2026. Turn the two days round.'],
    ['2020-01-01', '2026-11-23', 'A report spans three years at most: from there to Dec 31, 2022. Take fewer days.'],
    ['2098-01-01', '2098-12-31', 'No day of this span has begun: today is '],
  ] as const) {
    await me.hand('From');
    await me.press('Control+a');
    await me.enter(from);
    await me.hand('To');
    await me.press('Control+a');
    await me.type(to);
    await me.sees(sees);
    await me.press('F3', 'Enter');
  }
  await me.look('days to come');
  await me.press('F3', 'Home');
});

step('a year of accounts leaves the open drawer out, and no rule of the page is broken', async () => {
  await me.press('F3');
  await me.hand('Days');
  await me.press(...Array<string>(4).fill('ArrowDown'), 'F2');
  await me.hand('Report');
  await me.press('ArrowDown', 'ArrowDown', 'Enter');
  await me.sees('General-ledger accounts');
  await me.sees('Nothing in these days.');
  await me.look('accounts');
  expect(me.troubles).toEqual([]);
});
