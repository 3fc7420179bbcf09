import { act, fireEvent } from '@testing-library/react';
import type { Output } from '#contract/contract';
import type { OfficeRequest } from '#main/sync/wire';
import { counterAccounts } from '#test/support/counterAccounts';
import { signedOver } from '#test/support/fakeWire';
import { askedAtHome } from '#test/support/officeLine';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

/* The safe counted by two people and settled, at a real station and by keys alone. */

let counting: Output<'safe'>['counting'];
let asked: OfficeRequest[];
let station: TestStation;
let page: TestPage;

function answerOf({ call }: OfficeRequest): unknown {
  switch (call) {
    case 'safe':
      return {
        ...{ safeCents: 98_000, notCounted: 0, undepositedCents: 0, readyCents: 0, changeFundCents: 100_000 },
        ...{ inTransit: [], lately: [], people: [], stations: ['W3'], counting },
      };
    case 'countSafe':
      counting = { count: 'L-S0001', state: 'differs', isYours: false, notApprovers: [], differences: [0, -2_000] };
      return { count: 'L-S0001', cents: 98_000, state: 'differs', differences: [0, -2_000] };
    case 'safeResolution':
      return { foundCents: 98_000, differenceCents: -2_000, mark: 'a'.repeat(64) };
    case 'resolveSafeCount':
      return { count: 'L-S0001', differenceCents: -2_000 };
    default:
      return { orders: [] };
  }
}

beforeEach(async () => {
  [counting, asked] = [{ count: 'L-S0001', state: 'waiting', isYours: false, notApprovers: [], differences: null }, []];
  station = await createStation({
    accounts: counterAccounts(),
    host: ({ fetch: usual }) => ({
      fetch: (async (url, init) => {
        if (!String(url).endsWith('/v1/office')) return usual(url, init);
        const request = JSON.parse(String(init?.body)) as OfficeRequest;
        asked.push(request);
        return signedOver(init, askedAtHome(request.call) ?? Response.json({ value: answerOf(request) }));
      }) as typeof fetch,
    }),
  });
  await station.settled();
  page = await pageAt(station);
});
afterEach(async () => {
  page.close();
  await station.close();
});

const rest = async () => {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await page.settle();
};
const says = (text: string) => document.body.textContent?.includes(text) ?? false;
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const told = (call: string) => asked.findLast((request) => request.call === call)?.input;

test('a second person counts without an amount in sight, and what differs is settled by a third look', async () => {
  await signIn(page, 'j.whitebear');
  await page.press('F9', { shiftKey: true });
  expect(says('Count L-S0001 of the safe waits for a second person.')).toBe(true);
  await page.press('F6');
  expect(says('980.00')).toBe(false);
  await page.press('Enter', { ctrlKey: true });
  expect(told('countSafe')).toBeUndefined();
  type('Loose pieces of 20.00', '49');
  await page.press('Enter', { ctrlKey: true });
  await page.settle();
  expect(told('countSafe')).toMatchObject({ pieces: { 2000: 49 } });
  expect(says('−20.00 short')).toBe(true);
  station.clock.advance(400);
  await page.press('Enter', { ctrlKey: true });
  await page.settle();
  await page.press('F6');
  type('Loose pieces of 20.00', '49');
  type('Reason', 'A twenty is gone');
  await rest();
  type('PIN', '9026');
  await page.press('Enter', { ctrlKey: true });
  await page.settle();
  expect(told('resolveSafeCount')).toMatchObject({
    count: 'L-S0001',
    pieces: { 2000: 49 },
    reason: 'A twenty is gone',
  });
  expect(says('Count L-S0001 of the safe is settled')).toBe(true);
});

test('whoever made the first count is offered no second one', async () => {
  counting = { count: 'L-S0001', state: 'waiting', isYours: true, notApprovers: [], differences: null };
  await signIn(page, 'j.whitebear');
  await page.press('F9', { shiftKey: true });
  expect(says('Count the safe')).toBe(false);
});

test('bug: who had counted the safe was named as who agreed to settle it', async () => {
  counting = {
    ...{ count: 'L-S0001', state: 'differs', isYours: false, differences: [0, -2_000] },
    notApprovers: ['i.solheim'],
  };
  await signIn(page, 'j.whitebear');
  await page.press('F9', { shiftKey: true });
  await page.press('F6');
  type('Loose pieces of 20.00', '49');
  type('Reason', 'A twenty is gone');
  await rest();
  type('PIN', '3718');
  await page.press('Enter', { ctrlKey: true });
  await page.settle();
  expect(says('Count L-S0001 of the safe is settled')).toBe(true);
  expect(says('agreed by Ingrid Solheim')).toBe(false);
  expect(says('Joseph Whitebear, agreed by Ebba Lindqvist')).toBe(true);
});
