import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
const IVANOV = '40-12100-02';

let station: TestStation;
let ortiz: Caller;
let haddad: Caller;
let drawers: [string, string];
/** What each cashier took, by number: 1 to 5. */
let labels: string[];

const cash = (cents: number) => ({ kind: 'cash' as const, cents });
const check = (cents: number, checkNumber: string) => ({
  kind: 'check' as const,
  cents,
  checkNumber,
  routing: '021000021',
  bankAccount: '4000123412',
});

beforeAll(async () => {
  station = await createStation({
    accounts: [
      account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [charge('service', 'Sep–Oct 2026', '2026-11-30', 17_280)]),
      account(IVANOV, 'Иванов, Алексей', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)]),
    ],
  });
  [ortiz, haddad] = [await station.signedIn('m.ortiz'), await station.signedIn('l.haddad')];
  const open = async (by: Caller) => (await by.tell('openDrawer', { businessDay: '2026-11-23', float: {} })).drawer;
  drawers = [await open(ortiz), await open(haddad)];
  const take = async (
    by: Caller,
    lines: [string, number][],
    tenders: (ReturnType<typeof cash> | ReturnType<typeof check>)[],
    payer?: string,
  ) =>
    (
      await by.tell('takePayment', {
        drawer: by === ortiz ? drawers[0] : drawers[1],
        lines: lines.map(([accountNumber, cents]) => ({ kind: 'account' as const, accountNumber, cents })),
        tenders,
        ...(payer === undefined ? {} : { payer }),
      })
    ).label;
  labels = [
    await take(ortiz, [[HALE, 8_640]], [cash(10_000)]),
    await take(ortiz, [[NGUYEN, 8_640]], [check(8_640, '1187')]),
    await take(haddad, [[IVANOV, 4_000]], [check(3_000, '00347'), cash(1_000)]),
    await take(
      ortiz,
      [
        [HALE, 100],
        [NGUYEN, 200],
      ],
      [cash(300)],
      'Señora Ibáñez',
    ),
    await take(haddad, [[IVANOV, 118_700]], [cash(118_700)]),
  ];
});
afterAll(() => station.close());

const found = async (text: string, drawer?: string) =>
  (await ortiz.ask('receipts', { text, ...(drawer === undefined ? {} : { drawer }) })).receipts.map(
    (row) => labels.indexOf(row.label) + 1,
  );

test('without a text all are listed, the latest first; or those of one drawer', async () => {
  expect((await ortiz.ask('receipts', {})).receipts.map((row) => row.label)).toEqual([...labels].reverse());
  expect((await ortiz.ask('receipts', { most: 1 })).receipts.map((row) => row.label)).toEqual(labels.slice(-1));
  expect(await found('  ', drawers[1])).toEqual([5, 3]);
});

test.each([
  ['its whole number', 'W3-000002', [2]],
  ['its whole number in small letters', 'w3-000002', [2]],
  ['the number without its zeros', '2', [2]],
  ['the number with its zeros, which is an amount too', '000003', [4, 3]],
  ['the payer’s beginning', 'sen', [4]],
  ['the payer without accents', 'nguyen, minh', [4, 2]],
  ['the payer with accents', 'Nguyễn', [4, 2]],
  ['the payer in Cyrillic', 'иванов', [5, 3]],
  ['the same payer in Latin letters', 'ivanov', [5, 3]],
  ['a payer who is named', 'senora ibanez', [4]],
  ['a word of the payer’s name', 'dorothea', [4, 1]],
  ['the beginnings of two words in any order', 'min ngu', [4, 2]],
  ['the customer, where somebody else paid', 'hale', [4, 1]],
  ['a word of one name and a word of another', 'ibanez chau', [4]],
  ['words of which nobody has both', 'ivanov dorothea', []],
  ['an account, on any line', NGUYEN, [4, 2]],
  ['an account without its occupant', '40-12093', [4, 2]],
  ['an account as it is typed', '40-1209', [4, 2]],
  ['an account without dashes', '401210002', [5, 3]],
  ['an account without its route', '12100-02', [5, 3]],
  ['an account without its route and dashes', '1210002', [5, 3]],
  ['a part of an account', '12100', [5, 3]],
  ['two digits, which are an amount but no part of an account', '40', [3]],
  ['an amount whose digits are parts of accounts', '40.01', []],
  ['a check’s number, which is an amount and a part of an account too', '1187', [5, 4, 2, 1]],
  ['a check’s number as it was typed', '00347', [3]],
  ['an amount', '86.40', [2, 1]],
  ['an amount with separators', '1,187.00', [5]],
  ['a part of a cent', '86.405', []],
  ['nobody', 'Zzyzx', []],
  ['signs alone', '%_*"\'', []],
])('is found by %s: %s', async (_, text, expected) => {
  expect(await found(text)).toEqual(expected);
});

test('what fits as a whole is not pushed out by what only begins so', async () => {
  const many = await createStation({
    accounts: [account('40-10000-01', 'Old, One', []), account('40-11000-01', 'New, Many', [])],
  });
  const by = await many.signedIn('m.ortiz');
  const { drawer } = await by.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  const pay = (accountNumber: string, cents: number) =>
    by.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account' as const, accountNumber, cents }],
      tenders: [cash(cents)],
    });
  const first = await pay('40-10000-01', 11_000);
  await pay('40-10000-01', 200);
  for (let time = 0; time < 201; time++) await pay('40-11000-01', 300);
  const { receipts } = await by.ask('receipts', { text: '110' });
  expect(receipts).toHaveLength(200);
  expect(receipts.at(-1)?.label).toBe(first.label);
  await many.close();
});

test('a text and a drawer together', async () => {
  expect(await found('86.40', drawers[1])).toEqual([]);
  expect(await found('ivanov', drawers[1])).toEqual([5, 3]);
});

test('a row says who, when, how much and how paid', async () => {
  const [row] = (await ortiz.ask('receipts', { text: labels[2] ?? '' })).receipts;
  expect(row).toEqual({
    label: 'W3-000003',
    drawer: drawers[1],
    cashierName: 'Layla Haddad',
    businessDay: '2026-11-23',
    issuedAt: expect.any(Number),
    payer: 'Иванов, Алексей',
    paidBy: 'Check № 00347, Cash',
    totalCents: 4_000,
    sent: expect.any(Boolean),
    undone: null,
    voided: null,
  });
});

test('a row of a card says its last four', async () => {
  const { label } = await haddad.tell('takePayment', {
    drawer: drawers[1],
    lines: [{ kind: 'account', accountNumber: HALE, cents: 77 }],
    tenders: [{ kind: 'card', cents: 77, brand: 'visa', lastFour: '8841', approvalCode: '04417B' }],
  });
  const [row] = (await ortiz.ask('receipts', { text: '8841' })).receipts;
  expect(row).toMatchObject({ label, paidBy: 'Card ··8841' });
  labels.push(label);
});

test('an auditor reads them, and can change none', async () => {
  const park = await station.signedIn('s.park');
  expect((await park.ask('receipts', {})).receipts).toHaveLength(labels.length);
  expect((await park.ask('receipt', { label: labels[0] ?? '' })).can.void).toBe(true);
  expect(await park.refused('voidProposal', { label: labels[0], reason: 'wrong_amount' })).toBe('not_permitted');
});

describe('one receipt', () => {
  test('is shown whole, and who may still void it', async () => {
    const seen = await ortiz.ask('receipt', { label: labels[0] ?? '' });
    expect(seen).toMatchObject({
      label: 'W3-000001',
      can: expect.objectContaining({ void: true }),
      copies: 1,
      voided: null,
      totalCents: 8_640,
    });
    expect(seen.receipt.tenders).toEqual([
      { kind: 'cash', cents: 8_640, tenderedCents: 10_000, changeCents: 1_360, roundingCents: 0 },
    ]);
    await station.lastSlip();
    expect((await ortiz.ask('receipt', { label: labels[0] ?? '' })).print?.state).toBe('printed');
  });

  test('that is not there is refused', async () => {
    expect(await ortiz.refused('receipt', { label: 'W3-000099' })).toBe('receipt_unknown');
    expect(await ortiz.refused('receipt', { label: '' })).toBe('bad_input');
  });

  test('once void says so everywhere, by whom and why, and is sent when the void is', async () => {
    const label = labels[3] ?? '';
    await station.settled();
    station.ledger.line = 'down';
    const about = { label, reason: 'payer_changed_mind' as const, slip: await headOnSlip(ortiz, label) };
    const { mark } = await ortiz.ask('voidProposal', about);
    const { approval } = await ortiz.ask('approve', { mark, person: 'i.solheim', pin: PINS.get('i.solheim') ?? '' });
    await ortiz.tell('voidReceipt', { ...about, approval });
    const voided = { at: station.clock.now(), reason: 'payer_changed_mind', approverName: 'Ingrid Solheim' };
    expect(await ortiz.ask('receipt', { label })).toMatchObject({
      voided,
      can: expect.objectContaining({ void: false }),
      sent: false,
    });
    expect((await ortiz.ask('receipts', { text: label })).receipts[0]).toMatchObject({ voided, sent: false });
    station.ledger.line = 'up';
    await station.settled();
    expect((await ortiz.ask('receipt', { label })).sent).toBe(true);
  });
});

test.each(['W3-000001', 'w3-1', 'W3000001', 'W3-0001'])(
  'a receipt is found by its number as people write it: %s',
  async (text) => {
    const { receipts } = await ortiz.ask('receipts', { text });
    expect(receipts.map((row) => row.label)).toEqual(['W3-000001']);
  },
);

test('an amount is found with its dollar sign', async () => {
  const { receipts } = await ortiz.ask('receipts', { text: '$86.40' });
  expect(receipts.every((row) => row.totalCents === 8_640) && receipts.length > 0).toBe(true);
});
