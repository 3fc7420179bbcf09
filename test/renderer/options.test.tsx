import { fireEvent } from '@testing-library/react';
import { entries } from '#db/station/schema';
import { counterAccounts } from '#test/support/counterAccounts';
import { PINS } from '#test/support/quarryBay';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

/* What stands around a payment, at the real handlers. */

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({ accounts: counterAccounts() });
  page = await pageAt(station);
  await signIn(page, 'm.ortiz');
  await page.type('2');
  await page.press('Enter', { ctrlKey: true });
});

afterEach(async () => {
  page.close();
  await station.close();
});

const SHIFT = { shiftKey: true };
const CTRL = { ctrlKey: true };

async function add(words: string) {
  await page.type(words);
  await page.press('Enter');
}

async function check(number: string) {
  await page.press('F3');
  await page.press('Enter');
  for (const text of [number, '021000021', '4455667']) await add(text);
}

/** Until a hand has rested, and what was asked then is answered. */
async function rest() {
  for (let turn = 0; turn < 4; turn++) await page.settle();
}

const asked = (name: string) => page.calls.filter((call) => call.name === name);
const title = () => screen.getAllByRole('heading', { level: 1 }).at(-1)?.textContent;
const kinds = () =>
  station.look
    .select()
    .from(entries)
    .all()
    .map(({ kind }) => kind);

test('a payment that needs nothing is one call from Ctrl+Enter to its receipt', async () => {
  await add('nguyen kevin');
  await page.press('Enter');
  const before = page.calls.length;
  await page.press('Enter', CTRL);
  expect(title()).toBe('Receipt W3-000001');
  const commands = page.calls.slice(before).filter(({ name }) => /^(take|approve|paymentNeeds)/.test(name));
  expect(commands.map(({ name }) => name)).toEqual(['takePayment']);
});

test('no checks: the sentence, a supervisor’s PIN in place, and never her own', async () => {
  await add('nguyen minh');
  await check('2204');
  await rest();
  expect(screen.getByText(/takes no checks\. Take another tender, or let a supervisor approve it\.$/)).toBeTruthy();
  await page.press('Enter', CTRL);
  expect(page.focused()).toBe(screen.getByLabelText('PIN'));
  expect(asked('takePayment')).toEqual([]);
  expect(screen.queryByRole('option', { name: 'Marisol Ortiz' })).toBeNull();
  await page.type('0000');
  await page.press('Enter', CTRL);
  expect(screen.getByRole('alert').textContent).toMatch(/^That PIN is wrong\./);
  const approver = (screen.getByLabelText('Approves') as HTMLSelectElement).value;
  await page.type(PINS.get(approver) ?? '');
  await page.press('Enter', CTRL);
  expect(title()).toBe('Receipt W3-000001');
  expect(asked('takePayment').map(({ answer }) => answer)).toEqual(['ok']);
});

test('pressed before anybody was asked, a check that nobody takes is refused with the hand on the PIN', async () => {
  await add('nguyen minh');
  await page.press('F3');
  await page.press('Enter');
  for (const text of ['2204', '021000021']) await add(text);
  const last = page.focused();
  // In one go, as no hand could: what is asked once the hand rests is not asked yet.
  fireEvent.change(last, { target: { value: '4455667' } });
  fireEvent.keyDown(last, { key: 'Enter', ctrlKey: true });
  await rest();
  expect(asked('takePayment').map(({ answer }) => answer)).toEqual(['approval_needed']);
  expect(page.focused()).toBe(screen.getByLabelText('PIN'));
});

test('a check seen before is confirmed by pressing again; a change asks anew', async () => {
  await add('nguyen kevin');
  await check('2204');
  await page.press('Enter', CTRL);
  station.clock.advance(500);
  await page.press('Enter');
  await add('okafor chidi');
  await check('2204');
  await rest();
  expect(screen.getByText(/Check № 2204 was taken before, on receipt W3-000001/)).toBeTruthy();
  await page.press('Enter', CTRL);
  expect(screen.getByRole('button', { name: /^Receipt 172\.80 all the same/ })).toBeTruthy();
  await page.press('F7');
  await page.type('Okafor, Ada');
  await rest();
  expect(screen.getByRole('button', { name: /^I have seen this/ })).toBeTruthy();
  await page.press('Enter', CTRL);
  await page.press('Enter', CTRL);
  expect(title()).toBe('Receipt W3-000002');
});

test('a payment is set aside, listed with who and when, taken up and taken; it is not twice there', async () => {
  await add('nguyen kevin');
  await page.type('20');
  await page.press('F6');
  expect(screen.getByRole('alert').textContent).toMatch(/^Money is on the counter\./);
  await page.type('');
  await page.press('F6');
  expect(screen.getByRole('button', { name: /^1 payment set aside/ })).toBeTruthy();
  await page.press('F6');
  expect(screen.getByRole('option').textContent).toMatch(/Nguyen, Kevin D\..*W3-H0001.*set aside by M\. Ortiz.*86\.40/);
  await page.press('Enter');
  expect(screen.getByText('goes on with W3-H0001')).toBeTruthy();
  await page.press('Enter');
  await page.press('Enter', CTRL);
  expect(title()).toBe('Receipt W3-000001');
  expect(asked('takePayment')[0]?.input).toMatchObject({ resumed: 'W3-H0001' });
  station.clock.advance(500);
  await page.press('Enter');
  expect(screen.queryByText(/set aside/)).toBeNull();
});

test('what is set aside is dropped only after a question', async () => {
  await add('nguyen kevin');
  await page.press('F6');
  await page.press('F6');
  await page.press('Delete');
  expect(title()).toBe('Drop W3-H0001?');
  await page.press('Escape');
  expect(asked('dropSuspension')).toEqual([]);
  await page.press('Delete');
  fireEvent.click(screen.getByRole('button', { name: 'Drop it' }));
  await page.settle();
  expect(screen.getByText('No payment is set aside at this station.')).toBeTruthy();
});

test('cash that was typed before the telephone gives no change', async () => {
  await add('nguyen kevin');
  await page.type('100');
  expect(screen.getByRole('heading', { name: 'Change due' })).toBeTruthy();
  await page.press('F7', SHIFT);
  expect(screen.queryByRole('heading', { name: 'Change due' })).toBeNull();
});

test('on the telephone there is no cash, and the slip goes by e-mail', async () => {
  await page.press('F7', SHIFT);
  await add('nguyen kevin');
  expect(screen.getByText('By telephone')).toBeTruthy();
  // Keys that would do nothing are not offered.
  const bar = document.querySelector('nav')?.textContent ?? '';
  expect([bar.includes('Card'), bar.includes('Cash'), bar.includes('Check')]).toEqual([true, false, false]);
  expect(screen.queryByLabelText('Cash')).toBeNull();
  expect(screen.queryByRole('button', { name: /F[23]/ })).toBeNull();
  await page.press('Enter');
  await add('');
  await page.press('Enter');
  await add('8841');
  await add('02419Z');
  await page.press('e', CTRL);
  fireEvent.change(page.focused(), { target: { value: 'email' } });
  await page.press('Enter');
  await add('kevin@example.org');
  expect(screen.getByRole('button', { name: /^Receipt 86\.40 and e-mail/ })).toBeTruthy();
  await page.press('Enter', CTRL);
  expect(screen.getByText(/e-mailed to kevin@example\.org/)).toBeTruthy();
  expect(asked('takePayment')[0]?.input).toMatchObject({
    entryMode: 'phone',
    delivery: 'email',
    email: 'kevin@example.org',
  });
});

test('a suspect note is logged with its steps, and the list is there for whoever signs in', async () => {
  await page.press('F8', SHIFT);
  for (const key of ['0', '1', '2', '3']) await page.press(key);
  fireEvent.change(screen.getByLabelText('Amount'), { target: { value: '100' } });
  fireEvent.change(screen.getByLabelText('In words'), { target: { value: 'LB 4471 8850 C' } });
  await page.press('Enter', CTRL);
  expect(page.focused()).toBe(screen.getByLabelText('Add item'));
  await page.press('F12');
  await signIn(page, 's.park');
  await page.press('F8', SHIFT);
  const row = screen.getByRole('row', { name: /Suspected counterfeit/ }).textContent;
  expect(row).toMatch(/Cash.*3 of 5 steps done · LB 4471 8850 C.*M\. Ortiz.*100\.00/);
});

test('cash that was typed is journalled when the payment is emptied, when one signs out, and when the page goes', async () => {
  const left = () => kinds().filter((kind) => kind === 'form_left').length;
  await add('nguyen kevin');
  await page.type('20');
  window.dispatchEvent(new Event('pagehide'));
  await page.settle();
  expect(left()).toBe(1);
  expect(asked('leaveForm')[0]?.input).toMatchObject({ cashCents: 2_000, dueCents: 8_640, accounts: 1 });
  await page.press('F8');
  await page.press('F12');
  expect(left()).toBe(2);
  await signIn(page, 'm.ortiz');
  await page.press('Escape');
  fireEvent.click(screen.getByRole('button', { name: 'Empty it' }));
  await page.settle();
  expect(left()).toBe(3);
  expect(page.focused()).toBe(screen.getByLabelText('Add item'));
  await page.press('F12');
  expect(left()).toBe(3);
});

test('a drawer is parked with nothing tendered; one key unparks it, and the payment is as it was', async () => {
  await add('nguyen kevin');
  await page.type('20');
  await page.press('F12', SHIFT);
  expect(title()).toBe('Empty this payment?');
  await page.press('Escape');
  await page.type('');
  await page.press('F12', SHIFT);
  expect(screen.getByText('Parked by M. Ortiz, who alone opens it again')).toBeTruthy();
  await signIn(page, 'm.ortiz');
  expect(title()).toBe('Drawer W3-D0001 is parked');
  expect(screen.getByText('Your unfinished payment is kept.')).toBeTruthy();
  await page.press('Enter');
  expect(screen.getByText('Nguyen, Kevin D.', { selector: '.whose b' })).toBeTruthy();
});
