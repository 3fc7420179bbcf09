import { fireEvent } from '@testing-library/react';
import { PINS } from '#test/support/quarryBay';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({ accounts: [] });
  page = await pageAt(station);
  await signIn(page, 'm.ortiz');
  fireEvent.change(screen.getByLabelText('Business day'), { target: { value: '2026-11-24' } });
  await page.settle();
});

afterEach(async () => {
  page.close();
  await station.close();
});

const asked = (name: string) => page.calls.filter((call) => call.name === name).map((call) => call.input);
const approver = () => (screen.getByLabelText('Approves') as HTMLSelectElement).value;

test('nothing is sent before there is a PIN, and the hand goes to it', async () => {
  await page.press('Enter', { ctrlKey: true });
  expect(page.focused()).toBe(screen.getByLabelText('PIN'));
  expect([...asked('approve'), ...asked('openDrawer')]).toEqual([]);
});

test('a wrong PIN stands under the PIN; the yes goes with the command, and only once', async () => {
  const first = approver();
  await page.press('F3');
  const second = approver();
  expect(second).not.toBe(first);
  expect(page.focused()).toBe(screen.getByLabelText('PIN'));
  await page.type('0000');
  // Enter accepts the field, and the hand goes to the button: only there, or by Ctrl+Enter, is it sent.
  await page.press('Enter');
  expect([page.focused().dataset.focus, asked('approve')]).toEqual(['primary', []]);
  await page.press('Enter');
  expect(screen.getByRole('alert').textContent).toMatch(/^That PIN is wrong\./);
  expect(page.focused()).toBe(screen.getByLabelText('PIN'));
  expect(page.focused().value).toBe('');
  expect(asked('openDrawer')).toEqual([]);
  await page.type(PINS.get(second) ?? '');
  await page.press('Enter', { ctrlKey: true });
  await page.press('Enter', { ctrlKey: true });
  expect(asked('approve')).toEqual([
    { mark: expect.any(String), person: second, pin: '0000' },
    { mark: expect.any(String), person: second, pin: PINS.get(second) },
  ]);
  expect(asked('openDrawer')).toEqual([
    { commandId: expect.any(String), businessDay: '2026-11-24', float: {}, approval: expect.any(String) },
  ]);
  expect(screen.getByLabelText('Add item')).toBeTruthy();
});
