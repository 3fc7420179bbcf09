import { randomUUID } from 'node:crypto';
import type { Input } from '#contract/contract';
import { slipCode } from '#domain/slipCode';
import { lastEntry } from '../support/lastEntry.ts';
import { account, charge } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { card, cash, onAccount, yesTo } from '../support/undoing.ts';

/* A void asks for the payer's slip (design §6). */

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [
      account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)]),
    ],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
});
afterEach(() => station.close());

type More = Partial<Input<'takePayment'>>;
const take = async (cents: number, more: More = {}) =>
  (await ortiz.tell('takePayment', { drawer, lines: [onAccount(HALE, cents)], tenders: [cash(cents)], ...more })).label;

async function voidWith(label: string, slip?: string): Promise<void> {
  const about = { label, reason: 'wrong_account' as const, ...(slip === undefined ? {} : { slip }) };
  const { mark } = await ortiz.ask('voidProposal', about);
  await ortiz.tell('voidReceipt', { ...about, approval: await yesTo(ortiz, mark) });
}

async function refused(label: string, slip?: string): Promise<string> {
  const about = { label, reason: 'wrong_account', ...(slip === undefined ? {} : { slip }) };
  const why = await ortiz.refused('voidProposal', about);
  expect(await ortiz.refused('voidReceipt', { ...about, commandId: randomUUID() })).toBe(why);
  return why;
}

const codeOf = (label: string): string => {
  const row = station.look.$client
    .prepare('SELECT e.hash FROM receipts r JOIN entries e ON e.position = r.position WHERE r.label = ?')
    .get(label) as { hash: string };
  return slipCode(label, row.hash);
};

test('without the slip that came out a receipt cannot be void; scanned or typed it can, and the journal says which', async () => {
  const [first, second] = [await take(1_000), await take(2_000)];
  await station.lastSlip();
  expect((await ortiz.ask('receipt', { label: first })).onPaper).toBe(true);
  expect(await refused(first)).toBe('void_slip_needed');
  await voidWith(first, codeOf(first));
  expect(lastEntry(station, 'receipt_voided').entry.payload.slip).toBe('scanned');
  await voidWith(second, (await headOnSlip(ortiz, second)).toLowerCase());
  expect(lastEntry(station, 'receipt_voided').entry.payload.slip).toBe('typed');
  expect(await station.lastSlip()).toMatch(/Slip +number typed/);
});

test('the slip of another receipt, or what is no slip, is refused; a pasted card number is not even read', async () => {
  const [first, second] = [await take(1_000), await take(2_000)];
  for (const slip of [codeOf(second), await headOnSlip(ortiz, second), first, '7C1E'])
    expect(await refused(first, slip)).toBe('void_slip_wrong');
  expect(await refused(first, '4111 1111 1111 1111')).toBe('card_number_in_text');
});

test.each<[string, More, RegExp]>([
  ['suppressed', { delivery: 'none' }, /Slip +none was wanted/],
  ['sent by e-mail', { delivery: 'email', email: 'd.hale@example.org' }, /Slip +by e-mail, not on paper/],
])('where the slip was %s none is asked for, and the void says so', async (_, more, words) => {
  const label = await take(1_000, more);
  await station.quiet();
  expect((await ortiz.ask('receipt', { label })).onPaper).toBe(false);
  await voidWith(label);
  expect(lastEntry(station, 'receipt_voided').entry.payload.slip).toBe('none');
  expect(await station.lastSlip()).toMatch(words);
});

test('where the printer failed none is asked for; the slip that comes out later reads VOID', async () => {
  await ortiz.ask('choosePrinter', { printer: { kind: 'network', address: '127.0.0.1:9' } });
  const label = await take(1_000, { tenders: [card(1_000)] });
  await voidWith(label);
  expect(lastEntry(station, 'receipt_voided').entry.payload.slip).toBe('none');
  await ortiz.ask('choosePrinter', { printer: { kind: 'paper' } });
  const slip = await station.lastSlip();
  expect(slip).toMatch(/Slip +had not come out/);
});

test('the mark that was approved without a slip is not the mark with one', async () => {
  const label = await take(1_000, { delivery: 'none' });
  const about = { label, reason: 'wrong_account' as const };
  const { mark } = await ortiz.ask('voidProposal', about);
  const approval = await yesTo(ortiz, mark);
  const slip = await headOnSlip(ortiz, label);
  expect(await ortiz.refused('voidReceipt', { ...about, slip, approval, commandId: randomUUID() })).toBe(
    'approval_changed',
  );
});

test('credit that was spent since is not there to go back over the counter; what is left of it is', async () => {
  const label = await take(10_000);
  const credit = { kind: 'credit' as const, cents: 1_360, accountNumber: HALE };
  const spent = await take(1_000, { lines: [onAccount(NGUYEN, 1_000)], tenders: [{ ...credit, cents: 1_000 }] });
  const slip = await headOnSlip(ortiz, label);
  expect(await refused(label, slip)).toBe('void_credit_spent');
  await voidWith(spent, await headOnSlip(ortiz, spent));
  await voidWith(label, slip);
  expect(await ortiz.ask('account', { accountNumber: HALE })).toMatchObject({ unappliedCents: 0, balanceCents: 8_640 });
});
