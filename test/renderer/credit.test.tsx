import { fireEvent } from '@testing-library/react';
import { account, charge } from '#test/support/quarryBay';
import { createStation, type TestStation } from '#test/support/station';
import { openCounter, pageAt, screen, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  const charges = [
    charge('service', 'Jul–Aug 2026', '2026-09-30', 8640),
    charge('service', 'Sep–Oct 2026', '2026-11-30', 8640),
  ];
  station = await createStation({
    accounts: [account('40-20001-01', 'Aalto, Pilvi', charges, { unappliedCents: 3000 })],
  });
  page = await pageAt(station);
  await openCounter(page);
});

afterEach(async () => {
  page.close();
  await station.close();
});

test('a credit not applied yet is named on the button and under the line that it leaves partly open', async () => {
  await page.type('40-20001');
  expect(screen.getByRole('button', { name: /^Add all 2 charges, 142\.80 after 30\.00 credit/ })).toBeTruthy();
  await page.press('Enter');
  expect(screen.getByText('30.00 stays open')).toBeTruthy();
  expect(screen.getByText('30.00, stands against what stays open')).toBeTruthy();
});

test('change of 100.00 or more asks quietly to count again, and stops nothing', async () => {
  await page.type('40-20001');
  await page.press('Enter');
  const asked = () => screen.queryByText(/Count the cash again\.$/)?.textContent ?? null;
  await page.type('242.79');
  expect(asked()).toBeNull();
  fireEvent.change(screen.getByLabelText('Cash'), { target: { value: '1000' } });
  expect(asked()).toBe('Change of 857.20. Count the cash again.');
  await page.press('Enter');
  await page.press('Enter', { ctrlKey: true });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Receipt W3-000001');
});
