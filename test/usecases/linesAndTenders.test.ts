import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Input, Output } from '#contract/contract';
import { balanceOf, entryAt } from '#db/station/journal';
import { entries, printJobs } from '#db/station/schema';
import type { Policy } from '#domain/district';
import type { ReceiptType } from '#domain/receiptType';
import { standingPlaces } from '#domain/standing';
import { expectGoodJournal } from '../support/goodJournal.ts';
import { account, CHECK_KEY, charge, POLICY } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { tcpPrinter } from '../support/tcpPrinter.ts';
import { unseal } from '../support/unseal.ts';

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
const IVANOV = '40-11902-01';

type Payment = Omit<Input<'takePayment'>, 'commandId' | 'drawer'>;

const RECEIVABLE = { fund: '401', bars: '1220000' };
const FEE = { fund: '401', bars: '3439001' };

/** What the sample has no type for: a price that begins later, one for supervisors, one that costs nothing, every kind of field. */
function type(code: string, more: Partial<ReceiptType>): ReceiptType {
  return {
    code,
    name: `Type ${code}`,
    unit: '',
    prices: [{ from: '2026-01-01', price: { kind: 'each', cents: 500 } }],
    distribution: [{ ...FEE, percent: 100 }],
    fields: [],
    account: 'none',
    prints: 'nothing',
    roles: ['cashier', 'supervisor'],
    ...more,
  };
}

/** The receivable of the accrual fund, and where the journal's own accounts stand. */
const KEPT_BY_STATION = [
  RECEIVABLE,
  ...standingPlaces(POLICY.standing, ['401', '402'], ['402']).map(({ fund, bars }) => ({ fund, bars })),
];
const POLICY_HERE: Policy = {
  ...POLICY,
  receiptTypes: [
    ...POLICY.receiptTypes,
    type('next-year', { prices: [{ from: '2027-01-01', price: { kind: 'each', cents: 500 } }] }),
    type('for-supervisors', { roles: ['supervisor'] }),
    type('first-free', {
      unit: 'page',
      prices: [
        {
          from: '2026-01-01',
          price: {
            kind: 'tiers',
            tiers: [
              { upTo: 5, eachCents: 0 },
              { upTo: null, eachCents: 15 },
            ],
          },
        },
      ],
    }),
    type('risen', {
      prices: [
        { from: '2026-01-01', price: { kind: 'each', cents: 500 } },
        { from: '2026-11-23', price: { kind: 'each', cents: 650 } },
        { from: '2026-11-24', price: { kind: 'each', cents: 900 } },
      ],
    }),
    type('thirds', {
      prices: [{ from: '2026-01-01', price: { kind: 'open' } }],
      distribution: [
        { ...FEE, percent: 33 },
        { fund: '401', bars: '3424000', percent: 33 },
        { fund: '402', bars: '3221000', percent: 34 },
      ],
    }),
    type('asks', {
      fields: [
        { name: 'Words', kind: 'text', required: true },
        { name: 'Feet', kind: 'number', required: false },
        { name: 'Day', kind: 'day', required: false },
        { name: 'Parcel', kind: 'parcel', required: false },
      ],
    }),
  ],
};

let station: TestStation;
let ortiz: Caller;
let drawer: string;

async function begin(policy: Policy): Promise<void> {
  station = await createStation({
    policy,
    accounts: [
      account(HALE, 'Hale, Dorothea', [
        charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640),
        charge('penalty', 'Jul–Aug 2026', '2026-10-01', 1_500),
      ]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)], {
        language: 'vi',
      }),
      account(IVANOV, 'Ivanov, Piotr', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)], {
        unappliedCents: 5_000,
        email: 'ivanov@quarrybay.example',
      }),
    ],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 5, 1000: 10 } }));
}

afterEach(() => station.close());

const take = (payment: Payment) => ortiz.tell('takePayment', { drawer, ...payment });
const refused = (payment: unknown) =>
  ortiz.refused('takePayment', { commandId: randomUUID(), drawer, ...(payment as object) });
const taken = async (payment: Payment) => (await ortiz.ask('receipt', { label: (await take(payment)).label })).receipt;
const held = (accountName: string) => balanceOf(station.look, accountName);
const credit = async (accountNumber: string) => (await ortiz.ask('account', { accountNumber })).unappliedCents;
const entriesWritten = () => station.look.select().from(entries).all().length;
const lastIssued = () => entryAt(station.look, entriesWritten(), 'receipt_issued');
const papers = () =>
  station.look
    .select({ document: printJobs.document, kick: printJobs.kick })
    .from(printJobs)
    .orderBy(printJobs.job)
    .all()
    .map(({ document, kick }) => [document, Boolean(kick)]);

const cash = (cents: number) => ({ kind: 'cash' as const, cents });
const card = (cents: number) => ({
  kind: 'card' as const,
  cents,
  brand: 'visa' as const,
  lastFour: '8841',
  approvalCode: '04417B',
});
const check = (cents: number, more: object = {}) => ({
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
const creditOf = (accountNumber: string, cents: number) => ({ kind: 'credit' as const, cents, accountNumber });

const onAccount = (accountNumber: string, cents: number, more: object = {}) => ({
  kind: 'account' as const,
  accountNumber,
  cents,
  ...more,
});
const fee = (code: string, cents: number, more: object = {}) => ({
  kind: 'fee' as const,
  code,
  quantity: 1,
  cents,
  told: [] as string[],
  ...more,
});
const permit = (more: object = {}) =>
  fee('side-sewer-permit', 116_325, {
    told: ['SS-2026-0412', '0418-22-0071', '118 Quarry Rd', 'Ferndale Digging', 'New side sewer'],
    ...more,
  });
const found = (cents: number, more: object = {}) => ({
  kind: 'suspense' as const,
  cents,
  name: 'Tran, Linh',
  address: '7 Slate Ln, Quarry Bay',
  parcel: '0418-22-0017',
  ...more,
});
const misc = (cents: number, more: object = {}) =>
  fee('misc-receipt', cents, { told: ['Scrap pump'], goesTo: FEE, ...more });

describe('lines', () => {
  beforeEach(() => begin(POLICY_HERE));

  test('a permit keeps its fields, posts its percents and prints a slip of its own', async () => {
    const label = (await take({ lines: [permit()], tenders: [check(116_325)], payer: 'Ferndale Digging' })).label;
    const { receipt } = await ortiz.ask('receipt', { label });
    expect(receipt.lines).toEqual([
      {
        kind: 'fee',
        code: 'side-sewer-permit',
        name: 'Side sewer permit',
        names: { es: 'Permiso de conexión al alcantarillado', ru: 'Разрешение на подключение к канализации' },
        accountNumber: null,
        told: [
          { field: 'Permit number', told: 'SS-2026-0412' },
          { field: 'Parcel', told: '0418-22-0071' },
          { field: 'Address', told: '118 Quarry Rd' },
          { field: 'Contractor', told: 'Ferndale Digging' },
          { field: 'Kind of work', told: 'New side sewer' },
        ],
        quantity: 1,
        cents: 116_325,
        shares: [
          { fund: '402', bars: '3221000', cents: 109_346 },
          { fund: '401', bars: '3424000', cents: 6_979 },
        ],
        prints: 'permit',
      },
    ]);
    expect([held('gl:402:3221000'), held('gl:401:3424000')]).toEqual([-109_346, -6_979]);
    expect(papers()).toEqual([
      ['receipt', true],
      ['permit', false],
    ]);
    const { rows } = await ortiz.ask('slip', { document: { kind: 'permit', label } });
    const text = rows.join('\n');
    for (const words of ['Side sewer permit', 'SS-2026-0412', '0418-22-0071', 'Ferndale Digging', '1,163.25', label])
      expect(text).toContain(words);
    expect((await station.lastSlip()).match(/Keep this permit at the work/)).not.toBeNull();
    expect(await ortiz.refused('slip', { document: { kind: 'permit', label: 'W3-000999' } })).toBe('slip_unknown');
  });

  test('a permit may belong to an account; it pays nothing there, but its customer pays', async () => {
    const before = await ortiz.ask('account', { accountNumber: NGUYEN });
    const { label } = await take({ lines: [permit({ accountNumber: NGUYEN })], tenders: [card(116_325)] });
    const { payer, receipt } = await ortiz.ask('receipt', { label });
    expect([payer, receipt.language]).toEqual(['Nguyễn, Minh Châu', 'vi']);
    expect((await ortiz.ask('account', { accountNumber: NGUYEN })).balanceCents).toBe(before.balanceCents);
  });

  test('copies cost by tiers, for so many', async () => {
    const receipt = await taken({
      lines: [fee('copies', 280, { quantity: 12 })],
      tenders: [cash(280)],
      payer: 'Ng, A',
    });
    expect(receipt.lines[0]).toMatchObject({ quantity: 12, cents: 280, shares: [{ ...FEE, cents: 280 }] });
    expect(await station.lastSlip()).toMatch(/12 × Copies and maps +2\.80/);
  });

  test('a price is that of the drawer’s day', async () => {
    await take({ lines: [fee('risen', 650)], tenders: [cash(650)] });
    expect(await refused({ lines: [fee('risen', 500)], tenders: [cash(500)] })).toBe('price_differs');
    expect(await refused({ lines: [fee('risen', 900)], tenders: [cash(900)] })).toBe('price_differs');
  });

  test('a miscellaneous receipt goes to the place of the chart that was chosen', async () => {
    const place = { fund: '402', bars: '3790000' };
    const receipt = await taken({ lines: [misc(1_234, { goesTo: place })], tenders: [cash(1_234)] });
    expect(receipt.lines[0]).toMatchObject({ shares: [{ ...place, cents: 1_234 }] });
    expect(held('gl:402:3790000')).toBe(-1_234);
  });

  test('a construction deposit is a liability, a returned check’s fee is on its account', async () => {
    await take({
      lines: [
        fee('construction-deposit', 250_000, { told: ['SS-2026-0412'], accountNumber: HALE }),
        fee('nsf-fee', 4_000, { accountNumber: HALE }),
      ],
      tenders: [check(254_000)],
    });
    expect([held('gl:401:2393000'), held('gl:401:3439001')]).toEqual([-250_000, -4_000]);
    expect((await ortiz.ask('account', { accountNumber: HALE })).balanceCents).toBe(10_140);
  });

  test('money whose account was not found waits in suspense; name and address stand beside the entry', async () => {
    const { label } = await take({
      lines: [onAccount(HALE, 1_500), found(5_000), found(700, { parcel: '', name: 'Okafor, Ada' })],
      tenders: [cash(7_200)],
    });
    expect(['2', '3'].map((place) => held(`suspense:${label}:${place}`))).toEqual([-5_000, -700]);
    const { entry, personal } = lastIssued();
    expect(entry.payload.lines[1]).toEqual({ kind: 'suspense', parcel: '0418-22-0017', cents: 5_000 });
    expect(JSON.stringify(entry)).not.toMatch(/Tran|Slate|Okafor|Hale/);
    expect(personal).toMatchObject({
      payer: 'Hale, Dorothea',
      owners: [
        { line: 1, name: 'Tran, Linh', address: '7 Slate Ln, Quarry Bay' },
        { line: 2, name: 'Okafor, Ada', address: '7 Slate Ln, Quarry Bay' },
      ],
    });
    const slip = await station.lastSlip();
    expect(slip).toMatch(/For an account to be found +50\.00\n +Tran, Linh\n +7 Slate Ln/);
  });

  test('who brought money for suspense is the payer where nobody else is', async () => {
    const { label } = await take({ lines: [found(5_000)], tenders: [cash(5_000)] });
    expect(await ortiz.ask('receipt', { label })).toMatchObject({ payer: 'Tran, Linh' });
  });

  test('named charges keep why they were named', async () => {
    const [penalty] = (await ortiz.ask('account', { accountNumber: HALE })).charges;
    const charges = [{ chargeId: penalty?.chargeId ?? 0, cents: 400 }];
    const why = async (more: object) => {
      const receipt = await taken({ lines: [onAccount(HALE, 400, more)], tenders: [cash(400)] });
      return receipt.lines[0]?.kind === 'account' ? receipt.lines[0].namedWhy : undefined;
    };
    expect(await why({ charges, namedWhy: 'dispute' })).toBe('dispute');
    expect(await why({ charges })).toBe('payer_named');
    expect(await why({})).toBeNull();
  });

  test('a percent split always sums to the cent (property)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 90_000 }), async (amount) => {
        const receipt = await taken({ lines: [fee('thirds', amount)], tenders: [cash(amount)] });
        const shares = receipt.lines[0]?.kind === 'fee' ? receipt.lines[0].shares : [];
        expect(shares.reduce((total, share) => total + share.cents, 0)).toBe(amount);
      }),
      { numRuns: 40 },
    );
  });
});

describe('tenders', () => {
  beforeEach(() => begin(POLICY_HERE));

  test('money orders and cashier’s checks lie in the drawer, each as its own paper', async () => {
    const receipt = await taken({
      lines: [onAccount(HALE, 10_140)],
      tenders: [
        moneyOrder(5_000),
        moneyOrder(2_000, '26011874454'),
        check(3_140, { form: 'cashiers', checkNumber: '700412' }),
      ],
    });
    expect(receipt.tenders.map((tender) => ('paper' in tender ? tender.paper.length : 0))).toEqual([32, 32, 32]);
    expect(receipt.tenders[2]).toMatchObject({ form: 'cashiers', lastFour: '3412' });
    const kept = receipt.tenders[2];
    expect(kept?.kind === 'check' && unseal(kept.sealedAccount, CHECK_KEY)).toBe('4000123412');
    expect(['money-order', 'check', 'cash'].map((tender) => held(`drawer:${drawer}:${tender}`))).toEqual([
      7_000, 3_140, 20_000,
    ]);
    const slip = await station.lastSlip();
    expect(slip).toMatch(/26011874453 +50\.00/);
    expect(slip).toMatch(/700412 +31\.40/);
  });

  test('credit of an account pays another one, and a void gives it back', async () => {
    const { label } = await take({
      lines: [onAccount(HALE, 6_000)],
      tenders: [creditOf(IVANOV, 3_000), creditOf(IVANOV, 1_000), cash(2_000)],
    });
    expect([await credit(IVANOV), held(`unapplied:${IVANOV}`)]).toEqual([1_000, 4_000]);
    expect(await refused({ lines: [onAccount(HALE, 1_001)], tenders: [creditOf(IVANOV, 1_001)] })).toBe('credit_short');

    const voiding = { label, reason: 'wrong_account' as const, slip: await headOnSlip(ortiz, label) };
    const { mark } = await ortiz.ask('voidProposal', voiding);
    const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: '8153' });
    expect(await ortiz.tell('voidReceipt', { ...voiding, approval })).toEqual({ label, cashBackCents: 2_000 });
    expect([await credit(IVANOV), held(`unapplied:${IVANOV}`)]).toEqual([5_000, 0]);
    await take({ lines: [onAccount(HALE, 5_000)], tenders: [creditOf(IVANOV, 5_000)] });
    expect(await credit(IVANOV)).toBe(0);
  });

  test('what an account was overpaid pays its next bill', async () => {
    await take({ lines: [onAccount(HALE, 12_000)], tenders: [cash(12_000)] });
    expect(await credit(HALE)).toBe(1_860);
    await take({ lines: [onAccount(NGUYEN, 1_860)], tenders: [creditOf(HALE, 1_860)] });
    expect([await credit(HALE), held(`unapplied:${HALE}`)]).toEqual([0, 0]);
    // Nothing was laid into the tray.
    expect(papers().at(-1)).toEqual(['receipt', false]);
  });

  test('on the telephone a card pays, and no tray opens', async () => {
    const receipt = await taken({
      lines: [onAccount(HALE, 10_140)],
      tenders: [card(10_140)],
      entryMode: 'phone',
      delivery: 'none',
    });
    expect(receipt).toMatchObject({ entryMode: 'phone', delivery: 'none' });
    expect(papers()).toEqual([]);
  });

  test('without a slip the tray still opens for cash', async () => {
    await take({ lines: [onAccount(HALE, 1_000)], tenders: [cash(1_000)], delivery: 'none' });
    await station.lastSlip();
    expect(papers()).toEqual([['tray', true]]);
    expect((await ortiz.ask('paper', {})).slips).toEqual([]);

    const printer = await tcpPrinter('ready');
    try {
      await ortiz.ask('choosePrinter', { printer: { kind: 'network', address: `127.0.0.1:${printer.port}` } });
      await take({ lines: [onAccount(IVANOV, 500)], tenders: [cash(500)], delivery: 'email' });
      while ((await ortiz.ask('station', {})).printer.waiting > 0)
        await new Promise((resolve) => setTimeout(resolve, 5));
      expect(printer.events().filter(({ event }) => event === 'kick')).toHaveLength(1);
      expect(printer.slips()).toBe(0);
    } finally {
      await ortiz.ask('choosePrinter', { printer: { kind: 'paper' } });
      await printer.close();
    }
  });

  test('by e-mail it goes to the address that was told, or to the account’s own; it stands beside the entry', async () => {
    const lines = [onAccount(IVANOV, 1_000)];
    await take({ lines, tenders: [card(1_000)], delivery: 'email' });
    expect(lastIssued().personal).toMatchObject({ email: 'ivanov@quarrybay.example' });
    await take({ lines, tenders: [cash(1_000)], delivery: 'both', email: 'piotr@elsewhere.example' });
    expect(lastIssued().personal).toMatchObject({ email: 'piotr@elsewhere.example' });
    expect(JSON.stringify(lastIssued().entry)).not.toContain('elsewhere');
    await take({ lines, tenders: [cash(1_000)] });
    expect(lastIssued().personal).not.toHaveProperty('email');
    expect(papers()).toEqual([
      ['receipt', true],
      ['receipt', true],
    ]);
  });
});

describe('where cash is rounded to the nearest five', () => {
  beforeEach(() => begin({ ...POLICY_HERE, cashRounding: 'nearest-five' }));

  test.each([
    ['a hundred', 282, 10_000, { changeCents: 9_720, roundingCents: -2 }],
    ['the exact coins (F50)', 282, 282, { changeCents: 0, roundingCents: 0 }],
    ['the rounded coins (F50)', 282, 280, { changeCents: 0, roundingCents: -2 }],
    ['more than the rounded', 283, 300, { changeCents: 15, roundingCents: 2 }],
  ])('%s for a fee', async (_, due, given, expected) => {
    const done = await take({ lines: [misc(due)], tenders: [cash(given)] });
    expect(done).toMatchObject({ totalCents: due, ...expected });
    expect(held('rounding')).toBe(-expected.roundingCents + 0);
    expect(held(`drawer:${drawer}:cash`)).toBe(20_000 + due + expected.roundingCents);
  });

  test('one coin short of the rounded amount is short', async () => {
    expect(await refused({ lines: [misc(282)], tenders: [cash(279)] })).toBe('tender_short');
  });

  test('beside a check the cash alone is rounded (F49)', async () => {
    const receipt = await taken({ lines: [misc(1_291)], tenders: [check(1_000), cash(300)] });
    expect(receipt).toMatchObject({ totalCents: 1_291, changeCents: 10, roundingCents: -1 });
    expect(receipt.tenders[1]).toMatchObject({ cents: 290, roundingCents: -1 });
    expect(receipt.payments).toEqual([
      { line: 0, tender: 0, cents: 1_000 },
      { line: 0, tender: 1, cents: 291 },
    ]);
  });

  test('a card alone is never rounded', async () => {
    expect(await take({ lines: [misc(1_291)], tenders: [card(1_291)] })).toMatchObject({ roundingCents: 0 });
  });

  test('what is owed is rounded; a part that the payer chose, more than is owed, or money for suspense never is', async () => {
    const rounding = async (lines: Payment['lines'], given: number) =>
      (await take({ lines, tenders: [cash(given)] })).roundingCents;
    const [penalty] = (await ortiz.ask('account', { accountNumber: HALE })).charges;
    const named = (cents: number) => ({ charges: [{ chargeId: penalty?.chargeId ?? 0, cents }] });
    expect(await rounding([onAccount(HALE, 1_001, named(1_001))], 2_000)).toBe(0);
    // What is left of the named charge is now 4.99, and all of it is due.
    expect(await rounding([onAccount(HALE, 499, named(499))], 1_000)).toBe(1);
    expect(await rounding([onAccount(HALE, 501)], 1_000)).toBe(0);
    expect(await rounding([onAccount(HALE, 8_139)], 10_000)).toBe(1);
    expect(await rounding([onAccount(HALE, 101)], 1_000)).toBe(0);
    expect(await rounding([found(101)], 1_000)).toBe(0);
    expect(await rounding([misc(102), found(101)], 1_000)).toBe(0);
  });

  test('a void takes the rounding back with the rest', async () => {
    const { label } = await take({ lines: [misc(282)], tenders: [cash(300)] });
    const voiding = { label, reason: 'wrong_amount' as const, slip: await headOnSlip(ortiz, label) };
    const { mark, cashBackCents } = await ortiz.ask('voidProposal', voiding);
    expect(cashBackCents).toBe(280);
    const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: '8153' });
    await ortiz.tell('voidReceipt', { ...voiding, approval });
    expect([held('rounding'), held(`drawer:${drawer}:cash`)]).toEqual([0, 20_000]);
  });

  test('Σ tenders − change − rounding = Σ lines = Σ postings, at every ending 0–99 (F49–F52)', async () => {
    const byEnding = fc.shuffledSubarray(
      Array.from({ length: 100 }, (_, ending) => ending),
      { minLength: 100 },
    );
    const [order] = fc.sample(byEnding, 1);
    for (const [turn, ending] of (order ?? []).entries()) {
      const due = 300 + ending;
      const checked = turn % 3 === 0 ? 100 + (turn % 7) : 0;
      const given = 500 + (turn % 11);
      const done: Output<'takePayment'> = await take({
        lines: [misc(due - 40), misc(40)],
        tenders: [...(checked > 0 ? [check(checked, { checkNumber: String(5_000 + turn) })] : []), cash(given)],
      });
      const { payload, postings } = lastIssued().entry;
      const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
      const on = (prefix: string) => postings.filter((posting) => posting.account.startsWith(prefix));
      expect(checked + given - done.changeCents - done.roundingCents).toBe(due);
      expect(done.roundingCents).toBe([0, -1, -2, 2, 1][(due - checked) % 5]);
      expect(total(payload.lines.map((line) => line.cents))).toBe(due);
      expect(total(payload.payments.map((payment) => payment.cents))).toBe(due);
      expect(total(on('gl:').map((posting) => posting.cents))).toBe(due);
      expect(total(on('drawer:').map((posting) => posting.cents))).toBe(due + done.roundingCents);
    }
  });
});

describe('refused, and nothing is left behind', () => {
  beforeEach(() => begin(POLICY_HERE));

  const asking = (told: string[]) => ({ lines: [fee('asks', 500, { told })], tenders: [cash(500)] });

  const rows: [string, string, unknown][] = [
    ['a check twice', 'check_twice', { tenders: [check(100), check(1_134, { checkNumber: '01187' })] }],
    ['a money order twice', 'check_twice', { tenders: [moneyOrder(100), moneyOrder(1_134)] }],
    ['more credit than there is', 'credit_short', { tenders: [creditOf(IVANOV, 900), creditOf(NGUYEN, 334)] }],
    ['credit of nobody', 'account_unknown', { tenders: [creditOf('40-99999-99', 1_234)] }],
    ['cash on the telephone', 'phone_needs_card', { entryMode: 'phone' }],
    [
      'a check beside a card on the telephone',
      'phone_needs_card',
      { entryMode: 'phone', tenders: [card(1_000), check(234)] },
    ],
    ['e-mail without an address', 'email_needed', { delivery: 'email' }],
    ['both without an address', 'email_needed', { delivery: 'both', lines: [onAccount(HALE, 1_234)] }],
    ['no such type', 'type_unknown', { lines: [fee('side-sewer', 1_234)] }],
    ['a type for supervisors', 'type_not_yours', { lines: [fee('for-supervisors', 500)] }],
    ['two of what there is one of', 'type_only_one', { lines: [permit({ quantity: 2, cents: 232_650 })] }],
    ['a type that begins next year', 'type_not_begun', { lines: [fee('next-year', 500)] }],
    ['a type that needs an account', 'type_needs_account', { lines: [fee('nsf-fee', 4_000)] }],
    ['a type without an account', 'type_has_no_account', { lines: [fee('copies', 25, { accountNumber: HALE })] }],
    ['a fee on no account of ours', 'account_unknown', { lines: [fee('nsf-fee', 4_000, { accountNumber: '40-9-9' })] }],
    ['another price', 'price_differs', { lines: [permit({ cents: 116_324 })] }],
    ['another price for so many', 'price_differs', { lines: [fee('copies', 275, { quantity: 12 })] }],
    ['what costs nothing', 'price_nothing', { lines: [fee('first-free', 15, { quantity: 5 })] }],
    ['a needed field left out', 'field_missing', { lines: [permit({ told: ['SS-2026-0412', '0418-22-0071'] })] }],
    ['a needed field of blanks', 'field_missing', asking(['   '])],
    ['words for a number', 'field_wrong', asking(['x', 'twelve'])],
    ['a day that is none', 'field_wrong', asking(['x', '', '11/23/2026'])],
    ['a day that no calendar has', 'field_wrong', asking(['x', '', '2026-02-30'])],
    ['a parcel that is none', 'field_wrong', asking(['x', '', '', 'lot #7'])],
    ['text that turns writing around', 'bad_input', asking(['x \u202E y'])],
    ['half a letter', 'bad_input', asking(['x \uD83D y'])],
    ['more fields than there are', 'fields_too_many', asking(['x', '', '', '', 'more'])],
    ['no place of the chart', 'chart_needed', { lines: [misc(1_234, { goesTo: undefined })] }],
    ['a place that was not asked', 'chart_not_asked', { lines: [permit({ goesTo: FEE })] }],
    ['a place that the chart has not', 'chart_unknown', { lines: [misc(1_234, { goesTo: { ...FEE, fund: '402' } })] }],
    ...KEPT_BY_STATION.map((goesTo): [string, string, unknown] => [
      `income to ${goesTo.bars}, which the station keeps`,
      'chart_not_income',
      { lines: [misc(1_234, { goesTo })] },
    ]),
    ['a card number in a field', 'card_number_in_text', { lines: [misc(1_234, { told: ['4111 1111 1111 1111'] })] }],
    ['a card number as a name', 'card_number_in_text', { lines: [found(1_234, { name: 'Visa 4111111111111111' })] }],
    ['an account twice', 'account_twice', { lines: [onAccount(HALE, 34), permit(), onAccount(HALE, 1_200)] }],
  ];

  test.each(rows)('%s: %s', async (_, code, more) => {
    const before = entriesWritten();
    expect(await refused({ lines: [misc(1_234)], tenders: [cash(1_234)], ...(more as object) })).toBe(code);
    expect(entriesWritten()).toBe(before);
    expect((await take({ lines: [misc(1_234)], tenders: [cash(1_234)] })).label).toBe('W3-000001');
  });

  test('a charge that is named twice', async () => {
    const [penalty] = (await ortiz.ask('account', { accountNumber: HALE })).charges;
    const named = { chargeId: penalty?.chargeId ?? 0, cents: 100 };
    const lines = [onAccount(HALE, 200, { charges: [named, named] })];
    expect(await refused({ lines, tenders: [cash(200)] })).toBe('charge_twice');
  });

  const bad: [string, unknown][] = [
    ['a kind of line that nobody knows', { lines: [{ kind: 'gift', cents: 100 }] }],
    ['a quantity of nothing', { lines: [misc(100, { quantity: 0 })] }],
    ['half of one', { lines: [misc(100, { quantity: 1.5 })] }],
    ['too many of one', { lines: [misc(100, { quantity: 10_000 })] }],
    ['no fields at all', { lines: [misc(100, { told: undefined })] }],
    ['an answer that is too long', { lines: [misc(100, { told: ['x'.repeat(81)] })] }],
    ['thirteen answers', { lines: [misc(100, { told: Array.from({ length: 13 }, () => 'x') })] }],
    ['a fund that is none', { lines: [misc(100, { goesTo: { fund: '1', bars: '3439001' } })] }],
    ['a fee with charges', { lines: [misc(100, { charges: [] })] }],
    ['an amount of nothing', { lines: [misc(0)] }],
    ['a minus amount in suspense', { lines: [found(-100)] }],
    ['suspense without a name', { lines: [found(100, { name: ' ' })] }],
    ['suspense without an address', { lines: [found(100, { address: '' })] }],
    ['a name on two lines', { lines: [found(100, { name: 'Tran\nLinh' })] }],
    ['a parcel that is too long', { lines: [found(100, { parcel: '9'.repeat(31) })] }],
    ['a parcel that turns writing around', { lines: [found(100, { parcel: '04\u202E18' })] }],
    ['a why that nobody knows', { lines: [onAccount(HALE, 100, { namedWhy: 'because' })] }],
    ['no charges named', { lines: [onAccount(HALE, 100, { charges: [] })] }],
    ['no lines', { lines: [] }],
    ['51 lines', { lines: Array.from({ length: 51 }, () => misc(100)) }],
    ['no tenders', { tenders: [] }],
    ['21 tenders', { tenders: Array.from({ length: 21 }, (_, place) => moneyOrder(10, String(place))) }],
    ['a tender that nobody knows', { tenders: [{ kind: 'gold', cents: 100 }] }],
    ['a form of check that nobody knows', { tenders: [check(100, { form: 'starter' })] }],
    ['a check without a number', { tenders: [check(100, { checkNumber: '' })] }],
    ['a routing number of eight digits', { tenders: [check(100, { routing: '02100002' })] }],
    ['an issuer that nobody knows', { tenders: [{ ...moneyOrder(100), issuer: 'corner-shop' }] }],
    ['a serial with letters', { tenders: [moneyOrder(100, '26O11')] }],
    ['a whole card number', { tenders: [{ ...card(100), lastFour: '41118841' }] }],
    ['an approval code with a blank', { tenders: [{ ...card(100), approvalCode: '04 17' }] }],
    ['a brand that nobody knows', { tenders: [{ ...card(100), brand: 'diners' }] }],
    ['credit of no account number', { tenders: [creditOf('hale', 100)] }],
    ['an entry mode that nobody knows', { entryMode: 'mail' }],
    ['a delivery that nobody knows', { delivery: 'fax' }],
    ['an address that is none', { delivery: 'email', email: 'piotr at elsewhere' }],
    ['a warning that nobody knows', { noted: ['too_rich'] }],
    ['an approval that is too long', { approval: 'x'.repeat(200) }],
    ['a blank payer', { payer: '  ' }],
  ];

  test.each(bad)('%s: bad_input', async (_, more) => {
    expect(await refused({ lines: [misc(100)], tenders: [cash(100)], ...(more as object) })).toBe('bad_input');
  });
});

describe('what the screens ask', () => {
  beforeEach(() => begin(POLICY_HERE));

  test('receipt types are those of the asker’s role, at the price of the drawer’s day', async () => {
    const codes = async (caller: Caller, of = drawer) =>
      (await caller.ask('receiptTypes', { drawer: of })).types.map(({ code }) => code);
    const { types } = await ortiz.ask('receiptTypes', { drawer });
    expect(types.find(({ code }) => code === 'risen')?.price).toEqual({ kind: 'each', cents: 650 });
    expect(types.find(({ code }) => code === 'misc-receipt')).toMatchObject({
      price: { kind: 'open' },
      distribution: null,
    });
    expect(await codes(ortiz)).not.toContain('next-year');
    expect(await codes(ortiz)).not.toContain('for-supervisors');
    expect(await codes(await station.signedIn('j.whitebear'))).toContain('for-supervisors');
    expect(await ortiz.refused('receiptTypes', { drawer: 'W3-D0999' })).toBe('drawer_unknown');
    const park = await station.signedIn('s.park');
    expect(await park.refused('receiptTypes', { drawer })).toBe('not_permitted');
  });

  test('a supervisor with a drawer of her own takes what is hers alone', async () => {
    const whitebear = await station.signedIn('j.whitebear');
    const own = await whitebear.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
    const payment = { drawer: own.drawer, lines: [fee('for-supervisors', 500)], tenders: [cash(500)] };
    expect((await whitebear.tell('takePayment', payment)).totalCents).toBe(500);
  });

  test('the draft of a slip shows every kind of line and tender as the slip that prints', async () => {
    const { rows } = await ortiz.ask('draftSlip', {
      drawer,
      lines: [
        {
          kind: 'fee',
          code: 'copies',
          name: 'Copies and maps',
          accountNumber: null,
          told: [{ field: 'Words', told: 'Sheet 7' }],
          quantity: 12,
          cents: 282,
          shares: [{ ...FEE, cents: 282 }],
          prints: 'nothing',
        },
        { kind: 'suspense', parcel: '0418-22-0017', cents: 5_000 },
      ],
      tenders: [
        { kind: 'money-order', cents: 2_000, issuer: 'usps', serial: '' },
        { kind: 'check', cents: 1_000, form: 'cashiers', checkNumber: '700412' },
        { kind: 'credit', cents: 1_000, accountNumber: IVANOV },
        { kind: 'card', cents: 1_000, brand: 'visa', lastFour: '', approvalCode: '' },
        { kind: 'cash', cents: 280, tenderedCents: 300, roundingCents: -2 },
      ],
      changeCents: 20,
      roundingCents: -2,
      payer: '',
    });
    const text = rows.join('\n');
    expect(text).toMatch(/12 × Copies and maps +2\.82\n +Words: Sheet 7/);
    expect(text).toMatch(/For an account to be found +50\.00\n +Parcel 0418-22-0017/);
    expect(text).toMatch(/TOTAL +52\.82/);
    expect(text).toMatch(/700412 +10\.00/);
    expect(text).toContain(IVANOV);
    expect(text).toMatch(/[Rr]ound.* +−0\.02/);
    expect(text).toMatch(/Change +0\.20/);
  });
});

test('the journal of a day with every line and tender is sent whole, verified and read by the ledger', async () => {
  await begin({ ...POLICY_HERE, cashRounding: 'nearest-five' });
  await take({ lines: [permit({ accountNumber: HALE }), found(5_000)], tenders: [check(121_325)] });
  await take({ lines: [misc(282), fee('copies', 280, { quantity: 12 })], tenders: [card(100), cash(500)] });
  await take({ lines: [fee('thirds', 101)], tenders: [moneyOrder(101)], delivery: 'none' });
  const spent = await take({ lines: [onAccount(IVANOV, 5_000)], tenders: [creditOf(IVANOV, 5_000)] });
  await take({ lines: [onAccount(NGUYEN, 8_640)], tenders: [card(8_640)], entryMode: 'phone', delivery: 'none' });
  const rounded = await take({ lines: [misc(283)], tenders: [cash(300)] });
  for (const { label } of [spent, rounded]) {
    const about = { label, reason: 'payer_changed_mind' as const, slip: await headOnSlip(ortiz, label) };
    const { mark } = await ortiz.ask('voidProposal', about);
    const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: '8153' });
    await ortiz.tell('voidReceipt', { ...about, approval });
  }
  await ortiz.tell('startCount', { drawer });
  const cashKept = 20_000 + 460;
  await ortiz.tell('submitCount', {
    drawer,
    count: {
      cash: { 1: cashKept },
      checks: [{ checkNumber: '1187', cents: 121_325 }],
      moneyOrders: [{ checkNumber: '26011874453', cents: 101 }],
      cardTotalCents: 8_740,
    },
  });
  const { countNumber, comparison } = await ortiz.ask('comparison', { drawer });
  expect(comparison.tenders.map(({ tender, differenceCents }) => [tender, differenceCents])).toEqual([
    ['cash', 0],
    ['check', 0],
    ['money-order', 0],
    ['card', 0],
  ]);
  await ortiz.tell('closeDrawer', { drawer, countNumber });
  await station.settled();

  expect(station.ledger.entries).toHaveLength(entriesWritten());
  const said = (await expectGoodJournal(station)).join('\n');
  expect(said).toContain('6 receipts and 1 Z report without a gap');
});
