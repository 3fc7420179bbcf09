import { act, fireEvent } from '@testing-library/react';
import { counterAccounts } from '#test/support/counterAccounts';
import { signedOver } from '#test/support/fakeWire';
import { askedAtHome } from '#test/support/officeLine';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

/* A handoff of 60.00 of which the office counted 40.00, settled with 50.00 found, at a real station. */

const CASH = {
  ...{ handoff: 'W4-D0031-cash', what: 'cash', drawer: 'W4-D0031', batch: 'W4-B0031', at: 0, state: 'differs' },
  ...{ personName: 'Leila Haddad', givenCents: 6_000, countedCents: 4_000 },
  ...{ returnedCents: null, returnedByName: null },
  notApprovers: [],
};
const ANSWERS: Record<string, unknown> = {
  changeOrders: { orders: [] },
  resolution: {
    ...{ givenCents: 6_000, countedCents: 4_000, foundCents: 5_000, unexplainedCents: -1_000 },
    mark: 'a'.repeat(64),
  },
  resolveHandoff: { handoff: CASH.handoff, unexplainedCents: -1_000 },
  safe: {
    ...{
      safeCents: 0,
      notCounted: 0,
      undepositedCents: 0,
      readyCents: 0,
      changeFundCents: 0,
      people: [],
      stations: ['W4'],
    },
    ...{ inTransit: [CASH], lately: [], counting: null },
  },
};

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({
    accounts: counterAccounts(),
    host: ({ fetch: usual }) => ({
      fetch: (async (url, init) => {
        if (!String(url).endsWith('/v1/office')) return usual(url, init);
        const { call } = JSON.parse(String(init?.body)) as { call: string };
        return signedOver(init, askedAtHome(call) ?? Response.json({ value: ANSWERS[call] }));
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

/** The hand rests, and the ledger is asked. */
const rest = async () => {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await page.settle();
};

test('bug: a settled handoff did not say what was found', async () => {
  await signIn(page, 'j.whitebear');
  await page.press('F9', { shiftKey: true });
  await page.press('Enter', { ctrlKey: true });
  fireEvent.change(screen.getByLabelText('Loose pieces of 20.00'), { target: { value: '2' } });
  fireEvent.change(screen.getByLabelText('Loose pieces of 10.00'), { target: { value: '1' } });
  fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'One note stuck' } });
  await rest();
  fireEvent.change(screen.getByLabelText('PIN'), { target: { value: '9026' } });
  await page.press('Enter', { ctrlKey: true });
  await page.settle();
  const facts = [...document.querySelectorAll('dl.facts > *')].map((one) => one.textContent);
  expect(facts).toEqual([
    ...['Recorded by', 'Joseph Whitebear, agreed by Ingrid Solheim'],
    ...['Given', '60.00', 'Counted', '40.00', 'Difference', '−20.00 short'],
    ...['Found at this count', '50.00', 'Reason', 'One note stuck'],
  ]);
  expect(document.querySelector('.side .headline')?.textContent).toContain('−10.00 short');
});
