import { counterAccounts } from '#test/support/counterAccounts';
import { ledgerOutOffice } from '#test/support/ledgerOutOffice';
import { PINS } from '#test/support/quarryBay';
import { sitAtStation } from './seats.ts';
import { type Sitting, step } from './sitting.ts';

/* A hand that is faster than the part of the page to which it goes. */

jest.setTimeout(120_000);

const LATE_MS = 4_000;

let me: Sitting;
sitAtStation(
  'held-keys',
  counterAccounts,
  (seated) => {
    me = seated;
  },
  ledgerOutOffice().line,
);

step('bug: keys struck while the office’s part of the page was on its way were lost', async () => {
  await me.page.route(/\/Office-[^/]+\.js$/, async (route) => {
    await new Promise((come) => setTimeout(come, LATE_MS));
    await route.continue();
  });
  await me.page.reload();
  await me.sees('Who is at this station?');
  await me.page.getByRole('option', { name: 'Joseph Whitebear' }).click();
  await me.enter(PINS.get('j.whitebear') ?? '');
  await me.sees('count the float you were given');
  await me.press('Shift+F11');
  // To the reports, to the choice of one, and to the second of them: before any of it is drawn.
  await me.press('Shift+F4', 'F2', 'ArrowDown');
  expect(await me.page.getByRole('main').count()).toBe(0);
  await me.sees('Reports');
  await me.hand('Report');
  expect(me.troubles).toEqual([]);
});
