import { randomUUID } from 'node:crypto';
import type { Input } from '#contract/contract';
import { entryAt } from '#db/station/journal';
import { entries } from '#db/station/schema';
import type { Policy } from '#domain/district';
import { readEntry } from '#main/ledger/readEntry';
import { account, charge, PINS, POLICY } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
const DAY_MS = 86_400_000;

type Payment = Omit<Input<'takePayment'>, 'commandId' | 'drawer'>;

/** Limits that a test can reach with few cents. */
const POLICY_HERE: Policy = {
  ...POLICY,
  limits: {
    ...POLICY.limits,
    currencyReportCents: 50_000,
    tenders: {
      cash: { onlineMaxCents: 100_000, offlineMaxCents: 3_000 },
      check: { onlineMaxCents: 20_000, offlineMaxCents: 2_000 },
      'money-order': { onlineMaxCents: 30_000, offlineMaxCents: 1_000 },
      card: { onlineMaxCents: 10_000, offlineMaxCents: 1_500 },
    },
  },
};

let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    policy: POLICY_HERE,
    accounts: [
      account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)], {
        flags: ['no-checks', 'autopay'],
        unappliedCents: 70_000,
      }),
    ],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
});
afterEach(() => station.close());

const take = (payment: Payment, caller = ortiz) => caller.tell('takePayment', { drawer, ...payment });
const refused = (payment: Payment) => ortiz.refused('takePayment', { commandId: randomUUID(), drawer, ...payment });
const needs = ({ lines, tenders, payer }: Payment) =>
  ortiz.ask('paymentNeeds', { drawer, lines, tenders, ...(payer === undefined ? {} : { payer }) });
const overrides = async (payment: Payment) => (await needs(payment)).needs.map(({ override }) => override);
const warnings = async (payment: Payment) => (await needs(payment)).warnings.map(({ warning }) => warning);
const lastIssued = () =>
  entryAt(station.look, station.look.select().from(entries).all().length, 'receipt_issued').entry;
const yesTo = async (mark: string, person = 'j.whitebear') =>
  (await ortiz.ask('approve', { mark, person, pin: PINS.get(person) ?? '' })).approval;

async function voided(label: string): Promise<void> {
  const about = { label, reason: 'wrong_amount' as const, slip: await headOnSlip(ortiz, label) };
  const { mark } = await ortiz.ask('voidProposal', about);
  await ortiz.tell('voidReceipt', { ...about, approval: await yesTo(mark) });
}

async function offline(): Promise<void> {
  station.ledger.line = 'down';
  await station.wait(90);
  expect((await ortiz.ask('station', {})).sync.state).toBe('offline');
}

const onAccount = (accountNumber: string, cents: number) => ({ kind: 'account' as const, accountNumber, cents });
const copies = { kind: 'fee' as const, code: 'copies', quantity: 4, cents: 100, told: [] };
const found = (cents: number, name = 'Tran, Linh') => ({
  kind: 'suspense' as const,
  cents,
  name,
  address: '7 Slate Ln',
  parcel: '',
});
const cash = (cents: number) => ({ kind: 'cash' as const, cents });
const check = (cents: number, more: Partial<Extract<Payment['tenders'][number], { kind: 'check' }>> = {}) => ({
  kind: 'check' as const,
  cents,
  checkNumber: '1187',
  routing: '021000021',
  bankAccount: '4000123412',
  ...more,
});
const moneyOrder = (cents: number, serial = '26011874453') => ({
  kind: 'money-order' as const,
  cents,
  issuer: 'usps' as const,
  serial,
});
const card = (cents: number) => ({
  kind: 'card' as const,
  cents,
  brand: 'visa' as const,
  lastFour: '8841',
  approvalCode: '04417B',
});

test('an ordinary payment needs nothing, before and after its tenders are typed', async () => {
  const payment = { lines: [onAccount(HALE, 1_000)], tenders: [cash(1_000)] };
  expect(await needs(payment)).toEqual({ warnings: [], needs: [], mark: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await needs({ ...payment, tenders: [] })).toMatchObject({ warnings: [], needs: [] });
  await take(payment);
  expect(lastIssued()).toMatchObject({ approver: null, payload: { noted: [], overrides: [] } });
});

test('amounts that no receipt has are refused, not a fault of ours', async () => {
  const lines = [onAccount(HALE, 999_999_999), onAccount(NGUYEN, 999_999_999)];
  expect(await ortiz.refused('paymentNeeds', { drawer, lines, tenders: [cash(1_000)] })).toBe('receipt_too_large');
  const tenders = [check(999_999_999), check(999_999_999, { checkNumber: '1188' })];
  expect(await ortiz.refused('paymentNeeds', { drawer, lines: [onAccount(HALE, 1_000)], tenders })).toBe(
    'tender_too_large',
  );
});

test.each([
  ['no lines', { lines: [] }],
  ['a tender that nobody knows', { tenders: [{ kind: 'gold', cents: 100 }] }],
  ['a blank payer', { payer: ' ' }],
  ['a field that nobody knows', { noted: [] }],
])('it is asked well: %s', async (_, more) => {
  const asked = { drawer, lines: [onAccount(HALE, 1_000)], tenders: [cash(1_000)], ...more };
  expect(await ortiz.refused('paymentNeeds', asked)).toBe('bad_input');
});

describe('a check that was taken before', () => {
  const payment = { lines: [onAccount(HALE, 1_000)], tenders: [check(1_000)] };

  test('is said, with its receipt, and passes when it was noted', async () => {
    const { label } = await take(payment);
    const { warnings: said } = await needs(payment);
    expect(said).toEqual([
      {
        warning: 'check_seen',
        sentence: expect.stringMatching(new RegExp(`1187 was taken before, on receipt ${label}`)),
      },
    ]);
    expect(await refused(payment)).toBe('check_seen');
    expect(await refused({ ...payment, noted: ['currency_report'] })).toBe('check_seen');
    await take({ ...payment, noted: ['check_seen'] });
    expect(lastIssued().payload.noted).toEqual(['check_seen']);
  });

  test('is the same with zeros before its number, and another from another account, bank or number', async () => {
    await take(payment);
    const asCheck = (more: Parameters<typeof check>[1]) => warnings({ ...payment, tenders: [check(1_000, more)] });
    expect(await asCheck({ checkNumber: '001187' })).toEqual(['check_seen']);
    expect(await asCheck({ bankAccount: '04000123412', form: 'cashiers' })).toEqual(['check_seen']);
    expect(await asCheck({ checkNumber: '1188' })).toEqual([]);
    expect(await asCheck({ bankAccount: '4000123413' })).toEqual([]);
    expect(await asCheck({ routing: '125000024' })).toEqual([]);
  });

  test('and a money order too, by its issuer and serial', async () => {
    await take({ ...payment, tenders: [moneyOrder(1_000)] });
    expect(await warnings({ ...payment, tenders: [cash(1), moneyOrder(999, '026011874453')] })).toEqual(['check_seen']);
    expect(await warnings({ ...payment, tenders: [moneyOrder(1_000, '26011874454')] })).toEqual([]);
    expect(await warnings({ ...payment, tenders: [{ ...moneyOrder(1_000), issuer: 'other' }] })).toEqual([]);
    expect(await warnings({ ...payment, tenders: [check(1_000, { checkNumber: '26011874453' })] })).toEqual([]);
  });

  test('is not, when that receipt is void', async () => {
    await voided((await take(payment)).label);
    expect(await warnings(payment)).toEqual([]);
    await take(payment);
    expect(lastIssued().payload.noted).toEqual([]);
  });
});

describe('currency beyond the report', () => {
  const pays = (cents: number, payer?: string): Payment => ({
    lines: [onAccount(HALE, cents)],
    tenders: [cash(cents)],
    ...(payer === undefined ? {} : { payer }),
  });

  test('of one payer together is said, and passes when it was noted', async () => {
    await take(pays(30_000));
    expect(await warnings(pays(20_000))).toEqual([]);
    const { warnings: said } = await needs(pays(20_001));
    expect(said).toEqual([
      {
        warning: 'currency_report',
        sentence: expect.stringMatching(
          /Hale, Dorothea has paid 500\.01 in currency within 24 hours, more than 500\.00/,
        ),
      },
    ]);
    expect(await refused(pays(20_001))).toBe('currency_report');
    await take({ ...pays(20_001), noted: ['currency_report'] });
    expect(lastIssued().payload.noted).toEqual(['currency_report']);
    expect(await refused(pays(1))).toBe('currency_report');
  });

  test('counts one payer, however the name is written, and no other', async () => {
    await take(pays(30_000, 'Ferndale Digging'));
    expect(await warnings(pays(30_000))).toEqual([]);
    expect(await warnings(pays(30_000, 'DIGGING, Ferndale'))).toEqual(['currency_report']);
  });

  test('counts a year, beyond a day, and nothing older', async () => {
    await take(pays(30_000));
    station.clock.advance(DAY_MS + 1);
    const said = await needs(pays(30_000));
    expect(said.warnings).toMatchObject([{ sentence: expect.stringContaining('within 12 months') }]);
    station.clock.advance(364 * DAY_MS);
    expect(await warnings(pays(30_000))).toEqual([]);
  });

  test('leaves void receipts, checks and cards out', async () => {
    await voided((await take(pays(30_000))).label);
    await take({ lines: [onAccount(HALE, 10_000)], tenders: [check(10_000)] });
    await take({ lines: [onAccount(HALE, 10_000)], tenders: [card(10_000)] });
    expect(await warnings(pays(50_000))).toEqual([]);
    expect(await warnings(pays(50_001))).toEqual(['currency_report']);
  });

  test('counts what stays of the cash, not the change, nor what other tenders pay', async () => {
    const lines = [onAccount(HALE, 45_000)];
    expect(await warnings({ lines, tenders: [cash(60_000)] })).toEqual([]);
    await take({ lines, tenders: [cash(60_000)] });
    expect(await warnings({ lines: [onAccount(HALE, 10_000)], tenders: [check(6_000), cash(9_000)] })).toEqual([]);
    await take({ lines: [onAccount(HALE, 10_000)], tenders: [check(6_000), cash(9_000)] });
    // 450.00 and 40.00 are kept so far.
    expect(await warnings({ lines: [onAccount(HALE, 1_001)], tenders: [cash(2_000)] })).toEqual(['currency_report']);
    expect(await warnings({ lines: [onAccount(HALE, 1_000)], tenders: [cash(2_000)] })).toEqual([]);
  });

  test('asks of the same payer that the receipt will name, wherever the account stands among the lines', async () => {
    await take(pays(45_000));
    const payment = { lines: [copies, found(5_000), onAccount(HALE, 1_000)], tenders: [cash(6_100)] };
    expect(await warnings(payment)).toEqual(['currency_report']);
    expect(await refused(payment)).toBe('currency_report');
  });

  test('of money for suspense is of who brought it', async () => {
    const brought = (name: string) => ({ lines: [copies, found(30_000, name)], tenders: [cash(30_100)] });
    await take(brought('Tran, Linh'));
    expect(await warnings(brought('Tran, Linh'))).toEqual(['currency_report']);
    expect(await warnings(brought('Tran, Long'))).toEqual([]);
  });

  test('of nobody named is taken below half of what is reported, and needs a name from there', async () => {
    const told = { quantity: 1, told: ['Pump'], goesTo: { fund: '401', bars: '3439001' } };
    const strange = (cents: number) => ({
      lines: [{ ...copies, ...told, code: 'misc-receipt', cents }],
      tenders: [cash(cents)],
    });
    expect(await warnings(strange(24_999))).toEqual([]);
    await take(strange(24_999));
    expect(await refused(strange(25_000))).toBe('payer_needed');
    expect(await refused({ ...strange(60_000), noted: ['currency_report'] })).toBe('payer_needed');
    expect(await refused({ ...strange(60_000), payer: '—' })).toBe('payer_needed');
    await take({ ...strange(25_000), payer: 'Okafor, Ada' });
    expect(await warnings({ ...strange(25_001), payer: 'Ada Okafor' })).toEqual(['currency_report']);
  });

  test('has no mark for cash that is entered twice', async () => {
    const twice = { drawer, lines: [onAccount(HALE, 200)], tenders: [cash(100), cash(100)] };
    expect(await ortiz.refused('paymentNeeds', twice)).toBe('cash_twice');
  });

  test('is noted beside a check that was seen, each by its own', async () => {
    await take({ lines: [onAccount(HALE, 40_000)], tenders: [check(1_000), cash(39_000)] });
    const payment = { lines: [onAccount(HALE, 20_000)], tenders: [check(1_000), cash(19_000)] };
    expect(await warnings(payment)).toEqual(['check_seen', 'currency_report']);
    expect(await refused({ ...payment, noted: ['check_seen'] })).toBe('currency_report');
    expect(await refused({ ...payment, noted: ['currency_report'] })).toBe('check_seen');
    await take({ ...payment, noted: ['currency_report', 'check_seen'] });
  });
});

describe('what a supervisor must approve', () => {
  const byCheck: Payment = { lines: [onAccount(NGUYEN, 1_000)], tenders: [check(1_000)] };

  test('a check for an account that takes none, not a cashier’s check', async () => {
    const { needs: asked, mark } = await needs(byCheck);
    expect(asked).toEqual([{ override: 'no_checks', sentence: expect.stringContaining(NGUYEN) }]);
    expect(await overrides({ ...byCheck, tenders: [check(1_000, { form: 'cashiers' })] })).toEqual([]);
    expect(await overrides({ ...byCheck, tenders: [moneyOrder(1_000)] })).toEqual([]);
    expect(await overrides({ ...byCheck, lines: [onAccount(HALE, 1_000)] })).toEqual([]);
    expect(await refused(byCheck)).toBe('approval_needed');
    await take({ ...byCheck, approval: await yesTo(mark) });
    expect(lastIssued()).toMatchObject({ approver: 'j.whitebear', payload: { overrides: ['no_checks'] } });
  });

  test('also where the account stands behind other lines, or has a fee of its own', async () => {
    const tenders = [check(4_100)];
    const nsf = { ...copies, code: 'nsf-fee', quantity: 1, cents: 4_000, accountNumber: NGUYEN };
    expect(await overrides({ lines: [copies, onAccount(NGUYEN, 4_000)], tenders })).toEqual(['no_checks']);
    expect(await overrides({ lines: [copies, nsf], tenders })).toEqual(['no_checks']);
  });

  test.each<[string, number, (cents: number) => Payment['tenders']]>([
    ['cash', 100_000, (cents) => [cash(cents)]],
    ['check', 20_000, (cents) => [check(cents - 1), check(1, { checkNumber: '1188' })]],
    ['money-order', 30_000, (cents) => [moneyOrder(5_000), moneyOrder(cents - 5_000, '7')]],
    ['card', 10_000, (cents) => [card(cents)]],
  ])('%s beyond its limit, all of it together', async (tender, most, tenders) => {
    const payment = (cents: number): Payment => ({
      lines: [onAccount(HALE, cents)],
      tenders: tenders(cents),
      noted: ['currency_report'],
    });
    expect(await overrides(payment(most))).toEqual([]);
    const { needs: asked, mark } = await needs(payment(most + 1));
    expect(asked).toEqual([{ override: 'tender_limit', sentence: expect.stringContaining(`by ${tender}`) }]);
    expect(await refused(payment(most + 1))).toBe('approval_needed');
    await take({ ...payment(most + 1), approval: await yesTo(mark) });
    expect(lastIssued().payload.overrides).toEqual(['tender_limit']);
  });

  test('credit has no limit of its own: it was taken before', async () => {
    const payment = {
      lines: [onAccount(HALE, 70_000)],
      tenders: [{ kind: 'credit' as const, cents: 70_000, accountNumber: NGUYEN }],
    };
    expect(await needs(payment)).toMatchObject({ warnings: [], needs: [] });
    await take(payment);
  });

  test('cash counts by what stays, so that a large note needs nobody', async () => {
    await offline();
    const payment = { lines: [onAccount(HALE, 2_999)], tenders: [cash(5_000)] };
    expect(await overrides(payment)).toEqual([]);
    await take(payment);
    expect(await overrides({ lines: [onAccount(HALE, 3_001)], tenders: [cash(5_000)] })).toEqual(['offline_limit']);
  });

  test.each<[number, (cents: number) => Payment['tenders']]>([
    [3_000, (cents) => [cash(cents)]],
    [2_000, (cents) => [check(cents)]],
    [1_000, (cents) => [moneyOrder(cents)]],
    [1_500, (cents) => [card(cents)]],
  ])('while offline, more than %d', async (most, tenders) => {
    const payment = (cents: number): Payment => ({ lines: [onAccount(HALE, cents)], tenders: tenders(cents) });
    expect(await overrides(payment(most + 1))).toEqual([]);
    await offline();
    expect(await overrides(payment(most))).toEqual([]);
    const { needs: asked, mark } = await needs(payment(most + 1));
    expect(asked.map(({ override }) => override)).toEqual(['offline_limit']);
    expect(await refused(payment(most + 1))).toBe('approval_needed');
    await take({ ...payment(most + 1), approval: await yesTo(mark) });
    expect(lastIssued().payload).toMatchObject({ overrides: ['offline_limit'], offlineSince: expect.any(Number) });
  });

  test('both at once is one approval of both', async () => {
    const payment = { lines: [onAccount(NGUYEN, 20_001)], tenders: [check(20_001)] };
    const { needs: asked, mark } = await needs(payment);
    expect(asked.map(({ override }) => override)).toEqual(['no_checks', 'tender_limit']);
    await take({ ...payment, approval: await yesTo(mark) });
    expect(lastIssued().payload.overrides).toEqual(['no_checks', 'tender_limit']);
    const again = await needs(payment);
    await take({ ...payment, noted: ['check_seen'], approval: await yesTo(again.mark) });
    await station.settled();
    for (const { text, personal } of station.ledger.entries)
      expect(readEntry(text, JSON.parse(text), personal)).toMatchObject({ state: 'good' });
  });

  const changes: [string, Payment][] = [
    ['another amount', { lines: [onAccount(NGUYEN, 1_001)], tenders: [check(1_001)] }],
    ['one line more', { lines: [onAccount(NGUYEN, 1_000), copies], tenders: [check(1_100)] }],
    ['another check', { ...byCheck, tenders: [check(1_000, { checkNumber: '1188' })] }],
    ['another bank account', { ...byCheck, tenders: [check(1_000, { bankAccount: '4000129999' })] }],
    ['a part in cash', { ...byCheck, tenders: [check(500), cash(500)] }],
    ['a limit besides', { lines: [onAccount(NGUYEN, 20_001)], tenders: [check(20_001)] }],
  ];

  test.each(changes)('the approval falls with %s', async (_, changed) => {
    const approval = await yesTo((await needs(byCheck)).mark);
    expect(await refused({ ...changed, approval })).toBe('approval_changed');
    await take({ ...byCheck, approval });
  });

  test('the approval falls when the line goes down meanwhile, and what it is needed for is another thing', async () => {
    const payment = { lines: [onAccount(NGUYEN, 2_001)], tenders: [check(2_001)] };
    await offline();
    const approval = await yesTo((await needs(payment)).mark);
    station.ledger.line = 'up';
    await station.settled();
    expect(await refused({ ...payment, approval })).toBe('approval_changed');
  });

  test('the approval is used once, lapses, and is another person’s', async () => {
    const { mark } = await needs(byCheck);
    expect(await ortiz.refused('approve', { mark, person: 'm.ortiz', pin: PINS.get('m.ortiz') })).toBe(
      'approval_not_theirs',
    );
    const approval = await yesTo(mark);
    await take({ ...byCheck, approval });
    expect(await refused({ ...byCheck, approval, noted: ['check_seen'] })).toBe('approval_used');
    const late = await yesTo(mark, 'i.solheim');
    station.clock.advance(120_001);
    expect(await refused({ ...byCheck, approval: late, noted: ['check_seen'] })).toBe('approval_lapsed');
    expect(await refused({ ...byCheck, approval: 'nonsense', noted: ['check_seen'] })).toBe('approval_needed');
  });

  test('an approval that is not needed is neither asked nor spent', async () => {
    const approval = await yesTo((await needs(byCheck)).mark);
    await take({ lines: [onAccount(HALE, 1_000)], tenders: [cash(1_000)], approval });
    expect(lastIssued().approver).toBeNull();
    await take({ ...byCheck, approval });
  });
});
