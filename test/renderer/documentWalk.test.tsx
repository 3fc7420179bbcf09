import { fireEvent, act as reactAct } from '@testing-library/react';
import { counterAccounts } from '#test/support/counterAccounts';
import { ledgerOutOffice } from '#test/support/ledgerOutOffice';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

/* From a line of the general ledger to its documents, and from a receipt to where it went, by keys that the bar tells. */

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({ accounts: counterAccounts(), host: ledgerOutOffice().line });
  await station.settled();
  page = await pageAt(station);
  await signIn(page, 's.park');
  await page.press('F11', { shiftKey: true });
  await rested();
  await page.press('ArrowDown');
  await page.press('ArrowDown');
  await page.press('Enter', { ctrlKey: true });
  await page.settle();
  for (let line = 1; line < 7; line += 1) await page.press('ArrowDown');
  await rested();
});
afterEach(async () => {
  page.close();
  await station.close();
});

async function rested(): Promise<void> {
  await reactAct(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await page.settle();
}

const bar = () => document.querySelector('nav.keys .keys-here')?.textContent ?? '';
const hand = () => page.focused().textContent;

test('bug: what a GL line leads to was reached by Tab alone, and nothing told of it', async () => {
  expect(bar()).toContain('Enter What makes it');
  expect(bar()).not.toContain('Another document');
  await page.press('Enter');
  expect(hand()).toBe('W1-B0086');
  expect(bar()).not.toContain('Another line');
  expect(bar()).toContain('↑↓ Another document');
  expect(bar()).toContain('Enter Open it');
  await page.press('ArrowDown');
  expect(hand()).toBe('W1-004710');
  await page.press('ArrowDown');
  await page.press('ArrowDown');
  expect(hand()).toBe('W1-R000012');
  await page.press('ArrowUp');
  expect(hand()).toBe('W1-004710');
  expect(bar()).toContain('Esc Back to the lines');
  await page.press('Escape');
  expect(page.focused().getAttribute('aria-label')).toBe('Lines');
  expect(screen.getByRole('heading', { name: 'Line 7' })).toBeTruthy();
});

test('from a receipt one key goes in to where it went, and Esc comes back to the receipts', async () => {
  fireEvent.click(screen.getByRole('button', { name: 'W1-004710' }));
  await rested();
  expect(bar()).toContain('Enter Where it went');
  await page.press('Enter');
  expect(hand()).toBe('W1-B0086');
  await page.press('ArrowDown');
  await page.press('ArrowDown');
  expect(hand()).toBe('export 12, line 7');
  expect(bar()).not.toContain('Another receipt');
  await page.press('Escape');
  expect(page.focused().getAttribute('aria-label')).toBe('Receipts by number');
  await page.press('Escape');
  await rested();
  expect(screen.getByRole('heading', { name: 'Line 7' })).toBeTruthy();
});

test('what a receipt was traced to is one arrow under the field, and the lines one step back', async () => {
  await page.press('F3');
  await page.type('w3-000482');
  await page.press('Enter');
  await page.settle();
  await page.press('ArrowDown');
  expect(hand()).toBe('W3-B0011');
  await page.press('Escape');
  expect(page.focused().getAttribute('aria-label')).toBe('Lines');
});
