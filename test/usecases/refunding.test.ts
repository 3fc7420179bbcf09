import type { Input } from '#contract/contract';
import { account, charge, POLICY } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import {
  type AskedUndo,
  balances,
  card,
  cash,
  countAndClose,
  onAccount,
  refusedUndo,
  undo,
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
let station: TestStation;
let ortiz: Caller;
let drawer: string;

async function opened(float: Input<'openDrawer'>['float'] = { 2000: 5, 1000: 10 }): Promise<void> {
  ortiz = await station.signedIn('m.ortiz');
  const businessDay = new Date(station.clock.now()).toISOString().slice(0, 10);
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay, float }));
}

async function begun(policy = POLICY): Promise<void> {
  station = await createStation({
    policy,
    accounts: [
      account(HALE, 'Hale, Dorothea', [
        charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640),
        charge('penalty', 'Jul–Aug 2026', '2026-10-01', 1_500),
      ]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)]),
    ],
  });
  await opened();
}

afterEach(() => station.close());

async function take(lines: Input<'takePayment'>['lines'], tenders: Input<'takePayment'>['tenders']): Promise<string> {
  return (await ortiz.tell('takePayment', { drawer, lines, tenders })).label;
}
type Means = AskedUndo<'refundReceipt'>['refund']['means'];
const inCash = (): Means => ({ kind: 'cash', drawer });
const toCard = (lastFour = '8841', brand: 'visa' | 'amex' = 'visa'): Means => ({
  kind: 'card',
  brand,
  lastFour,
  approvalCode: '0R123',
});
const WARRANT: Means = { kind: 'warrant' };
const back = (label: string, means: Means, ...parts: [place: number, cents: number][]): AskedUndo<'refundReceipt'> => ({
  label,
  refund: { parts: parts.map(([place, amount]) => ({ place, cents: amount })), means },
  reason: 'overpaid',
});
const refund = (label: string, means: Means, ...parts: [number, number][]) =>
  undo(ortiz, 'refundReceipt', back(label, means, ...parts));
const refused = (label: string, means: Means, ...parts: [number, number][]) =>
  refusedUndo(ortiz, 'refundReceipt', back(label, means, ...parts));
const balanceOf = async (accountNumber: string) => (await ortiz.ask('account', { accountNumber })).balanceCents;
const ofDrawer = (tender: string) => `drawer:${drawer}:${tender}`;

describe('a refund', () => {
  beforeEach(() => begun());

  test('in cash, whole: money out of the drawer, the charges open again, nothing stands', async () => {
    const label = await take([onAccount(HALE, 9_000)], [cash(10_000)]);
    expect(await refund(label, inCash(), [0, 9_000])).toEqual({
      label: 'W3-R000001',
      receipt: label,
      cents: 9_000,
      cashBackCents: 9_000,
    });
    expect(balances(station, ofDrawer('cash'), 'gl:401:1220000')).toEqual({
      [ofDrawer('cash')]: 20_000,
      'gl:401:1220000': 0,
    });
    expect(await balanceOf(HALE)).toBe(10_140);
    const seen = await ortiz.ask('receipt', { label });
    expect(seen).toMatchObject({
      standing: { lines: [null] },
      undos: [{ label: 'W3-R000001', kind: 'refund', reason: 'overpaid', cents: 9_000, byName: 'Marisol Ortiz' }],
      can: { void: false, correct: false, reverse: false, refund: false },
    });
    expect(seen.undos[0]?.approverName).toBe('Joseph Whitebear');
    expect(await station.lastSlip()).toContain('Payer, received it');
    expect((await ortiz.ask('paper', {})).slips[0]?.kicked).toBe(true);
    for (const means of [inCash(), WARRANT]) expect(await refused(label, means, [0, 1])).toBe('nothing_stands');
  });

  test('in part: credit first, then the charge that was paid last; the rest stands and can go back later', async () => {
    const label = await take([onAccount(HALE, 12_000)], [cash(12_000)]);
    await refund(label, inCash(), [0, 3_000]);
    expect(await ortiz.ask('account', { accountNumber: HALE })).toMatchObject({
      unappliedCents: 0,
      charges: [{ kind: 'service', openCents: 1_140 }],
    });
    expect((await ortiz.ask('receipt', { label })).can).toEqual({
      void: false,
      correct: true,
      reverse: false,
      refund: true,
    });
    await refund(label, { kind: 'warrant' }, [0, 9_000]);
    expect(await balanceOf(HALE)).toBe(10_140);
  });

  test('bug: a receipt of which something still stood was called refunded', async () => {
    const label = await take([onAccount(HALE, 2_000), onAccount(NGUYEN, 1_000)], [cash(3_000)]);
    const called = async () => {
      const [row] = (await ortiz.ask('receipts', { text: label })).receipts;
      const { payments } = await ortiz.ask('account', { accountNumber: HALE });
      return [row?.undone, (await ortiz.ask('receipt', { label })).undone, payments[0]?.undone];
    };
    expect(await called()).toEqual([null, null, null]);
    await refund(label, inCash(), [0, 500]);
    expect(await called()).toEqual(['refund_in_part', 'refund_in_part', 'refund_in_part']);
    // Of the account nothing is left, of the receipt the other line.
    await refund(label, inCash(), [0, 1_500]);
    expect(await called()).toEqual(['refund_in_part', 'refund_in_part', 'refund']);
    await refund(label, inCash(), [1, 1_000]);
    expect(await called()).toEqual(['refund', 'refund', 'refund']);
  });

  test('of several lines at once, each back to where it came from', async () => {
    const label = await take([onAccount(HALE, 2_000), MISC, onAccount(NGUYEN, 1_000)], [cash(7_000)]);
    const proposed = await ortiz.ask('refundProposal', back(label, inCash(), [1, 1_500], [2, 1_000]));
    expect(proposed).toMatchObject({
      lines: [
        { kind: 'fee', cents: 1_500 },
        { kind: 'account', cents: 1_000 },
      ],
      cents: 2_500,
      roundingCents: 0,
    });
    await refund(label, inCash(), [1, 1_500], [2, 1_000]);
    expect(balances(station, 'gl:402:3790000', 'gl:401:1220000')).toEqual({
      'gl:402:3790000': -2_500,
      'gl:401:1220000': -2_000,
    });
    expect([await balanceOf(HALE), await balanceOf(NGUYEN)]).toEqual([8_140, 8_640]);
  });

  test('to the card that paid, through the terminal: no drawer moves and no tray opens', async () => {
    const label = await take([onAccount(HALE, 9_000)], [card(6_000), cash(3_000)]);
    expect(await refund(label, toCard(), [0, 4_000])).toMatchObject({ cents: 4_000, cashBackCents: 0 });
    expect(balances(station, ofDrawer('card'), ofDrawer('cash'), 'clearing:card')).toEqual({
      [ofDrawer('card')]: 6_000,
      [ofDrawer('cash')]: 23_000,
      'clearing:card': -4_000,
    });
    await station.lastSlip();
    expect((await ortiz.ask('paper', {})).slips[0]?.kicked).toBe(false);
    expect(await refused(label, toCard(), [0, 2_001])).toBe('refund_not_that_card');
    expect(await refused(label, toCard('1881'), [0, 1])).toBe('refund_no_such_card');
    expect(await refused(label, toCard('8841', 'amex'), [0, 1])).toBe('refund_no_such_card');
    await refund(label, toCard(), [0, 2_000]);
    expect(await refused(label, toCard(), [0, 1])).toBe('refund_not_that_card');
    await refund(label, WARRANT, [0, 3_000]);
  });

  test('to one of two cards that end alike counts for that one', async () => {
    const amex = { ...card(2_000), brand: 'amex' as const };
    const label = await take([onAccount(HALE, 5_000)], [card(3_000), amex]);
    await refund(label, toCard(), [0, 3_000]);
    await refund(label, toCard('8841', 'amex'), [0, 2_000]);
    expect(balances(station, 'clearing:card')).toEqual({ 'clearing:card': -5_000 });
  });

  test('by warrant is owed until it is issued, also beyond the limit for cash', async () => {
    const label = await take([onAccount(HALE, 20_000)], [cash(20_000)]);
    await refund(label, WARRANT, [0, 20_000]);
    expect(balances(station, 'refunds-payable', ofDrawer('cash'))).toEqual({
      'refunds-payable': -20_000,
      [ofDrawer('cash')]: 40_000,
    });
    expect(await station.lastSlip()).toContain('By warrant');
  });

  test('is not paid from a parked drawer, and says that it is parked', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    await ortiz.tell('parkDrawer', { drawer });
    expect(await refused(label, inCash(), [0, 4_000])).toBe('drawer_parked');
  });

  test('after the drawer of its receipt closed comes out of the drawer that is open now', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    const count = { checks: [], moneyOrders: [], cardTotalCents: 0 };
    await countAndClose(ortiz, drawer, { ...count, cash: { 2000: 12 } });
    expect(await refused(label, inCash(), [0, 4_000])).toBe('drawer_not_open');
    await opened();
    await refund(label, inCash(), [0, 4_000]);
    const seen = await countAndClose(ortiz, drawer, { ...count, cash: { 2000: 8 } });
    expect(seen.cash.map(({ by, cents }) => [by, cents])).toEqual([
      ['float', 20_000],
      ['refunds', -4_000],
    ]);
    expect(balances(station, 'over-short')).toEqual({ 'over-short': 0 });
  });

  test('of a line that was corrected goes back from where the correction took it', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    const correction = { what: 'line' as const, place: 0, to: onAccount(NGUYEN, 4_000) };
    await undo(ortiz, 'correctReceipt', { label, correction, reason: 'wrong_account' });
    await refund(label, inCash(), [0, 1_000]);
    expect([await balanceOf(HALE), await balanceOf(NGUYEN)]).toEqual([10_140, 5_640]);
    const rest = { what: 'line' as const, place: 0, to: onAccount(HALE, 3_000) };
    await undo(ortiz, 'correctReceipt', { label, correction: rest, reason: 'wrong_account' });
    expect([await balanceOf(HALE), await balanceOf(NGUYEN)]).toEqual([7_140, 8_640]);
    await refund(label, inCash(), [0, 3_000]);
    expect([await balanceOf(HALE), await balanceOf(NGUYEN)]).toEqual([10_140, 8_640]);
  });

  test('to a card that a correction took away, or put there', async () => {
    const label = await take([onAccount(HALE, 4_000)], [card(4_000)]);
    const to = (tender: Input<'takePayment'>['tenders'][number]) =>
      undo(ortiz, 'correctReceipt', {
        label,
        correction: { what: 'tender', place: 0, to: tender },
        reason: 'wrong_tender',
      });
    await to(card(4_000, '1881'));
    expect(await refused(label, toCard(), [0, 4_000])).toBe('refund_no_such_card');
    await refund(label, toCard('1881'), [0, 3_000]);
    await to(cash(4_000));
    expect(await refused(label, toCard('1881'), [0, 1_000])).toBe('refund_no_such_card');
    await refund(label, inCash(), [0, 1_000]);
  });
});
