import { fireEvent } from '@testing-library/react';
import { cents } from '#domain/money';
import { writeScanline } from '#formats/scanline';
import { BILL_LINE } from '#main/sample/district';
import { account, charge, POLICY } from '#test/support/quarryBay';
import { createStation, type TestStation } from '#test/support/station';
import { openCounter, pageAt, screen, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({
    policy: { ...POLICY, cashRounding: 'nearest-five' },
    accounts: [account('40-20001-01', 'Aalto, Pilvi', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8642)])],
  });
  page = await pageAt(station);
  await openCounter(page);
});

afterEach(async () => {
  page.close();
  await station.close();
});

const title = () => screen.getByRole('heading', { level: 1 }).textContent;

test('from an empty screen to a recorded receipt: one scan of a bill and two keys, rounded where the district rounds', async () => {
  const bill = {
    account: '40-20001-01',
    date: '113026',
    rate: '0000',
    grossCents: cents(8_642),
    netCents: cents(8_642),
  };
  await page.scan(writeScanline(BILL_LINE, bill));
  expect(screen.getByText('rounded 86.40')).toBeTruthy();
  await page.press('Enter');
  expect(screen.getAllByText('Rounded')[0]?.nextSibling?.textContent).toBe('−0.02');
  await page.press('Enter');
  expect(title()).toBe('Receipt W3-000001');
});

test('a check’s line opens a check from wherever the hand is, and the field that it was typed into is as before', async () => {
  await page.type('40-20001');
  await page.press('Enter');
  await page.scan('T021000021T 4455667U 1187');
  expect(screen.getByLabelText<HTMLInputElement>('Number').value).toBe('1187');
  expect(screen.getByLabelText<HTMLInputElement>('Cash').value).toBe('');
  await page.press('Enter');
  await page.press('Enter', { ctrlKey: true });
  expect(title()).toBe('Receipt W3-000001');
});

test('a pasted card number stays out of a field, and the sentence goes with the next key', async () => {
  await page.press('F3');
  const number = screen.getByLabelText<HTMLInputElement>('Number');
  const clipboardData = { getData: () => '4111 1111 1111 1111' };
  expect(fireEvent.paste(number, { clipboardData })).toBe(false);
  expect(screen.getByRole('alert').textContent).toMatch(/“Number” holds what looks like a payment card number/);
  fireEvent.change(number, { target: { value: '1187' } });
  expect(screen.queryByText(/payment card number/)).toBeNull();
});
