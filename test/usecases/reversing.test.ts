import { randomUUID } from 'node:crypto';
import type { Input } from '#contract/contract';
import { account, charge, POLICY } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import {
  type AskedUndo,
  balances,
  card,
  cash,
  check,
  countAndClose,
  markOf,
  onAccount,
  refusedUndo,
  undo,
  yesTo,
} from '../support/undoing.ts';

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
const MISC = {
  kind: 'fee' as const,
  code: 'misc-receipt',
  quantity: 1,
  cents: 4_000,
  told: ['Key deposit'],
  goesTo: { fund: '402', bars: '3790000' },
};
const FLOAT = { 2000: 5, 1000: 10 };
let station: TestStation;
let ortiz: Caller;
let drawer: string;

async function begun(policy = POLICY): Promise<void> {
  station = await createStation({
    policy,
    accounts: [
      account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)]),
    ],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT }));
}

beforeEach(() => begun());
afterEach(() => station.close());

async function take(lines: Input<'takePayment'>['lines'], tenders: Input<'takePayment'>['tenders']): Promise<string> {
  return (await ortiz.tell('takePayment', { drawer, lines, tenders })).label;
}
type Count = Input<'submitCount'>['count'];
const closed = (count: Partial<Count> = {}) =>
  countAndClose(ortiz, drawer, { cash: FLOAT, checks: [], moneyOrders: [], cardTotalCents: 0, ...count });
const twice = (label: string): AskedUndo<'reverseReceipt'> => ({ label, reason: 'keyed_twice', words: 'See the next' });
const owed = async (accountNumber: string) => {
  const seen = await ortiz.ask('account', { accountNumber });
  return { balance: seen.balanceCents, credit: seen.unappliedCents };
};

describe('a reversal', () => {
  test('of a receipt keyed twice takes it back against the difference that it caused at the close', async () => {
    const right = await take([onAccount(HALE, 4_000), MISC], [check(5_000), card(1_000), cash(2_000)]);
    const wrong = await take([onAccount(HALE, 4_000), MISC], [check(5_000, '1188'), card(1_000), cash(2_000)]);
    await closed({
      cash: { ...FLOAT, 500: 4 },
      checks: [{ checkNumber: '1187', cents: 5_000 }],
      cardTotalCents: 1_000,
    });
    const explained = ['over-short', 'difference:check', 'difference:card'];
    expect(balances(station, ...explained)).toEqual({
      'over-short': 2_000,
      'difference:check': 5_000,
      'difference:card': 1_000,
    });
    const proposed = await ortiz.ask('reversalProposal', twice(wrong));
    expect(proposed).toMatchObject({
      lines: [{ kind: 'account' }, { kind: 'fee' }],
      tenders: [
        { tender: 'cash', cents: 2_000 },
        { tender: 'check', cents: 5_000 },
        { tender: 'card', cents: 1_000 },
      ],
      cents: 8_000,
    });
    expect(await undo(ortiz, 'reverseReceipt', twice(wrong))).toEqual({ label: 'W3-V000001', receipt: wrong });
    expect(balances(station, ...explained, 'gl:401:1220000', 'gl:402:3790000')).toEqual({
      'over-short': 0,
      'difference:check': 0,
      'difference:card': 0,
      'gl:401:1220000': -4_000,
      'gl:402:3790000': -4_000,
    });
    expect(await owed(HALE)).toEqual({ balance: 4_640, credit: 0 });
    expect((await ortiz.ask('receipt', { label: right })).can).toMatchObject({ reverse: true });
    const seen = await ortiz.ask('receipt', { label: wrong });
    expect(seen).toMatchObject({
      standing: { lines: [null, null] },
      undos: [{ label: 'W3-V000001', kind: 'reversal', reason: 'keyed_twice', cents: 8_000 }],
      can: { void: false, correct: false, reverse: false, refund: false },
    });
    const slip = await station.lastSlip();
    expect(slip).toMatch(/Reversal W3-V000001/);
    expect(slip).toContain('See the next');
    expect(await refusedUndo(ortiz, 'reverseReceipt', twice(wrong))).toBe('nothing_stands');
  });

  test('gives back the credit that the receipt had spent, and takes back what it had left', async () => {
    await take([onAccount(HALE, 11_640)], [cash(11_640)]);
    const credit = { kind: 'credit' as const, accountNumber: HALE, cents: 3_000 };
    const label = await take([onAccount(NGUYEN, 9_000)], [credit, card(6_000)]);
    expect(await owed(HALE)).toEqual({ balance: 0, credit: 0 });
    await closed({ cash: { ...FLOAT, 2000: 10, 1000: 11, 500: 1, 100: 1, 25: 1, 10: 1, 5: 1 }, cardTotalCents: 6_000 });
    await undo(ortiz, 'reverseReceipt', { label, reason: 'never_was' });
    expect(await owed(HALE)).toEqual({ balance: -3_000, credit: 3_000 });
    expect(await owed(NGUYEN)).toEqual({ balance: 8_640, credit: 0 });
    expect(balances(station, `unapplied:${HALE}`, `unapplied:${NGUYEN}`, 'difference:card')).toEqual({
      [`unapplied:${HALE}`]: -3_000,
      [`unapplied:${NGUYEN}`]: 0,
      'difference:card': -6_000,
    });
  });

  test('of a receipt whose line and tender were corrected takes back what stands', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    const line = { what: 'line' as const, place: 0, to: onAccount(NGUYEN, 4_000) };
    await undo(ortiz, 'correctReceipt', { label, correction: line, reason: 'wrong_account' });
    const tender = { what: 'tender' as const, place: 0, to: card(4_000) };
    await undo(ortiz, 'correctReceipt', { label, correction: tender, reason: 'wrong_tender' });
    await closed();
    await undo(ortiz, 'reverseReceipt', twice(label));
    expect(balances(station, 'difference:card', 'over-short')).toEqual({ 'difference:card': 0, 'over-short': 0 });
    expect([await owed(HALE), await owed(NGUYEN)]).toEqual([
      { balance: 8_640, credit: 0 },
      { balance: 8_640, credit: 0 },
    ]);
  });
});

test('before a reversal it is told by how much the drawer was short, less what reversals have explained', async () => {
  const labels = [await take([onAccount(HALE, 4_000)], [cash(4_000)]), await take([MISC], [cash(4_000)])];
  const paid = await take([onAccount(NGUYEN, 1_000)], [card(1_000)]);
  await closed({ cash: { ...FLOAT, 1000: 13 }, cardTotalCents: 1_000 });
  const shortOf = async (label: string) =>
    (await ortiz.ask('reversalProposal', twice(label))).tenders.map(({ tender, shortCents }) => [tender, shortCents]);
  expect(await shortOf(labels[0] ?? '')).toEqual([['cash', 5_000]]);
  expect(await shortOf(paid)).toEqual([['card', 0]]);
  await undo(ortiz, 'reverseReceipt', twice(labels[0] ?? ''));
  expect(await shortOf(labels[1] ?? '')).toEqual([['cash', 1_000]]);
  await undo(ortiz, 'reverseReceipt', twice(labels[1] ?? ''));
  expect(await shortOf(paid)).toEqual([['card', 0]]);
});

test('bug: a reversal told others by how much the drawer was short before the office had counted it', async () => {
  const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
  await closed({ cash: { ...FLOAT, 500: 7 } });
  const shortTo = async (by: Caller) =>
    (await by.ask('reversalProposal', twice(label))).tenders.map(({ shortCents }) => shortCents);
  const others = [await station.signedIn('l.haddad'), await station.signedIn('j.whitebear')];
  for (const other of others) expect(await shortTo(other)).toEqual([null]);
  expect(await shortTo(ortiz)).toEqual([500]);
});

test('where the district does not count blind, anybody is told by how much the drawer was short', async () => {
  await station.close();
  await begun({ ...POLICY, counting: { blind: false } });
  const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
  await closed({ cash: { ...FLOAT, 500: 7 } });
  const haddad = await station.signedIn('l.haddad');
  expect((await haddad.ask('reversalProposal', twice(label))).tenders).toMatchObject([{ shortCents: 500 }]);
});

test('a reversal of rounded cash takes the rounding back (F52)', async () => {
  await station.close();
  await begun({ ...POLICY, cashRounding: 'nearest-five' });
  const label = await take([{ ...MISC, cents: 4_002 }], [cash(5_000)]);
  await closed();
  expect(balances(station, 'over-short', 'rounding')).toEqual({ 'over-short': 4_000, rounding: 2 });
  await undo(ortiz, 'reverseReceipt', twice(label));
  expect(balances(station, 'over-short', 'rounding')).toEqual({ 'over-short': 0, rounding: 0 });
});

describe('refused', () => {
  const refused = (asked: AskedUndo<'reverseReceipt'>) => refusedUndo(ortiz, 'reverseReceipt', asked);

  test('while its drawer is not closed, counted or not', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    expect(await refused(twice(label))).toBe('reversal_drawer_open');
    await ortiz.tell('startCount', { drawer });
    expect(await refused(twice(label))).toBe('reversal_drawer_open');
    expect(await refused(twice('W3-000999'))).toBe('receipt_unknown');
    expect((await ortiz.ask('receipt', { label })).can).toMatchObject({ void: false, reverse: false, refund: true });
  });

  test('when a part of it was paid back: what is left was real money', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    const means = { kind: 'cash' as const, drawer };
    const refund = { parts: [{ place: 0, cents: 1_000 }], means };
    await undo(ortiz, 'refundReceipt', { label, refund, reason: 'overpaid' });
    await closed({ cash: { ...FLOAT, 1000: 13 } });
    expect(await refused(twice(label))).toBe('receipt_changed');
    expect((await ortiz.ask('receipt', { label })).can).toMatchObject({ reverse: false, refund: true });
  });

  test('of a void receipt', async () => {
    const label = await take([MISC], [cash(4_000)]);
    const why = { label, reason: 'wrong_amount' as const, slip: await headOnSlip(ortiz, label) };
    const { mark } = await ortiz.ask('voidProposal', why);
    await ortiz.tell('voidReceipt', { ...why, approval: await yesTo(ortiz, mark) });
    await closed();
    expect(await refused(twice(label))).toBe('receipt_already_voided');
  });

  test('without approval, or with one for another reason', async () => {
    const label = await take([MISC], [cash(4_000)]);
    await closed();
    const asked = { ...twice(label), commandId: randomUUID() };
    expect(await ortiz.refused('reverseReceipt', asked)).toBe('approval_needed');
    const other = await markOf(ortiz, 'reverseReceipt', { ...twice(label), reason: 'never_was' });
    expect(await ortiz.refused('reverseReceipt', { ...asked, approval: await yesTo(ortiz, other) })).toBe(
      'approval_changed',
    );
  });
});
