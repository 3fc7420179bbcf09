import { randomUUID } from 'node:crypto';
import type { Input } from '#contract/contract';
import { expectGoodJournal } from '../support/goodJournal.ts';
import { lastEntry } from '../support/lastEntry.ts';
import { account, charge, POLICY } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import {
  type AskedUndo,
  balances,
  card,
  cash,
  check,
  countAndClose,
  goTo,
  markOf,
  moneyOrder,
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
const ROUNDING = { ...POLICY, cashRounding: 'nearest-five' as const };
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
const ofDrawer = (tender: string) => `drawer:${drawer}:${tender}`;

describe('refused', () => {
  beforeEach(() => begun());

  test('more than stands, a line twice, a line that is not there, a refund of a refund', async () => {
    const label = await take([onAccount(HALE, 4_000), MISC], [cash(8_000)]);
    expect(await refused(label, inCash(), [0, 4_001])).toBe('refund_too_large');
    expect(await refused(label, inCash(), [0, 1_000], [0, 1_000])).toBe('refund_line_twice');
    expect(await refused(label, inCash(), [2, 1])).toBe('line_unknown');
    const { label: first } = await refund(label, inCash(), [0, 4_000]);
    expect(await refused(label, inCash(), [0, 1])).toBe('line_unknown');
    expect(await refused(first, inCash(), [0, 1])).toBe('receipt_unknown');
    expect(await ortiz.refused('voidProposal', { label, reason: 'wrong_amount' })).toBe('receipt_changed');
  });

  test('more in cash than its limit', async () => {
    const label = await take([onAccount(HALE, 20_000)], [cash(20_000)]);
    expect(await refused(label, inCash(), [0, 10_001])).toBe('refund_cash_limit');
  });

  test('bug: what a drawer holds could be found by proposing refunds: only a second person’s yes asks it', async () => {
    const label = await take([onAccount(HALE, 20_000)], [cash(20_000)]);
    const count = { checks: [], moneyOrders: [], cardTotalCents: 0 };
    await countAndClose(ortiz, drawer, { ...count, cash: { 2000: 20 } });
    await opened({ 2000: 2 });
    const asked = back(label, inCash(), [0, 4_001]);
    const { mark } = await ortiz.ask('refundProposal', asked);
    const tell = (approval?: string) =>
      ortiz.refused('refundReceipt', { ...asked, commandId: randomUUID(), ...(approval ? { approval } : {}) });
    expect(await tell()).toBe('approval_needed');
    const approval = await yesTo(ortiz, mark);
    expect(await tell(approval)).toBe('refund_cash_short');
    const { entry } = lastEntry(station, 'cash_out_refused');
    expect([entry.actor, entry.approver, entry.postings]).toEqual(['m.ortiz', 'j.whitebear', []]);
    expect(entry.payload).toEqual({ drawer, batch: 'W3-B0002', what: 'refund', cents: 4_001, mark });
    expect(await tell(approval)).toBe('approval_used');
    await expectGoodJournal(station);
    await refund(label, inCash(), [0, 4_000]);
  });

  test('more in cash than its limit by several refunds of one receipt', async () => {
    const label = await take([onAccount(HALE, 20_000)], [cash(20_000)]);
    await refund(label, inCash(), [0, 6_000]);
    expect(await refused(label, inCash(), [0, 4_001])).toBe('refund_cash_limit');
    await refund(label, inCash(), [0, 4_000]);
    await refund(label, WARRANT, [0, 10_000]);
  });

  test('out of another’s drawer, or one that is not there', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    const haddad = await station.signedIn('l.haddad');
    const asked = back(label, inCash(), [0, 4_000]);
    expect(await refusedUndo(haddad, 'refundReceipt', asked)).toBe('drawer_not_yours');
    expect(await refused(label, { kind: 'cash', drawer: 'W3-D0099' }, [0, 1])).toBe('drawer_unknown');
  });

  test('without approval, with one of another amount, or with one that was used', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    const asked = back(label, inCash(), [0, 1_000]);
    const tell = (approval?: string) =>
      ortiz.refused('refundReceipt', { ...asked, commandId: randomUUID(), ...(approval ? { approval } : {}) });
    expect(await tell()).toBe('approval_needed');
    const more = back(label, inCash(), [0, 1_001]);
    expect(await tell(await yesTo(ortiz, await markOf(ortiz, 'refundReceipt', more)))).toBe('approval_changed');
    const yes = await yesTo(ortiz, await markOf(ortiz, 'refundReceipt', asked));
    await ortiz.tell('refundReceipt', { ...asked, approval: yes });
    expect(await tell(yes)).toBe('approval_used');
    expect(balances(station, ofDrawer('cash'))).toEqual({ [ofDrawer('cash')]: 23_000 });
  });

  test('of credit that has been spent since', async () => {
    const label = await take([onAccount(HALE, 15_140)], [cash(15_140)]);
    const credit = { kind: 'credit' as const, accountNumber: HALE, cents: 3_000 };
    await take([onAccount(NGUYEN, 3_000)], [credit]);
    expect(await refused(label, WARRANT, [0, 5_000])).toBe('refund_credit_spent');
    await refund(label, WARRANT, [0, 2_000]);
    expect(await refused(label, WARRANT, [0, 1])).toBe('refund_credit_spent');
  });
});

describe('what a check paid', () => {
  beforeEach(() => begun());

  test('waits ten banking days, over Thanksgiving; what the cash paid does not', async () => {
    const label = await take([onAccount(HALE, 10_000)], [check(7_000), cash(3_000)]);
    expect(await refused(label, WARRANT, [0, 3_001])).toBe('refund_not_cleared');
    await refund(label, inCash(), [0, 3_000]);
    expect(await refused(label, WARRANT, [0, 1])).toBe('refund_not_cleared');
    await goTo(station, '2026-12-07');
    ortiz = await station.signedIn('m.ortiz');
    expect(await refused(label, WARRANT, [0, 1])).toBe('refund_not_cleared');
    await goTo(station, '2026-12-08');
    ortiz = await station.signedIn('m.ortiz');
    await refund(label, WARRANT, [0, 7_000]);
    expect(balances(station, 'refunds-payable')).toEqual({ 'refunds-payable': -7_000 });
  });

  test('waits also when only a correction told that it was a check; a money order need not', async () => {
    const label = await take([onAccount(HALE, 4_000)], [moneyOrder(4_000)]);
    await refund(label, inCash(), [0, 1_000]);
    const correction = { what: 'tender' as const, place: 0, to: check(4_000) };
    await undo(ortiz, 'correctReceipt', { label, correction, reason: 'wrong_tender' });
    expect(await refused(label, WARRANT, [0, 1])).toBe('refund_not_cleared');
  });
});

describe('cash that was rounded', () => {
  beforeEach(() => begun(ROUNDING));

  test.each([
    ['down', 4_002, 4_000, -2],
    ['up', 4_003, 4_005, 2],
  ])('%s goes back as it came with the last cash refund (F50, F52)', async (_, due, kept, rounding) => {
    const label = await take([{ ...MISC, cents: due }], [cash(5_000)]);
    expect(balances(station, 'rounding', ofDrawer('cash'))).toEqual({
      rounding: -rounding,
      [ofDrawer('cash')]: 20_000 + kept,
    });
    expect(await refund(label, inCash(), [0, 1_000])).toMatchObject({ cents: 1_000 });
    expect(await refund(label, inCash(), [0, due - 1_000])).toMatchObject({ cents: kept - 1_000 });
    expect(balances(station, 'rounding', ofDrawer('cash'))).toEqual({ rounding: 0, [ofDrawer('cash')]: 20_000 });
  });

  test('by warrant too gives back no more than was paid (F61)', async () => {
    const label = await take([{ ...MISC, cents: 4_002 }], [cash(5_000)]);
    expect(await refund(label, WARRANT, [0, 4_002])).toMatchObject({ cents: 4_000 });
  });

  test('never leaves a rest that was rounded away', async () => {
    const label = await take([{ ...MISC, cents: 4_002 }], [cash(5_000)]);
    expect(await refused(label, inCash(), [0, 4_000])).toBe('refund_leaves_rounding');
    expect(await refused(label, inCash(), [0, 4_001])).toBe('refund_leaves_rounding');
    await refund(label, inCash(), [0, 3_999]);
    expect(await refund(label, inCash(), [0, 3])).toMatchObject({ cents: 1 });
  });

  test('beside a card: the card gets what it paid, the cash the rest', async () => {
    const label = await take([{ ...MISC, cents: 4_003 }], [card(3_000), cash(1_005)]);
    await refund(label, inCash(), [0, 1_003]);
    expect(await refund(label, toCard(), [0, 3_000])).toMatchObject({ cents: 3_000 });
  });

  test('is not put right as another tender', async () => {
    const label = await take([{ ...MISC, cents: 4_002 }], [cash(5_000)]);
    const correction = { what: 'tender' as const, place: 0, to: card(4_000) };
    const asked = { label, correction, reason: 'wrong_tender' as const };
    expect(await refusedUndo(ortiz, 'correctReceipt', asked)).toBe('correction_rounded');
  });
});
