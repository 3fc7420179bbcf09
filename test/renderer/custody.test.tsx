import { fireEvent } from '@testing-library/react';
import { PDF } from '#test/support/paidOut';
import { PINS, POLICY } from '#test/support/quarryBay';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let page: TestPage;

async function sitDown(policy = POLICY) {
  station = await createStation({ accounts: [], policy });
  const ortiz = await station.signedIn('m.ortiz');
  await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 60 } });
  page = await pageAt(station);
  await signIn(page, 'm.ortiz');
}

afterEach(async () => {
  page.close();
  await station.close();
});

/** Opens what the list of everything calls so. */
async function call(name: RegExp) {
  await page.press('k', { ctrlKey: true });
  fireEvent.click(screen.getByRole('option', { name }));
  await page.settle();
}

const answers = (name: string) => page.calls.filter((one) => one.name === name).map(({ answer }) => answer);
const title = () => screen.getByRole('heading', { level: 1 }).textContent;

test('a drop is asked for without an amount, made by F9, shown by its slip, and asked for no more', async () => {
  await sitDown();
  expect(screen.getByText('A drop is due.')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/1,?200\.00/);
  await page.press('F9');
  await page.press('Enter');
  await page.press('Enter');
  await page.type('20');
  await page.press('Enter', { ctrlKey: true });
  expect(answers('dropCash')).toEqual(['ok']);
  expect(title()).toBe('Drop W3-D0001-drop-1');
  expect(screen.getByText(/Goes inside/)).toBeTruthy();
  station.clock.advance(400);
  await page.press('Enter');
  expect(title()).toBe('Take a payment');
  expect(screen.queryByText('A drop is due.')).toBeNull();
});

test('bug: a long slip was scrolled only after a Tab: PgDn and PgUp move it from where the hand is', async () => {
  await sitDown();
  await page.press('F9');
  await page.press('Enter');
  await page.press('Enter');
  await page.type('20');
  await page.press('Enter', { ctrlKey: true });
  const room = document.querySelector('.slip-room');
  const moved: number[] = [];
  Object.assign(room ?? {}, { scrollBy: ({ top }: { top: number }) => moved.push(top) });
  Object.defineProperties(room, { scrollHeight: { value: 900 }, clientHeight: { value: 300 } });
  expect(page.focused().className).toBe('primary');
  await page.press('PageDown');
  await page.press('PageUp');
  expect(moved).toEqual([236, -236]);
});

test('pieces that were typed are not forgotten without asking; of what the drawer lacks it is told in a sentence', async () => {
  await sitDown();
  await page.press('F9');
  await page.type('99');
  await page.press('Enter', { ctrlKey: true });
  expect(answers('dropCash')).toEqual(['drawer_too_low']);
  expect(screen.getByRole('alert').textContent).toMatch(/not so much cash.*This try is on record/);
  // What is wrong is the count: the hand is there again.
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Loose pieces of 100.00');
  // Counted again it is another drop, not the one that is kept as refused.
  await page.press('Enter', { ctrlKey: true });
  expect(answers('dropCash')).toEqual(['drawer_too_low', 'drawer_too_low']);
  fireEvent.change(screen.getByLabelText('Loose pieces of 100.00'), { target: { value: '98' } });
  await page.settle();
  await page.press('Enter', { ctrlKey: true });
  expect(answers('dropCash').at(-1)).toBe('drawer_too_low');
  await page.press('Escape');
  expect(screen.getByRole('dialog')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Leave it' }));
  await page.settle();
  expect(title()).toBe('Take a payment');
});

test('the tray opens on a reason and a supervisor’s PIN, by the keyboard alone', async () => {
  await sitDown();
  await call(/^No sale/);
  expect(page.focused().dataset.focus).toBe('reason');
  fireEvent.change(page.focused(), { target: { value: 'make_change' } });
  await page.settle();
  await page.press('Enter');
  await page.press('Enter');
  await page.type(PINS.get('i.solheim') ?? '');
  await page.press('Enter', { ctrlKey: true });
  expect(answers('openTray')).toEqual(['ok']);
  expect(title()).toBe('No sale W3-N0001');
});

test('a paid-out takes a scanned receipt, and tells what is wrong with another file', async () => {
  await sitDown();
  await call(/^Paid-out/);
  fireEvent.change(screen.getByLabelText('Loose pieces of 20.00'), { target: { value: '1' } });
  fireEvent.change(screen.getByLabelText('Place'), { target: { value: '401/5358031' } });
  fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'Stamps' } });
  const attach = async (bytes: Uint8Array<ArrayBuffer>) => {
    fireEvent.change(screen.getByLabelText(/^Scanned receipt/), { target: { files: [new File([bytes], 'scan.pdf')] } });
    // The browser reads a file when it likes.
    for (
      let tries = 0;
      tries < 50 && answers('attachReceipt').length + screen.queryAllByRole('alert').length === 0;
      tries++
    )
      await page.settle();
    await page.settle();
  };
  await attach(new Uint8Array(Buffer.from('<html>')));
  expect(screen.getByRole('alert').textContent).toMatch(/no PDF, JPEG or PNG/);
  page.calls.length = 0;
  await attach(new Uint8Array(PDF));
  for (let tries = 0; tries < 50 && answers('attachReceipt')[0] !== 'ok'; tries++) await page.settle();
  await page.type(PINS.get('i.solheim') ?? '');
  await page.press('Enter', { ctrlKey: true });
  expect(answers('payOut')).toEqual(['ok']);
  expect(title()).toBe('Paid-out W3-O0001');
});

test('bug: a swap that the drawer lacked was the same command when it was agreed to again, and could not be mended', async () => {
  await sitDown();
  await call(/^Change swap/);
  const counted = async (out: string, into: string) => {
    fireEvent.change(screen.getByLabelText('Pieces of 20.00 to the safe'), { target: { value: out } });
    fireEvent.change(screen.getByLabelText('Pieces of 5.00 from the safe'), { target: { value: into } });
    await page.settle();
    fireEvent.change(screen.getByLabelText(/PIN/), { target: { value: PINS.get('i.solheim') ?? '' } });
    await page.press('Enter', { ctrlKey: true });
  };
  await counted('61', '244');
  expect(screen.getByRole('alert').textContent).toMatch(/not so much cash.*This try is on record/);
  await counted('2', '8');
  expect(answers('swapChange')).toEqual(['drawer_too_low', 'ok']);
  expect(title()).toBe('Change swap W3-S0001');
});

test('where the district pays nothing out, the list does not offer it; a cashier looks into no drawer', async () => {
  await sitDown({ ...POLICY, paidOut: null });
  await page.press('k', { ctrlKey: true });
  expect(screen.getByRole('option', { name: /^Paid-in/ })).toBeTruthy();
  expect(screen.queryByRole('option', { name: /^Paid-out/ })).toBeNull();
  expect(screen.queryByRole('option', { name: /^X report/ })).toBeNull();
  await page.press('Escape');
});

test('a supervisor reads the totals of the one other drawer, and counts it by surprise', async () => {
  await sitDown();
  await page.press('F12');
  await signIn(page, 'j.whitebear');
  await call(/^X report/);
  await page.press('Enter', { ctrlKey: true });
  expect(answers('readTotals')).toEqual(['ok']);
  expect(screen.getByText(/Float +\+1,200\.00/)).toBeTruthy();
  station.clock.advance(400);
  await page.press('Enter');
  await call(/^Surprise count/);
  expect(title()).toBe('Surprise count of W3-D0001');
  await page.type('12');
  await page.press('Enter', { ctrlKey: true });
  expect(answers('checkDrawer')).toEqual(['ok']);
  expect(title()).toBe('Surprise count W3-K0001');
  expect(answers('comparison')).toEqual([]);
});

test('bug: F10 was asleep where a drop was just recorded', async () => {
  await sitDown();
  await page.press('F9');
  await page.press('Enter');
  await page.press('Enter');
  await page.type('20');
  await page.press('F10');
  expect(answers('startCount')).toEqual([]);
  await page.press('Enter', { ctrlKey: true });
  station.clock.advance(400);
  await page.press('F10');
  expect(answers('startCount')).toEqual(['ok']);
  expect(title()).toBe('Close the drawer');
});
