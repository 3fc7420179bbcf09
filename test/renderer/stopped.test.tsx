import { fireEvent } from '@testing-library/react';
import { writing } from '#db/station/open';
import { stopStation } from '#db/station/syncState';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let page: TestPage;
beforeEach(async () => {
  station = await createStation({ accounts: [] });
});
afterEach(async () => {
  page.close();
  await station.close();
});

const facts = () => [...document.querySelectorAll('.facts > dd')].map((fact) => fact.textContent);

test('a stopped station says why, since when and what to do, and nobody signs in there', async () => {
  writing(station.look, (tx) => stopStation(tx, { why: 'forked', at: station.clock.now(), sequence: 1_204 }));
  page = await pageAt(station);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This station has stopped');
  expect(screen.getByText(/Its two copies of the journal tell different things/)).toBeTruthy();
  expect(facts().slice(2)).toEqual(['1,204', '0 entries']);
  expect(screen.getAllByRole('listitem').map((step) => step.textContent)).toContain(
    'Take no money at this counter. Another station can take it.',
  );
  expect(screen.queryByRole('option')).toBeNull();
  fireEvent.keyDown(document.body, { key: '1' });
  await page.settle();
  expect(page.calls.every(({ name }) => name === 'station')).toBe(true);
});
