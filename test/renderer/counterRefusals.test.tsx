import { fireEvent, render, within } from '@testing-library/react';
import { Guarded } from '#renderer/frame/Broken.tsx';
import { PageContext } from '#renderer/page';
import { counterAccounts } from '#test/support/counterAccounts';
import { createStation, type TestStation } from '#test/support/station';
import { cash, onAccount } from '#test/support/undoing';
import { openCounter, pageAt, screen, type TestPage } from '../support/pageAt.tsx';

/* What the counter says before anybody presses the button. */

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({ accounts: counterAccounts() });
  page = await pageAt(station);
  await openCounter(page);
  await page.type('40-11540');
  await page.press('Enter');
});

afterEach(async () => {
  page.close();
  await station.close();
});

/** Until a hand has rested, and what was asked then is answered. */
async function rest() {
  for (let turn = 0; turn < 4; turn++) await page.settle();
}

const words = () => document.body.textContent ?? '';

test('bug: cash that nobody hands over is refused before any change is told', async () => {
  await page.type('1000000');
  await page.press('Enter');
  await rest();
  expect(screen.getByRole('alert').textContent).toMatch(/^Nobody hands over more than/);
  expect(document.querySelector('.balance')).toBeNull();
  expect(screen.getByRole('button', { name: /^Not like this/ })).toBeTruthy();
  await page.press('Enter', { ctrlKey: true });
  await rest();
  expect(page.focused()).toBe(screen.getByLabelText('Cash'));
  await page.press('a', { ctrlKey: true });
  await page.type('100');
  await rest();
  expect(document.querySelector('.balance')?.textContent).toBe('Change due13.60');
});

test('bug: what was paid elsewhere while the line stood here is told, not silently made credit', async () => {
  const other = await station.signedIn('m.ortiz');
  const drawer = (await other.ask('station', {})).drawer?.drawer ?? '';
  await other.tell('takePayment', { drawer, lines: [onAccount('40-11540-02', 8_640)], tenders: [cash(8_640)] });
  await rest();
  expect(screen.getByRole('alert').textContent).toMatch(/^86\.40 of this was paid elsewhere meanwhile/);
});

test('bug: amounts that no receipt has are refused where they are typed, and do not stop the page', async () => {
  const amount = document.querySelector<HTMLInputElement>('[data-focus="line-0-text"]');
  if (!amount) throw new Error('the line has an amount');
  fireEvent.change(amount, { target: { value: '99999999999' } });
  await rest();
  expect(words()).toContain('Take a payment');
  fireEvent.keyDown(amount, { key: 'Enter' });
  await rest();
  expect(words()).toMatch(/The largest amount is 9,999,999\.99/);
});

test('a fault of the page leaves a sentence and a way on', () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => {});
  const Faulty = () => {
    throw new Error('a fault');
  };
  const reload = jest.fn();
  const { container } = render(
    <PageContext value={{ host: { reload } } as never}>
      <Guarded>
        <Faulty />
      </Guarded>
    </PageContext>,
  );
  expect(within(container).getByRole('alert').textContent).toMatch(/What was recorded is safe/);
  fireEvent.click(within(container).getByRole('button'));
  expect(reload).toHaveBeenCalledTimes(1);
  quiet.mockRestore();
});
