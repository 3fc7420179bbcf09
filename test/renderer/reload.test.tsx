import { createEvent, fireEvent } from '@testing-library/react';
import { counterAccounts } from '#test/support/counterAccounts';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({ accounts: counterAccounts() });
  page = await pageAt(station);
  await signIn(page, 'm.ortiz');
});

afterEach(async () => {
  page.close();
  await station.close();
});

/** Whether the browser would still reload after the key. */
async function reloads(keys: { key: string; ctrlKey?: boolean; shiftKey?: boolean } = { key: 'F5' }): Promise<boolean> {
  const event = createEvent.keyDown(document.activeElement ?? document.body, keys);
  fireEvent(document.activeElement ?? document.body, event);
  await page.settle();
  return !event.defaultPrevented;
}

/** Whether the browser would leave the page without asking. */
const leaves = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

const band = () => screen.queryByText('Not reloaded.')?.closest('.band')?.textContent;

async function openDrawer() {
  await page.type('2');
  await page.press('Enter', { ctrlKey: true });
}

test('with nothing typed the page reloads', async () => {
  expect([await reloads(), leaves()]).toEqual([true, true]);
  await openDrawer();
  expect([await reloads(), leaves()]).toEqual([true, true]);
  expect(band()).toBeUndefined();
});

test('F5 and Ctrl+R leave a typed payment alone and say why, until one goes on', async () => {
  await openDrawer();
  await page.type('nguyen kevin');
  await page.press('Enter');
  await page.type('100');
  for (const keys of [{ key: 'F5' }, { key: 'F5', ctrlKey: true }, { key: 'R', ctrlKey: true, shiftKey: true }]) {
    expect(await reloads(keys)).toBe(false);
  }
  expect(band()).toMatch(/A payment is typed here and not recorded: finish or empty it first\.$/);
  expect(leaves()).toBe(false);
  await page.press('Enter');
  expect(band()).toBeUndefined();
});

test('a payment begun is kept also behind the receipts and a locked station', async () => {
  await openDrawer();
  await page.type('nguyen kevin');
  await page.press('Enter');
  await page.press('F8');
  expect(await reloads()).toBe(false);
  await page.press('F12');
  expect(screen.getByText('Who is at this station?')).toBeTruthy();
  expect(await reloads()).toBe(false);
});

test('the change due stays until the next payer', async () => {
  await openDrawer();
  await page.type('nguyen kevin');
  await page.press('Enter');
  await page.type('100');
  await page.press('Enter');
  await page.press('Enter', { ctrlKey: true });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Receipt W3-000001');
  expect([await reloads(), leaves()]).toEqual([false, false]);
  expect(band()).toMatch(/The change on the screen is still to be given/);
  station.clock.advance(400);
  await page.press('Enter');
  expect([await reloads(), leaves()]).toEqual([true, true]);
});

test('a float and a half-typed count are kept until they are sent', async () => {
  await page.type('2');
  expect(await reloads()).toBe(false);
  expect(band()).toMatch(/A float is typed here/);
  await page.press('Enter', { ctrlKey: true });
  await page.press('F10');
  expect(await reloads()).toBe(true);
  await page.type('2');
  expect([await reloads(), leaves()]).toEqual([false, false]);
  await page.press('Enter', { ctrlKey: true });
  expect(screen.getByText('Step 2 of 3 ·', { exact: false })).toBeTruthy();
  expect(await reloads()).toBe(true);
  await page.type('A ten too much');
  expect([await reloads(), leaves()]).toEqual([false, false]);
});

test('bug: a page loaded anew right after a payment was recorded still tells it, with its change', async () => {
  await openDrawer();
  await page.type('nguyen kevin');
  await page.press('Enter');
  await page.type('100');
  await page.press('Enter');
  await page.press('Enter', { ctrlKey: true });
  page.close();
  page = await pageAt(station);
  await signIn(page, 'm.ortiz');
  await page.settle();
  expect(document.body.textContent).toMatch(/Last: W3-000001.*Nguyen, Kevin D\..*86\.40.*change 13\.60/);
});
