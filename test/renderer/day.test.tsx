import { act, fireEvent } from '@testing-library/react';
import { mixOf } from '#renderer/screens/day/dayForm';
import { type DayOffice, dayOffice, MONDAY } from '#test/support/dayOffice';
import { WAITING } from '#test/support/depositsOffice';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

/* The day at a real station, whose ledger is a stand-in that tells one. */

let station: TestStation;
let page: TestPage;
let office: DayOffice;

beforeEach(async () => {
  office = dayOffice(MONDAY);
  station = await createStation({ accounts: [], host: office.line });
  await station.settled();
  page = await pageAt(station);
});
afterEach(async () => {
  page.close();
  await station.close();
});

async function comesTo(person: string): Promise<void> {
  await signIn(page, person);
  await page.press('F1', { shiftKey: true });
}

const says = (words: string) => document.body.textContent?.includes(words) ?? false;
const lastAsked = () => office.asked.findLast(({ call }) => call !== 'depositable' && call !== 'changeOrders');

test('says how whole the day is beside the loud number, and hides what is not counted (F47)', async () => {
  await comesTo('j.whitebear');
  expect(says('27,842.28')).toBe(true);
  expect(says('received, without W4-D0041, which is open or not counted yet')).toBe(true);
  expect(says('4 stations, all heard from')).toBe(true);
  const [, ...rows] = screen.getAllByRole('row', { name: /^W\d/ });
  expect(rows.at(-1)?.textContent).toContain('hiddenhiddenhidden');
  expect(rows.at(-1)?.textContent).toContain('after the count');
  expect(says('−4.25 short cash')).toBe(true);
  expect(says('+10.00 over card')).toBe(true);
});

test('bug: the sum of the receipts was called what was counted', async () => {
  await comesTo('j.whitebear');
  const sum = screen.getByRole('row', { name: /^Received in counted drawers/ });
  expect(sum.textContent).toContain('1404,520.3016,738.936,583.05');
});

test('one key opens the first that waits, a digit any other, Enter the drawer in hand', async () => {
  await comesTo('j.whitebear');
  expect(screen.getByRole('button', { name: /Review batch W2-B0041, 7,617\.80/ })).toBeTruthy();
  await page.press('Enter', { ctrlKey: true });
  expect(lastAsked()).toMatchObject({ call: 'batch', input: { batch: 'W2-B0041' } });
  await page.press('Escape');
  await page.press('2');
  expect(lastAsked()).toMatchObject({ call: 'safe' });
  await page.press('Escape');
  await page.press('4');
  expect(says('Deposit W3-B0041')).toBe(false);
  expect(screen.getAllByLabelText(/^Deposits/).length).toBeGreaterThan(0);
  await page.press('Escape');
  expect(says('Deposit W3-B0041')).toBe(true);
  await page.press('ArrowDown');
  await page.press('ArrowDown');
  await page.press('Enter');
  expect(lastAsked()).toMatchObject({ call: 'batch', input: { batch: 'W2-B0041' } });
});

test('bug: the key of a batch to deposit led to a list in which nothing was to be done', async () => {
  const batches = WAITING.batches.map((one, at) => ({ ...one, batch: at === 1 ? 'W3-B0041' : one.batch }));
  office.depositable = { ...WAITING, batches };
  await comesTo('j.whitebear');
  await page.press('4');
  expect(screen.getByRole('region', { name: 'Make a deposit' })).toBeTruthy();
  expect(document.querySelector('tr[data-selected]')?.textContent).toContain('W3-B0041');
});

test('bug: another number of places did not hold than were listed, and deposited drawers bore the time of their approval', async () => {
  const [first, ...others] = MONDAY.drawers;
  if (first) office.day = { ...MONDAY, drawers: [{ ...first, state: 'deposited', at: null }, ...others] };
  await comesTo('j.whitebear');
  const said = document.querySelector('.tie-of-day .row')?.textContent ?? '';
  const told = [...said.matchAll(/(\d+) (?:difference|still to come)/g)].map(([, number]) => Number(number));
  const listed = document.querySelectorAll('table.breaks tr').length;
  expect(told.reduce((total, number) => total + number, 0)).toBe(listed);
  expect(listed).toBeGreaterThan(0);
  expect(screen.getAllByRole('row', { name: /^W1/ })[0]?.textContent).toMatch(/deposited\s*31/);
});

test('the arrows turn to another day that had business, and to no other', async () => {
  await comesTo('j.whitebear');
  await page.press('ArrowRight');
  expect(lastAsked()).toMatchObject({ call: 'day', input: {} });
  await page.press('ArrowLeft');
  expect(lastAsked()).toMatchObject({ call: 'day', input: { day: '2026-11-20' } });
  expect(says('Nov 20, 2026')).toBe(true);
});

test('every tender is tied from its receipts to the bank, without an = before the bank has said it', async () => {
  await comesTo('j.whitebear');
  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(rows).toContain('Cash4,520.30≠4,516.05≠1,412.50not known yet—');
  expect(rows).toContain('Check16,738.93=16,738.93not known yet3,207.45not known yet—');
  expect(rows).toContain('Card6,583.05≠6,593.05——'.replace('——', '—not known yet—'));
  expect(rows).toContain(' Short at the count of W3-D0041Cash−4.25 short');
  expect(rows).toContain(' Not deposited yet: W3-B0041Cash, check−11,542.98');
  expect(says('Unexplained')).toBe(false);
});

test('bug: a deposit that the bank had confirmed was told as on its way', async () => {
  await comesTo('j.whitebear');
  const rows = [...document.querySelectorAll('.day-deposits small')].map((row) => row.textContent);
  expect(rows).toEqual([
    expect.stringMatching(/^lies ready, due /),
    'on its way, 16 h 35 min late',
    'confirmed, 2 h 10 min late',
  ]);
});

test('the arrows go on from the drawers to each break, and Enter opens where it stands', async () => {
  await comesTo('j.whitebear');
  for (let presses = 5; presses > 0; presses -= 1) await page.press('ArrowDown');
  expect(document.querySelector('tr[data-selected]')?.textContent).toContain('Short at the count of W3-D0041');
  await page.press('Enter');
  expect(lastAsked()).toMatchObject({ call: 'batch', input: { batch: 'W3-B0041' } });
  await page.press('Escape');
  for (let presses = 20; presses > 0; presses -= 1) await page.press('ArrowDown');
  expect(document.querySelector('tr[data-selected]')?.textContent).toContain('Not confirmed yet: L-P0231');
  await page.press('Enter');
  expect(lastAsked()).toMatchObject({ call: 'deposit', input: { deposit: 'L-P0231' } });
});

test('bug: an arrow also scrolled the list, and the row in hand went behind its head', async () => {
  await comesTo('j.whitebear');
  const list = screen.getByLabelText('Drawers of the day');
  expect(fireEvent.keyDown(list, { key: 'ArrowDown' })).toBe(false);
  expect(fireEvent.keyDown(list, { key: 'PageDown' })).toBe(true);
});

test('who has no tray begins at the day, and Esc leads nowhere from there', async () => {
  await signIn(page, 's.park');
  expect(page.focused().dataset.focus).toBe('day');
  expect(says('27,842.28')).toBe(true);
  expect(screen.queryByText('Back one step')).toBeNull();
  await page.press('F8');
  expect(screen.getByLabelText('Find')).toBeTruthy();
  await page.press('Escape');
  expect(page.focused().dataset.focus).toBe('day');
});

test('without a line to the ledger she begins at the receipts, and is not told of an error', async () => {
  station.ledger.line = 'down';
  await act(() => station.wait(12));
  await page.settle();
  await signIn(page, 's.park');
  expect(screen.getByLabelText('Find')).toBeTruthy();
  expect(office.asked).toEqual([]);
});

test('where the ledger does not tell the day, she begins at the receipts too, and stays there', async () => {
  office.isAway = true;
  await signIn(page, 'e.lindqvist');
  await page.settle();
  expect(screen.getByLabelText('Find')).toBeTruthy();
  expect(document.querySelector('[role="status"]')?.textContent ?? '').not.toContain('office');
  office.isAway = false;
  await page.press('F1', { shiftKey: true });
  expect(says('27,842.28')).toBe(true);
});

test('an auditor is told of nothing to do, and a cashier has no such key', async () => {
  office.day = { ...MONDAY, waiting: [] };
  await comesTo('s.park');
  expect(says('Supervisors and finance are told here what waits for them.')).toBe(true);
  expect(says('27,842.28')).toBe(true);
  await page.press('F12');
  office.asked = [];
  await comesTo('m.ortiz');
  expect(office.asked).toEqual([]);
});

test('late deposits without a reason say so, and every share of the day is written out', async () => {
  await comesTo('e.lindqvist');
  expect(says('2 late this month')).toBe(true);
  expect(says('No reason yet')).toBe(true);
  expect(says('16 h 35 min late')).toBe(true);
  expect(says('60.1 %')).toBe(true);
});

test('the plot has its figures as a table too', async () => {
  await comesTo('j.whitebear');
  expect(says('Receipts issued by hour, 162')).toBe(true);
  expect(screen.getByRole('row', { name: '8:00 18 12.0' })).toBeTruthy();
});

test('bug: the shares of the tenders came to 100.1 %', () => {
  const taken = [452_030, 1_673_893, 658_305].map((cents, at) => ({ tender: TENDERS[at] ?? 'cash', cents }));
  const shares = (amounts: Parameters<typeof mixOf>[0]['totals']['taken']) =>
    mixOf({ totals: { receipts: 140, taken: amounts, takenCents: 0 } }).map(({ share }) => share.toFixed(1));
  expect(shares(taken)).toEqual(['16.2', '60.1', '23.7']);
  const thirds = taken.map(({ tender }) => ({ tender, cents: 100 }));
  expect(shares(thirds)).toEqual(['33.4', '33.3', '33.3']);
  expect(shares([{ tender: 'cash', cents: 5 }, ...taken.slice(1).map((one) => ({ ...one, cents: 0 }))])).toEqual([
    '100.0',
  ]);
});

const TENDERS = ['cash', 'check', 'card'] as const;
