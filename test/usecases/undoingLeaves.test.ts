import type { Input } from '#contract/contract';
import { currencyFrom } from '#db/station/currency';
import { account, charge, POLICY } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import {
  card,
  cash,
  check,
  countAndClose,
  moneyOrder,
  onAccount,
  refusedUndo,
  undo,
  yesTo,
} from '../support/undoing.ts';

/* What undoing leaves behind: papers that are known again, currency of a payer, credit that was spent. */

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
let station: TestStation;
let ortiz: Caller;
let drawer: string;

async function opened(): Promise<void> {
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
}

beforeEach(async () => {
  const limits = { ...POLICY.limits, currencyReportCents: 50_000, refundCashMaxCents: 50_000 };
  station = await createStation({
    policy: { ...POLICY, limits },
    accounts: [
      account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)]),
    ],
  });
  await opened();
});
afterEach(() => station.close());

type Tender = Input<'takePayment'>['tenders'][number];
const take = async (
  tenders: Tender[],
  lines = [
    onAccount(
      HALE,
      tenders.reduce((sum, one) => sum + one.cents, 0),
    ),
  ],
) => (await ortiz.tell('takePayment', { drawer, lines, tenders })).label;
const correct = (label: string, to: Tender, place = 0) =>
  undo(ortiz, 'correctReceipt', { label, correction: { what: 'tender', place, to }, reason: 'wrong_tender' });
const refund = (label: string, cents: number, kind: 'cash' | 'warrant' = 'cash') =>
  undo(ortiz, 'refundReceipt', {
    label,
    refund: { parts: [{ place: 0, cents }], means: kind === 'cash' ? { kind, drawer } : { kind } },
    reason: 'overpaid',
  });
const warnings = async (tender: Tender) => {
  const payment = { drawer, lines: [onAccount(NGUYEN, tender.cents)], tenders: [tender], payer: 'hale, DOROTHEA' };
  return (await ortiz.ask('paymentNeeds', payment)).warnings.map(({ warning }) => warning);
};
const currency = (payer = 'Hale, Dorothea') => currencyFrom(station.look, payer, 0);

async function close(count: Partial<Input<'submitCount'>['count']>): Promise<void> {
  await countAndClose(ortiz, drawer, { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0, ...count });
}

describe('the same paper', () => {
  test('that a correction brought in is seen again, and the one that it took away is not', async () => {
    const label = await take([cash(1_000)]);
    await correct(label, check(1_000, '4471'));
    expect(await warnings(check(500, '4471'))).toEqual(['check_seen']);
    await correct(label, check(1_000, '4472'));
    expect(await warnings(check(500, '4471'))).toEqual([]);
    expect(await warnings(check(500, '4472'))).toEqual(['check_seen']);
    await correct(label, moneyOrder(1_000));
    expect(await warnings(check(500, '4472'))).toEqual([]);
    expect(await warnings(moneyOrder(700))).toEqual(['check_seen']);
  });

  test('that a receipt was issued with is not seen any more once it was corrected away', async () => {
    const label = await take([check(1_000, '4471')]);
    await correct(label, card(1_000));
    expect(await warnings(check(500, '4471'))).toEqual([]);
  });

  test('is told to the supervisor before a correction brings it in', async () => {
    const before = await take([check(1_000, '4471')]);
    const label = await take([cash(1_000)]);
    const asked = { label, correction: { what: 'tender' as const, place: 0, to: check(1_000, '4471') } };
    const proposed = await ortiz.ask('correctionProposal', { ...asked, reason: 'wrong_tender' });
    expect(proposed.warnings).toEqual([{ warning: 'check_seen', sentence: expect.stringContaining(before) }]);
  });

  test('of a receipt that never was is not seen', async () => {
    const label = await take([check(1_000, '4471')]);
    await close({ cash: { 2000: 10 } });
    await undo(ortiz, 'reverseReceipt', { label, reason: 'keyed_twice' });
    await opened();
    expect(await warnings(check(500, '4471'))).toEqual([]);
  });
});

describe('currency of a payer', () => {
  test('counts what is still there, whatever the name’s capitals are in any alphabet', async () => {
    await ortiz.tell('takePayment', { drawer, lines: [onAccount(NGUYEN, 100)], tenders: [cash(100)] });
    expect([currency('nguyễn, minh CHÂU'), currency('Nguyen, Minh Chau')]).toEqual([100, 0]);
    await take([cash(40_000)]);
    expect(await warnings(cash(10_000))).toEqual([]);
    expect(await warnings(cash(10_001))).toEqual(['currency_report']);
  });

  test('goes down with a void and a correction to another tender, and up the other way', async () => {
    const label = await take([cash(40_000)]);
    await correct(label, check(40_000, '4471'));
    expect(currency()).toBe(0);
    await correct(label, cash(40_000));
    expect(currency()).toBe(40_000);
    await refund(label, 15_000);
    expect(currency()).toBe(40_000);
    const other = await take([cash(1_000)]);
    const about = { label: other, reason: 'wrong_amount' as const, slip: await headOnSlip(ortiz, other) };
    const { mark } = await ortiz.ask('voidProposal', about);
    await ortiz.tell('voidReceipt', { ...about, approval: await yesTo(ortiz, mark) });
    expect(currency()).toBe(40_000);
    await correct(label, card(40_000));
    expect(currency()).toBe(0);
  });

  test('is told to the supervisor before a correction to cash brings it beyond what is reported', async () => {
    const proposed = async (label: string) => {
      const correction = { what: 'tender' as const, place: 0, to: cash(30_000) };
      return ortiz.ask('correctionProposal', { label, correction, reason: 'wrong_tender' });
    };
    const [first, second] = [await take([card(30_000)]), await take([card(30_000)])];
    expect((await proposed(first)).warnings).toEqual([]);
    await correct(first, cash(30_000));
    expect((await proposed(second)).warnings).toEqual([
      { warning: 'currency_report', sentence: expect.stringContaining('has paid 600.00 in currency within 24 hours') },
    ]);
  });

  test('that nobody is known to have brought is in no correction, as it is in no payment', async () => {
    const goesTo = { fund: '401', bars: '3439001' };
    const line = { kind: 'fee' as const, code: 'misc-receipt', quantity: 1, told: ['Pump'], goesTo, cents: 25_000 };
    const { label } = await ortiz.tell('takePayment', { drawer, lines: [line], tenders: [card(25_000)] });
    const correction = { what: 'tender' as const, place: 0, to: cash(25_000) };
    const asked = { label, correction, reason: 'wrong_tender' as const };
    expect(await refusedUndo(ortiz, 'correctReceipt', asked)).toBe('correction_nameless');
  });

  test('a refund takes nothing off, by warrant or in cash', async () => {
    const [paid, byCard] = [await take([cash(9_000)]), await take([card(4_000)])];
    await refund(paid, 2_000, 'warrant');
    await refund(byCard, 4_000);
    await refund(paid, 3_000);
    expect(currency()).toBe(9_000);
  });

  test('a reversal takes off what never was', async () => {
    const label = await take([cash(9_000)]);
    await close({ cash: { 2000: 10 } });
    await undo(ortiz, 'reverseReceipt', { label, reason: 'never_was' });
    expect(currency()).toBe(0);
  });

  test('an undoing counts at the time of its receipt: what is older than a year is no more and no less', async () => {
    const label = await take([cash(9_000)]);
    const after = station.clock.now() + 1;
    station.clock.advance(60_000);
    await correct(label, card(9_000));
    expect(currencyFrom(station.look, 'Hale, Dorothea', after)).toBe(0);
    expect(currency()).toBe(0);
  });
});

describe('credit that was spent since', () => {
  async function spent(): Promise<string> {
    const label = await take([cash(10_000)], [onAccount(NGUYEN, 10_000)]);
    await take([{ kind: 'credit', cents: 1_000, accountNumber: NGUYEN }]);
    return label;
  }
  const owes = async () => (await ortiz.ask('account', { accountNumber: NGUYEN })).unappliedCents;

  test('is owed by the account after a reversal, because it never was: the proposal says so', async () => {
    const label = await spent();
    await close({ cash: { 2000: 10 } });
    const proposed = await ortiz.ask('reversalProposal', { label, reason: 'keyed_twice' });
    expect(proposed.spent).toEqual([{ accountNumber: NGUYEN, leftCents: 360, spentCents: 1_000 }]);
    await undo(ortiz, 'reverseReceipt', { label, reason: 'keyed_twice' });
    expect(await owes()).toBe(-1_000);
  });

  test('is owed by the account after a correction to where the money belongs: the proposal says so', async () => {
    const label = await spent();
    const correction = { what: 'line' as const, place: 0, to: onAccount(HALE, 10_000) };
    const proposed = await ortiz.ask('correctionProposal', { label, correction, reason: 'wrong_account' });
    expect(proposed.spent).toEqual([{ accountNumber: NGUYEN, leftCents: 360, spentCents: 1_000 }]);
    await undo(ortiz, 'correctReceipt', { label, correction, reason: 'wrong_account' });
    expect(await owes()).toBe(-1_000);
  });
});
