import { act, fireEvent } from '@testing-library/react';
import type { Input } from '#contract/contract';
import { correcting, refunding, reversing, undo as words } from '#renderer/messages/undo';
import { account, charge, PINS } from '#test/support/quarryBay';
import { type Caller, createStation, type TestStation } from '#test/support/station';
import { card, cash, check, countAndClose, onAccount, undo } from '#test/support/undoing';
import { pageAt, screen, signIn, type TestPage } from '../support/pageAt.tsx';

/* What a supervisor is told before the yes to an undoing, at the real handlers. */

const HALE = '40-11872-03';

let station: TestStation;
let ortiz: Caller;
let drawer: string;
let page: TestPage;

beforeEach(async () => {
  station = await createStation({
    accounts: [
      account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)]),
      account('40-12760-01', 'Ivanov, Pyotr', []),
    ],
  });
  ortiz = await station.signedIn('m.ortiz');
  await open();
});

afterEach(async () => {
  page.close();
  await station.close();
});

async function open() {
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 5 } }));
}

type Payment = Input<'takePayment'>;

async function take(amount: number, tenders: Payment['tenders'], more: Partial<Payment> = {}): Promise<string> {
  const lines = [onAccount(HALE, amount)];
  return (await ortiz.tell('takePayment', { drawer, lines, tenders, ...more })).label;
}

/** The page with the receipts of the station before it. */
async function atReceipts() {
  page = await pageAt(station);
  await signIn(page, 'm.ortiz');
  await page.press('F8');
}

/** From the receipts to the screen that a key leads to, with one receipt. */
async function undoing(key: string, label: string) {
  await page.type(label);
  await page.press(key);
}

async function choose(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  await page.settle();
}

const says = (text: string) => screen.queryByText(text) !== null;
const button = () => document.querySelector('button.primary .said')?.textContent?.trim();

test('cash for what a card paid is warned of, cash for what cash paid is not', async () => {
  const byCard = await take(9_000, [card(9_000)]);
  const byBoth = await take(9_000, [card(6_000), cash(3_000)]);
  const inCash = await take(9_000, [cash(9_000)]);
  await atReceipts();

  await undoing('F3', byCard);
  await page.type('10');
  expect(says(refunding.cardInCash)).toBe(false);
  await choose('Means', 'cash');
  expect(says(refunding.cardInCash)).toBe(true);
  await page.press('Escape');

  await undoing('F3', byBoth);
  await page.type('30');
  expect(says(refunding.cardInCash)).toBe(false);
  await page.type('30.01');
  expect(says(refunding.cardInCash)).toBe(true);
  await page.press('Escape');

  await undoing('F3', inCash);
  await page.type('90');
  expect(says(refunding.cardInCash)).toBe(false);
});

test('what the station would refuse says why, the button says that it is not so, and nothing is sent', async () => {
  const label = await take(20_000, [cash(20_000)]);
  await atReceipts();
  await undoing('F3', label);
  await page.type('150');
  expect(button()).toBe(words.whyNot.reason);
  await choose('Reason', 'overpaid');
  expect(says('A refund in cash is at most 100.00. Refund it to the card or by warrant.')).toBe(true);
  expect(button()).toBe(words.notSo);
  fireEvent.change(screen.getByLabelText('PIN'), { target: { value: PINS.get('j.whitebear') } });
  await page.press('Enter', { ctrlKey: true });
  expect(page.calls.filter(({ name }) => name === 'approve' || name === 'refundReceipt')).toEqual([]);

  await choose('Means', 'warrant');
  expect(button()).toBe(words.whyNot.pin);
});

test('bug: an amount that cannot be read is said under its row, and nothing of the refund is up for approval', async () => {
  const label = await take(20_000, [cash(20_000)]);
  await atReceipts();
  await undoing('F3', label);
  await choose('Reason', 'overpaid');
  await page.type('12.345');
  expect(says('An amount has at most two decimals. Type it again.')).toBe(true);
  expect(button()).toBe(words.notSo);
  fireEvent.change(screen.getByLabelText('Refund of Sewer service'), { target: { value: '200.01' } });
  await page.settle();
  expect(says('Of that line 200.00 still stands. Refund that much at most.')).toBe(true);
  // No card paid anything of it, so none is spoken of.
  expect(says(refunding.cardInCash)).toBe(false);
  expect(document.activeElement?.closest('tr')?.nextElementSibling?.textContent).toMatch(/still stands/);
});

test('bug: a line of several charges is offered for correction by all their names, with their sum', async () => {
  const tendered = [{ kind: 'cash' as const, cents: 865_000 }];
  await take(865_000, tendered);
  await atReceipts();
  await page.press('F2');
  expect(screen.getByLabelText('What is wrong').textContent).toContain(
    'Sewer service, To credit · 40-11872-03 · 8,650.00',
  );
});

test('a receipt whose drawer closed even was paid by somebody; one whose drawer was short may never have been', async () => {
  const even = await take(4_000, [cash(4_000)]);
  const counted = (cashCounted: Record<string, number>) => ({
    cash: cashCounted,
    checks: [],
    moneyOrders: [],
    cardTotalCents: 0,
  });
  await countAndClose(ortiz, drawer, counted({ 2000: 7 }));
  await open();
  const short = await take(4_000, [cash(4_000)]);
  await countAndClose(ortiz, drawer, counted({ 2000: 5 }));
  await atReceipts();

  await undoing('F4', even);
  expect(says(reversing.notShort)).toBe(true);
  expect(says(reversing.wasPaid)).toBe(true);
  await page.press('Escape');

  await undoing('F4', short);
  expect(says(reversing.short('40.00'))).toBe(true);
  expect(says(reversing.wasPaid)).toBe(false);
});

test('a tender that is corrected to a check taken before is warned of', async () => {
  await take(4_000, [check(4_000)]);
  const label = await take(4_000, [cash(4_000)]);
  await atReceipts();
  await undoing('F2', label);
  await choose('What is wrong', 'tender 0');
  await choose('Belongs to', 'check');
  const { checkNumber, routing, bankAccount } = check(4_000);
  const type = async (number: string) => {
    for (const [field, text] of [
      ['Number', number],
      ['Routing', routing],
      ['Bank account', bankAccount],
    ] as const)
      fireEvent.change(screen.getByLabelText(field), { target: { value: text } });
    await page.settle();
  };
  await type('9999');
  expect(screen.queryByText(/was taken before/)).toBeNull();
  await type(checkNumber);
  expect(screen.getByText(/^Check № 1187 was taken before, on receipt W3-000001\./).className).toMatch(/warned/);
});

test('the first print of a slip that nobody wanted is no duplicate, and the next one is', async () => {
  await take(4_000, [cash(4_000)], { delivery: 'none' });
  await atReceipts();
  expect(button()).toMatch(/^Print this slip Ctrl/);
  await page.press('p', { ctrlKey: true });
  const slip = await act(() => station.lastSlip());
  expect(slip).toContain('W3-000001');
  expect(slip).not.toContain('DUPLICATE');
  await page.settle();
  expect(button()).toMatch(/^Print this slip again, marked DUPLICATE/);
  await page.press('p', { ctrlKey: true });
  expect(screen.getByRole('heading', { name: 'Print W3-000001 again, as DUPLICATE 2' })).toBeTruthy();

  // bug: the one primary action of this question did not answer to Ctrl+Enter
  fireEvent.change(screen.getByLabelText('PIN'), { target: { value: PINS.get('i.solheim') } });
  await page.press('Enter', { ctrlKey: true });
  expect(await act(() => station.lastSlip())).toContain('DUPLICATE 2');
});

test('bug: what was paid on the telephone says so when it is looked at again', async () => {
  await take(4_000, [cash(4_000)]);
  await take(4_000, [card(4_000)], { entryMode: 'phone' });
  await atReceipts();
  expect(says('· Card ··8841, by telephone')).toBe(true);
  await page.press('ArrowDown');
  expect(says('· Cash')).toBe(true);
});

test('bug: how often the receipt printed is not said of the slip of its refund', async () => {
  const label = await take(4_000, [cash(4_000)]);
  const asked = {
    label,
    refund: { parts: [{ place: 0, cents: 1_000 }], means: { kind: 'cash' as const, drawer } },
    reason: 'overpaid' as const,
  };
  await undo(ortiz, 'refundReceipt', asked);
  await atReceipts();
  expect(screen.queryByText(/^(not printed|printed once)$/)).not.toBeNull();
  await page.press('F7');
  expect(says('slip shown: Refund, one of 2')).toBe(true);
  expect(screen.queryByText(/^(not printed|printed once)$/)).toBeNull();
});

test('bug: Enter took the account of an earlier text before the later one was answered: a correction went to a stranger', async () => {
  const label = await take(9_000, [cash(9_000)]);
  await atReceipts();
  await undoing('F2', label);
  await choose('What is wrong', 'line 0');
  const field = screen.getByPlaceholderText<HTMLInputElement>(correcting.accountHint);
  act(() => field.focus());
  await page.type('Hale');
  act(() => {
    fireEvent.change(field, { target: { value: 'Ivanov' } });
    fireEvent.keyDown(field, { key: 'Enter' });
  });
  await page.settle();
  expect(screen.getByDisplayValue('40-12760-01')).toBeTruthy();
});
