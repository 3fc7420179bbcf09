import { act, fireEvent } from '@testing-library/react';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

const NOTHING = { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 };

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({ accounts: [] });
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { '10000': 2 } });
  await ortiz.tell('startCount', { drawer });
  await ortiz.tell('submitCount', { drawer, count: NOTHING });
  page = await pageAt(station);
  await signIn(page, 'l.haddad');
});

afterEach(async () => {
  page.close();
  await station.close();
});

test('bug: a recount was 21 Tabs away and had no key', async () => {
  expect(screen.getByRole('button', { name: 'F2 Recount' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Recount W3-D0001 of M\. Ortiz/ })).toBeTruthy();
  await page.press('k', { ctrlKey: true });
  fireEvent.click(screen.getByRole('option', { name: /^Recount/ }));
  await page.settle();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Recount W3-D0001');
});

test('bug: whoever recounted a colleague’s drawer came to an empty screen with a refusal', async () => {
  await page.press('F2');
  await page.type('2');
  await page.press('Enter', { ctrlKey: true });
  expect(page.calls.filter(({ name }) => name === 'submitCount').map(({ answer }) => answer)).toEqual(['ok']);
  expect(screen.getByText('Recount recorded. M. Ortiz signs in to compare and close.')).toBeTruthy();
  // What is expected is not for her eyes, so it is not even asked for.
  expect(page.calls.filter(({ name }) => name === 'comparison')).toEqual([]);
  expect(page.focused()).toBe(screen.getByRole('button', { name: /^Sign out Enter/ }));
  station.clock.advance(400);
  await page.press('Enter');
  expect(screen.getByRole('option', { name: /Marisol/ })).toBeTruthy();
});

test('bug: who made the count was offered to agree to the close, and refused after her PIN', async () => {
  await act(async () => {
    const whitebear = await station.signedIn('j.whitebear');
    const drawer = 'W3-D0001';
    await whitebear.tell('submitCount', { drawer, count: NOTHING });
    const { notApprovers, demand } = await whitebear.ask('comparison', { drawer });
    expect([demand, notApprovers]).toEqual(['approval', ['m.ortiz', 'j.whitebear']]);
  });
  await page.press('F12');
  await signIn(page, 'm.ortiz');
  const offered = [...document.querySelectorAll('select option')].map((option) => option.textContent);
  expect(offered).toContain('Ingrid Solheim');
  expect(offered).not.toContain('Joseph Whitebear');
});
