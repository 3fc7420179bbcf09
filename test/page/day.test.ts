import { randomUUID } from 'node:crypto';
import { openDrawer, pinOf, signIn, signInToLook, takeCash } from './hands.ts';
import type { Office } from './office.ts';
import { sitInOffice } from './seats.ts';
import { LARGE, type Sitting, SMALL, step } from './sitting.ts';

/* The day as who has no tray sees it: where its receipts stand, what breaks the tie, and what no ledger tells. */

jest.setTimeout(120_000);

let office: Office;
let me: Sitting;

sitInOffice('day', (it) => {
  ({ me, office } = it);
});

const TWO_HUNDRED = { 2000: 10 };
const commandId = () => randomUUID();

async function comes(name: string, person: string): Promise<void> {
  await signIn(me, name, pinOf(office, person));
}

async function signOut(): Promise<void> {
  await me.press('F12');
  await me.sees('Who is at this station?');
}

/** A second person's yes to a mark. */
const yes = async (mark: string, person: string) =>
  (await me.call('approve', { mark, person, pin: pinOf(office, person) })).approval;

step('a drawer takes 86.40, and is counted 4.25 short', async () => {
  await comes('Joseph Whitebear', 'j.whitebear');
  await me.sees('count the float you were given');
  const fund = { pieces: { 10000: 4 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
  const { mark } = await me.call('changeFundMark', fund);
  await me.call('changeFund', { ...fund, commandId: commandId(), approval: await yes(mark, 'i.solheim') });
  await signOut();
  await comes('Marisol Ortiz', 'm.ortiz');
  await openDrawer(me);
  await takeCash(me, '40-11540', 'Nguyen, Kevin D.');
  const drawer = 'W3-D0001';
  await me.call('startCount', { drawer, commandId: commandId() });
  const count = { cash: { ...TWO_HUNDRED, 1000: 8, 100: 2, 5: 3 }, checks: [], moneyOrders: [], cardTotalCents: 0 };
  await me.call('submitCount', { drawer, count, commandId: commandId() });
  const reason = 'Wrong change given';
  const seen = await me.call('comparison', { drawer, reason });
  const agreed = seen.demand === 'approval' ? { approval: await yes(seen.mark, 'j.whitebear') } : {};
  const closing = { drawer, countNumber: seen.countNumber, reason, ...agreed, commandId: commandId() };
  expect(await me.call('closeDrawer', closing)).toMatchObject({ overShortCents: -425 });
  await me.sees('All sent');
  await signOut();
});

step('an auditor begins at the day, and what the office has not counted is hidden from her too', async () => {
  await signInToLook(me, 'Soo-ah Park', pinOf(office, 's.park'));
  await me.sees('received, without W3-D0001, which is open or not counted yet');
  expect(await me.words()).not.toContain('82.15');
  await me.sees('Nothing to tie yet.');
  await signOut();
});

step('the office counts it all, and approves', async () => {
  await comes('Ingrid Solheim', 'i.solheim');
  await me.sees('count the float you were given');
  const float = ['float', 'float-return'].map((what) => ({ handoff: `W3-D0001-${what}`, pieces: TWO_HUNDRED }));
  const cash = { handoff: 'W3-D0001-cash', pieces: { 1000: 8, 100: 2, 5: 3 } };
  await me.call('countHandoffs', { parts: [...float, cash], commandId: commandId() });
  await signOut();
  // She who counted has had a part in it.
  await signInToLook(me, 'Ebba Lindqvist', pinOf(office, 'e.lindqvist'));
  const { mark } = await me.call('batch', { batch: 'W3-B0001' });
  await me.call('approveBatch', { batch: 'W3-B0001', mark: mark ?? '', commandId: commandId() });
  await signOut();
});

/** bug: in a low window breaks were further down, and nothing said so. */
async function low(): Promise<void> {
  await me.page.setViewportSize({ width: 1280, height: 540 });
  await me.sees(/\d+ more below/);
  await me.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await me.page.getByText(/more below/).waitFor({ state: 'detached' });
  await me.press('ArrowUp', 'ArrowUp', 'ArrowUp');
  await me.page.setViewportSize({ width: LARGE[0], height: LARGE[1] });
}

/** bug: the tie of the day lay under its drawers, in a small window out of sight, and the row above the sign was cut. */
async function tieInSight(): Promise<void> {
  await me.page.setViewportSize({ width: SMALL[0], height: 560 });
  await me.sees(/\d+ more below/);
  const tie = await me.page.getByRole('table', { name: 'From the receipts to the bank' }).boundingBox();
  const list = await me.page.getByLabel('Drawers of the day').boundingBox();
  const sign = await me.page.getByText(/more below/).boundingBox();
  if (!tie || !list || !sign) throw new Error('the day shows no tie, no list or no sign');
  expect(tie.y + tie.height).toBeLessThanOrEqual(list.y);
  const rows = await me.page.getByLabel('Drawers of the day').locator('tbody tr').all();
  const cut = await Promise.all(rows.map((row) => row.boundingBox()));
  expect(cut.filter((row) => row && row.y < sign.y - 1 && row.y + row.height > sign.y + 1)).toEqual([]);
  await me.page.setViewportSize({ width: LARGE[0], height: LARGE[1] });
}

step('the auditor sees the tie and each break of it, and drills to where one stands and back', async () => {
  await comes('Soo-ah Park', 's.park');
  await me.sees('Short at the count of W3-D0001');
  expect(await me.words()).toMatch(/Cash\s+86\.40\s+≠\s+82\.15/);
  expect(await me.words()).toMatch(/Not deposited yet: W3-B0001\s+Cash\s+−82\.15/);
  await me.look('tie', SMALL, LARGE);
  await tieInSight();
  await low();
  await me.press('ArrowDown');
  await me.page.locator('tr[data-selected]', { hasText: 'Short at the count of W3-D0001' }).waitFor();
  await me.press('Enter');
  await me.hand('Batches by business day');
  await me.sees('W3-B0001');
  await me.press('Escape');
  await me.hand('Drawers of the day');
  await me.sees('Short at the count of W3-D0001');
  await me.press('F8');
  await me.hand('Find');
  await me.press('Escape');
  await me.hand('Drawers of the day');
  await signOut();
});

step('finance follows a bag to the bank, and the days that close tell the same tie', async () => {
  await signInToLook(me, 'Ebba Lindqvist', pinOf(office, 'e.lindqvist'));
  await me.sees('Make a deposit');
  await me.call('prepareDeposit', {
    ...{ bankAccount: 'operating', batches: ['W3-B0001'], pieces: { 1000: 8, 100: 2, 5: 3 }, checks: [] },
    ...{ bag: 'QB 0081 4473', seal: 'S-991', commandId: commandId() },
  });
  await me.sees('In bag QB00814473 (L-P0001) until two counts agree');
  await me.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await me.sees('L-P0001');
  await me.press('Escape');
  await me.hand('Drawers of the day');
  await me.press('Shift+F11');
  await me.sees('Days to the general ledger');
  await me.sees('In bag QB00814473 (L-P0001) until two counts agree');
  await me.look('close-days', SMALL, LARGE);
  await me.press('F8');
  await me.hand('Drawers of the day');
  await me.press('Escape');
  await me.sees('Days to the general ledger');
  await signOut();
});

step('without a line to the ledger whoever has no tray begins at the receipts, and nothing flashes', async () => {
  await office.stop('SIGTERM');
  await me.sees(/Offline since/);
  await comes('Soo-ah Park', 's.park');
  await me.hand('Find');
  expect(await me.page.getByLabel('Drawers of the day').count()).toBe(0);
  await office.restart();
  await me.sees('All sent');
  await me.press('Shift+F1');
  await me.sees('Short at the count of W3-D0001');
});

step('axe and the console had nothing to say', () => {
  expect(me.troubles).toEqual([]);
});
