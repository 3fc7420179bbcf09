import { counterAccounts } from '#test/support/counterAccounts';
import { createStation, type TestStation } from '#test/support/station';
import { cash, onAccount } from '#test/support/undoing';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let page: TestPage;

afterEach(async () => {
  page.close();
  await station.close();
});

test('bug: Del on a receipt of another’s open drawer says who alone can make it void', async () => {
  station = await createStation({ accounts: counterAccounts() });
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  await ortiz.tell('takePayment', { drawer, lines: [onAccount('40-11540-02', 8_640)], tenders: [cash(8_640)] });
  page = await pageAt(station);
  await signIn(page, 'j.whitebear');
  await page.press('F8');
  await page.press('Delete');
  expect(screen.getByRole('alert').textContent).toMatch(/of M\. Ortiz, who alone can make it void/);
});
