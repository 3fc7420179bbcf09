import { readFileSync } from 'node:fs';
import { batchesOffice, closedBatch, withPaidOuts } from '#test/support/batchesOffice';
import { counterAccounts } from '#test/support/counterAccounts';
import { PDF, PNG } from '#test/support/paidOut';
import { PINS } from '#test/support/quarryBay';
import { signIn } from './hands.ts';
import { sitAtStation } from './seats.ts';
import { LARGE, type Sitting, SMALL, step } from './sitting.ts';

/* An auditor opens what proves a paid-out, from its batch: page, station, a stand-in for the ledger, and a keyboard. */

jest.setTimeout(120_000);

let me: Sitting;
const office = batchesOffice([withPaidOuts(closedBatch('W3-B0012', 'approved'))]);

sitAtStation(
  'scanned-receipt',
  counterAccounts,
  (seated) => {
    me = seated;
  },
  office.line,
);

step('an auditor sees with the batch what was paid out, and which scan is not there yet', async () => {
  await signIn(me, 'Soo-ah Park', PINS.get('s.park') ?? '');
  await me.sees('The day');
  await me.press('Shift+F6');
  await me.sees('Stamps for the counter');
  await me.sees('IMG_20261123_140212.jpg has not come up from W3 yet');
  await me.page.getByRole('button', { name: 'Save stamps.pdf' }).focus();
  await me.look('batch', SMALL, LARGE);
});

step('a key saves the scan, byte for byte', async () => {
  const [download] = await Promise.all([me.page.waitForEvent('download'), me.press('Enter')]);
  expect(download.suggestedFilename()).toBe('stamps.pdf');
  expect(readFileSync(await download.path())).toEqual(PDF);
});

step('other bytes than the entry names are not saved, and the page says so', async () => {
  office.file = Buffer.from('%PDF-1.7\n% another one\n');
  await me.press('Enter');
  await me.sees('What came is not the file that the paid-out names. Have the ledger’s journals verified.');
});

step('bug: a picture could only be saved: it is looked at here, and Esc leads back to where one was', async () => {
  office.file = PNG;
  const open = me.page.getByRole('button', { name: 'Look at folders.png' });
  await open.focus();
  await me.press('Enter');
  const picture = me.page.getByRole('img', { name: 'The scanned receipt folders.png' });
  await picture.waitFor();
  // The page's own policy lets it be shown.
  expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1);
  await me.look('scan', SMALL);
  const [download] = await Promise.all([me.page.waitForEvent('download'), me.press('Control+Enter')]);
  expect([download.suggestedFilename(), readFileSync(await download.path())]).toEqual(['folders.png', PNG]);
  await me.press('Escape');
  await me.hand('Look at folders.png');
  expect(me.troubles).toEqual([]);
});
