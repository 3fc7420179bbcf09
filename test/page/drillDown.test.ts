import { randomUUID } from 'node:crypto';
import type { BusinessDay } from '#domain/businessDay';
import { breakdown, type Pieces } from '#domain/denominations';
import { cents } from '#domain/money';
import { handOn } from './eyes.ts';
import { openDrawer, pinOf, signIn, signInToLook, takeCash } from './hands.ts';
import { type Office, openStation } from './office.ts';
import type { Program } from './programs.ts';
import { sitInOffice } from './seats.ts';
import { LARGE, type Sitting, SMALL, sitDown, step } from './sitting.ts';

/*
 * From a line of the general ledger down to the slip of a receipt that another station took, and back: two stations and a
 * ledger, each a process of its own, an auditor and a keyboard.
 */

jest.setTimeout(240_000);

let office: Office;
let counter: Sitting;
let other: Program | null = null;
let me: Sitting;

// Before the office goes, in whose folder it lies.
afterAll(async () => {
  await me?.leave();
  await other?.end('SIGTERM');
});

sitInOffice('drillDown', async (it) => {
  ({ office } = it);
  counter = it.me;
  other = await openStation(office, 'W5');
  me = await sitDown(other.url, 'drillDown-w5');
});

const DRAWER = 'W3-D0001';
const BATCH = 'W3-B0001';
const FLOAT: Pieces = { 2000: 4, 1000: 6, 500: 8, 100: 15, 25: 20 };
let day: BusinessDay;
let takings: Pieces;

step('at one station a cashier takes two payments and closes her drawer', async () => {
  await signIn(counter, 'Marisol Ortiz', pinOf(office, 'm.ortiz'));
  await openDrawer(counter);
  const { hits } = await counter.call('findAccounts', { text: '40-1' });
  const owing = hits.filter(({ balanceCents, status }) => balanceCents > 0 && status === 'active').slice(0, 2);
  for (const { accountNumber, customer } of owing) await takeCash(counter, accountNumber, customer);
  const { receipts } = await counter.call('receipts', {});
  const taken = receipts.reduce((sum, { totalCents }) => sum + totalCents, 0);
  takings = breakdown(cents(taken));
  day = receipts[0]?.businessDay as BusinessDay;
  const told = () => ({ commandId: randomUUID(), drawer: DRAWER });
  await counter.call('startCount', told());
  const count = { cash: breakdown(cents(20_000 + taken)), checks: [], moneyOrders: [], cardTotalCents: 0 };
  await counter.call('submitCount', { ...told(), count });
  await counter.call('closeDrawer', { ...told(), countNumber: 1 });
  await counter.sees('All sent');
});

/** A second person's yes to a mark. */
async function yes(mark: string, person: string): Promise<string> {
  return (await me.call('approve', { mark, person, pin: pinOf(office, person) })).approval;
}

async function signOut(): Promise<void> {
  await me.press('F12');
  await me.sees('Who is at this station?');
}

step('at another the office counts and approves what it took, and the day goes out to finance', async () => {
  await signIn(me, 'Ingrid Solheim', pinOf(office, 'i.solheim'));
  await me.sees('count the float you were given');
  const fund = { pieces: { 10000: 10 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
  const { mark: ofFund } = await me.call('changeFundMark', fund);
  const approval = await yes(ofFund, 'j.whitebear');
  await me.call('changeFund', { commandId: randomUUID(), ...fund, approval });
  const handed = (what: string, pieces: Pieces) => ({ handoff: `${DRAWER}-${what}`, pieces });
  const parts = [handed('float', FLOAT), handed('cash', takings), handed('float-return', FLOAT)];
  await me.call('countHandoffs', { commandId: randomUUID(), parts });
  await signOut();
  await signIn(me, 'Joseph Whitebear', pinOf(office, 'j.whitebear'));
  await me.sees('count the float you were given');
  const { mark } = await me.call('batch', { batch: BATCH });
  await me.call('approveBatch', { commandId: randomUUID(), batch: BATCH, mark: mark ?? '' });
  const about = { day, reason: 'The other station stays shut' };
  const closing = await me.call('dayClose', about);
  const agreed = closing.looseEndsInAll > 0 ? { approval: await yes(closing.mark, 'i.solheim') } : {};
  await me.call('closeDay', { commandId: randomUUID(), ...about, mark: closing.mark, ...agreed });
  await me.call('exportGl', { commandId: randomUUID(), through: day, layout: 'batch' });
  await signOut();
});

/** From a list goes in to the documents beside it, and with the arrow until the hand is on the one of that name. */
async function walkTo(name: string): Promise<void> {
  await me.press('Enter');
  for (let documents = 0; documents < 30; documents += 1) {
    if ((await handOn(me.page)) === name) return;
    await me.press('ArrowDown');
  }
  throw new Error(`no arrow leads to ${name}, and the page says:\n${await me.words()}`);
}

/** Goes down the lines until one is made by that receipt. */
async function lineWith(label: string): Promise<string> {
  for (let lines = 0; lines < 30; lines += 1) {
    await me.page.locator('table.gl-entries').waitFor();
    if ((await me.words()).includes(label)) return me.page.locator('.side h1').innerText();
    await me.press('ArrowDown');
  }
  throw new Error(`no line is made by ${label}`);
}

step('an auditor there goes from a line to the slip of the receipt, and Esc leads back to the line', async () => {
  await signInToLook(me, 'Soo-ah Park', pinOf(office, 's.park'));
  await me.press('Shift+F11');
  await me.hand('Business days, the newest first');
  await me.sees('Open GL export 1');
  await me.press('Control+Enter');
  await me.hand('Lines');
  const line = await lineWith('W3-000002');
  await me.look('line', SMALL);
  await me.sees('What makes it');
  await walkTo('W3-000002');
  await me.sees('Back to the lines');
  await me.press('Enter');
  await me.sees('*** OFFICE COPY ***');
  await me.sees('Receipt W3-000002');
  await me.sees('nothing is printed or recorded by it. Another print is made at W3, which took it.');
  await me.hand('Receipts by number');
  await me.look('receipt', SMALL, LARGE);
  await me.press('ArrowUp');
  await me.sees('Receipt W3-000001');
  await me.press('Escape');
  await me.hand('Lines');
  expect(await me.page.locator('.side h1').innerText()).toBe(line);
});

step('from its batch, too, and from the receipt to where its money went', async () => {
  await me.press('Escape');
  await me.hand('Business days, the newest first');
  await me.press('Shift+F6');
  await me.hand('Batches by business day');
  await me.sees('At the close');
  await me.press('F8');
  await me.sees(`Receipts of ${BATCH}`);
  await me.sees('Receipt W3-000001');
  await me.sees('Where W3-000001 went');
  await me.hand('Receipts by number');
  await walkTo(
    await me.page
      .getByRole('button', { name: /^export 1, line/ })
      .first()
      .innerText(),
  );
  await me.press('Enter');
  await me.sees('GL export 1');
  await me.press('Escape');
  await me.sees('Receipt W3-000001');
  await me.press('Escape');
  await me.hand('Batches by business day');
});

step('from the report of receipts by number, too; without the ledger a sentence says so', async () => {
  await me.press('Shift+F4');
  await me.press('F2');
  await me.hand('Report');
  await me.press(...Array<string>(5).fill('ArrowDown'), 'Enter');
  await me.sees('2 receipts, voids included');
  await me.hand(/^Receipts by number, /);
  await me.press('ArrowDown', 'Enter');
  await me.sees('Receipt W3-000002');
  await me.press('Escape');
  await me.hand(/^Receipts by number, /);
  await office.stop('SIGTERM');
  await me.press('Enter');
  await me.sees('The ledger does not answer, and this is office work.');
  await me.press('Escape');
  expect([...me.troubles, ...counter.troubles]).toEqual([]);
});
