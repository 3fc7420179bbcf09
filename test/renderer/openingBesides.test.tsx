import { PINS } from '#test/support/quarryBay';
import { createStation, type TestStation } from '#test/support/station';
import { countAndClose, goTo } from '#test/support/undoing';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({ accounts: [] });
});
afterEach(async () => {
  page.close();
  await station.close();
});

async function sitDown(person: string) {
  page = await pageAt(station);
  await signIn(page, person);
}

test('a drawer of yesterday that nobody closed is explained, agreed to, and then the new one opens', async () => {
  const ortiz = await station.signedIn('m.ortiz');
  await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  await goTo(station, '2026-11-24');
  await sitDown('l.haddad');
  expect(screen.getByText(/W3-D0001 · M\. Ortiz, Nov 23/)).toBeTruthy();
  await page.press('Enter', { ctrlKey: true });
  expect(page.focused().dataset.focus).toBe('reason');
  await page.type('Ortiz went to hospital');
  await page.press('Enter');
  await page.type(PINS.get('i.solheim') ?? '');
  await page.press('Enter', { ctrlKey: true });
  expect(page.calls.filter(({ name }) => name === 'openDrawer').map(({ answer }) => answer)).toEqual(['ok']);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Take a payment');
});

test('another float than was returned is told after the count and not before', async () => {
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
  const count = { cash: { 2000: 10 }, checks: [], moneyOrders: [], cardTotalCents: 0 };
  await countAndClose(ortiz, drawer, count);
  await sitDown('m.ortiz');
  await page.press('Enter');
  await page.press('Enter');
  await page.type('9');
  expect(document.body.textContent).not.toMatch(/200\.00/);
  await page.press('Enter', { ctrlKey: true });
  expect(screen.getByText('The float differs.')).toBeTruthy();
  expect(screen.getByText(/You counted 180\.00; 200\.00 was returned from W3-D0001/)).toBeTruthy();
});
