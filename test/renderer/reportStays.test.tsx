import { act, fireEvent } from '@testing-library/react';
import { counterAccounts } from '#test/support/counterAccounts';
import { type ReportsOffice, reportsOffice } from '#test/support/reportsOffice';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

/* A report on the screen of a real station, whose ledger is a stand-in that counts how often it is asked. */

let station: TestStation;
let page: TestPage;
let office: ReportsOffice;

beforeEach(async () => {
  office = reportsOffice();
  station = await createStation({ accounts: counterAccounts(), host: office.line });
  await station.settled();
  page = await pageAt(station);
  await signIn(page, 's.park');
});
afterEach(async () => {
  page.close();
  await station.close();
});

const says = (words: string) => document.body.textContent?.includes(words) ?? false;
const reportsAsked = () => office.asked.filter(({ call }) => call === 'report').length;

/** The hand rests, and the station talks with the ledger again. */
async function aMoment(): Promise<void> {
  await act(() => new Promise<void>((resolve) => setTimeout(resolve, 300)));
  station.clock.advance(10_000);
  await page.settle();
}

test('bug: a report was added up again with each word from the office; now when somebody wants it', async () => {
  await page.press('F4', { shiftKey: true });
  await aMoment();
  expect(says('Left out of amounts')).toBe(true);
  expect(reportsAsked()).toBe(1);
  await aMoment();
  await aMoment();
  expect(reportsAsked()).toBe(1);
  await page.press('F4');
  await aMoment();
  expect(reportsAsked()).toBe(2);
  expect(says('2 rows, as of ')).toBe(true);
});

test('while the ledger is away it says so, and adds up by itself when it is back', async () => {
  office.isAway = true;
  await page.press('F4', { shiftKey: true });
  await aMoment();
  expect(says('Left out of amounts')).toBe(false);
  office.isAway = false;
  await aMoment();
  await aMoment();
  expect(says('Left out of amounts')).toBe(true);
});

test('bug: Enter on own days led past the days to the rows', async () => {
  await page.press('F4', { shiftKey: true });
  await aMoment();
  fireEvent.change(screen.getByLabelText('Days'), { target: { value: 'own' } });
  await page.press('F3');
  await page.press('Enter');
  expect(document.activeElement?.getAttribute('data-focus')).toBe('from');
  await page.press('Enter');
  expect(document.activeElement?.getAttribute('data-focus')).toBe('to');
});
