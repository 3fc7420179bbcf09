import type { Input } from '#contract/contract';
import { account, POLICY } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { card, cash, check, countAndClose, undo, voidIt } from '../support/undoing.ts';

/* What a Z slip says of a drawer in which more happened than receipts (F47). */

const NGUYEN = '40-12093-01';

let station: TestStation;
let ortiz: Caller;
let drawer: string;
let rows: string[];

/** What is owed is rounded, and a part that the payer chose never is: so here a fee is paid. */
const fee = (amount: number) => ({
  kind: 'fee' as const,
  code: 'misc-receipt',
  quantity: 1,
  cents: amount,
  told: ['Key deposit'],
  goesTo: { fund: '402', bars: '3790000' },
});
const take = async (amount: number, ...tenders: Input<'takePayment'>['tenders']) =>
  (await ortiz.tell('takePayment', { drawer, lines: [fee(amount)], tenders })).label;

/** The rows under a heading down to the next blank one or rule, with spaces squeezed. */
function under(heading: string): string[] {
  const from = rows.indexOf(heading) + 1;
  const length = rows.slice(from).findIndex((row) => row === '' || row.startsWith('---'));
  return rows.slice(from, from + length);
}

beforeAll(async () => {
  station = await createStation({
    policy: { ...POLICY, cashRounding: 'nearest-five' },
    accounts: [account(NGUYEN, 'Nguyễn, Minh Châu', [], { unappliedCents: 5_000 })],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 5 } }));
  await take(5_002, cash(5_000));
  await take(10_000, { kind: 'credit', cents: 2_000, accountNumber: NGUYEN }, cash(8_000));
  // Rounded up, and void: neither it nor its rounding stands.
  await voidIt(ortiz, await take(1_003, cash(2_000)));
  const wrong = await take(8_640, check(8_640));
  const correction = { what: 'tender' as const, place: 0, to: card(8_640) };
  await undo(ortiz, 'correctReceipt', { label: wrong, correction, reason: 'wrong_tender' });
  const overpaid = await take(3_000, cash(3_000));
  const refund = { parts: [{ place: 0, cents: 1_000 }], means: { kind: 'cash' as const, drawer } };
  await undo(ortiz, 'refundReceipt', { label: overpaid, refund, reason: 'overpaid' });
  const counted = { cash: { 2000: 12, 1000: 1 }, checks: [], moneyOrders: [], cardTotalCents: 8_640 };
  const { closed } = await countAndClose(ortiz, drawer, counted);
  const slip = await ortiz.ask('slip', { document: { kind: 'z', label: closed.z } });
  rows = slip.rows.map((row) => row.trim().replace(/ +/g, ' '));
});
afterAll(() => station.close());

test('refunds in cash are a row of the cash, and what is expected adds up', () => {
  expect(under('Cash')).toEqual([
    'Float +100.00',
    'Receipts: 4 +170.05',
    'Voids: 1 −10.05',
    'Refunds: 1 −10.00',
    'Expected, with the float 250.00',
    'Counted 250.00',
    'Neither over nor short 0.00',
  ]);
});

test('a corrected tender is a row of the one that it was and of the one that it is', () => {
  expect(under('Checks')).toEqual([
    'Receipts: 1 +86.40',
    'Corrections: 1 −86.40',
    'Expected: 0 0.00',
    'Counted: 0 0.00',
    'Difference 0.00',
  ]);
  expect(under('Cards')).toEqual([
    'Corrections: 1 +86.40',
    'Expected: 1 86.40',
    'Terminal, before refunds 86.40',
    'Difference 0.00',
  ]);
});

test('credit used and cash rounded lead from the standing receipts to what lay in the drawer; void ones count for neither', () => {
  expect(under('Receipts')).toEqual([
    'First W3-000001',
    'Last W3-000005',
    'Issued: 5 276.45',
    'Of them void: 1 10.03',
    'Standing: 4 266.42',
    'Paid from credit: 1 −20.00',
    'Cash rounded: 1 −0.02',
  ]);
});

test('a drawer without any of it says nothing of it', async () => {
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
  await take(1_000, cash(1_000));
  const counted = { cash: { 1000: 1 }, checks: [], moneyOrders: [], cardTotalCents: 0 };
  const { closed } = await countAndClose(ortiz, drawer, counted);
  const { rows: plain } = await ortiz.ask('slip', { document: { kind: 'z', label: closed.z } });
  expect(plain.join('\n')).not.toMatch(/Void[s]:|Corrections:|Refunds:|credit:|rounded:/);
});
