import { act, fireEvent } from '@testing-library/react';
import type { Door } from '#contract/answer';
import { counterAccounts } from '#test/support/counterAccounts';
import { PINS } from '#test/support/quarryBay';
import { type Caller, createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, type TestPage } from '../support/pageAt.tsx';

const PIN = PINS.get('m.ortiz') ?? '';

let station: TestStation;
let page: TestPage;
let door: Door;
let auditor: Caller;

beforeEach(async () => {
  station = await createStation({ accounts: counterAccounts() });
  auditor = await station.signedIn('s.park');
  door = station.app.connect();
  page = await pageAt({ ...station, app: { ...station.app, connect: () => door } });
});
afterEach(async () => {
  page.close();
  await station.close();
});

const answers = () => page.calls.filter(({ name }) => name === 'takePayment').map(({ answer }) => answer);

test('F60: a payment that nobody was signed in for is never sent again by itself, and nothing looks done', async () => {
  fireEvent.click(screen.getByRole('option', { name: /Marisol Ortiz/ }));
  await page.settle();
  await page.type(PIN);
  await page.press('Enter');
  await page.type('2');
  await page.press('Enter', { ctrlKey: true });
  await page.type('nguyen kevin');
  await page.press('Enter');
  // An empty amount is the exact one.
  await page.press('Enter');
  // The session ends elsewhere, in the moment in which the button is pressed.
  const button = screen.getByRole('button', { name: /^Receipt 86.40/ });
  await act(async () => {
    const ending = door.call('signOut', {});
    fireEvent.click(button);
    await ending;
  });
  await page.settle();
  expect(answers()).toEqual(['not_signed_in']);
  expect(document.querySelector('[aria-busy]')).toBeNull();

  await page.type(PIN);
  await page.press('Enter');
  station.clock.advance(5_000);
  await page.settle();
  expect(answers()).toEqual(['not_signed_in']);
  expect((await auditor.ask('receipts', {})).receipts).toEqual([]);
  // The form is as it was. Pressed again by a person, it is one receipt.
  expect(screen.getByLabelText(/^Amount of line 1/)).toBeTruthy();
  await page.press('Enter', { ctrlKey: true });
  expect(answers()).toEqual(['not_signed_in', 'ok']);
  expect((await auditor.ask('receipts', {})).receipts).toHaveLength(1);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Receipt W3-000001');
});
