import { randomUUID } from 'node:crypto';
import type { Output } from '#contract/contract';
import { storeAccount } from '#db/station/accounts';
import { openStation, writing } from '#db/station/open';
import type { PaymentElsewhere } from '#domain/paymentElsewhere';
import { account, charge } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';
const AUGUST = charge('service', 'Jul–Aug 2026', '2026-09-30', 8_640);
const OCTOBER = charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640);
const PENALTY = charge('penalty', 'Jul–Aug 2026', '2026-10-01', 864);

let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({ accounts: [account(HALE, 'Hale, Dorothea', [OCTOBER, AUGUST, PENALTY])] });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 5 } }));
});
afterEach(() => station.close());

const view = (): Promise<Output<'account'>> => ortiz.ask('account', { accountNumber: HALE });
const listed = async () => (await ortiz.ask('findAccounts', { text: HALE })).hits[0]?.balanceCents;
const pay = (amount: number) =>
  ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: HALE, cents: amount }],
    tenders: [{ kind: 'cash', cents: amount }],
  });
const open = async () => (await view()).charges.map((left) => [left.chargeId, left.openCents]);

async function voidIt(label: string): Promise<void> {
  const about = { label, reason: 'wrong_account' as const, slip: await headOnSlip(ortiz, label) };
  const { mark } = await ortiz.ask('voidProposal', about);
  const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: '8153' });
  await ortiz.tell('voidReceipt', { ...about, approval });
}

/** What the ledger would send, kept at once, as if it had just come down. */
function comesDown(more: Parameters<typeof account>[3], charges = [OCTOBER, AUGUST, PENALTY]): void {
  writing(station.look, (tx) => storeAccount(tx, account(HALE, 'Hale, Dorothea', charges, more)));
}

test('charges stand in the order in which a part payment pays them', async () => {
  const shown = await view();
  expect(shown.charges.map(({ chargeId }) => chargeId)).toEqual([PENALTY.chargeId, AUGUST.chargeId, OCTOBER.chargeId]);
  expect(shown).toMatchObject({ customer: 'Hale, Dorothea', balanceCents: 18_144, unappliedCents: 0, payments: [] });
});

test('an account that is not here is refused', async () => {
  expect(await ortiz.refused('account', { accountNumber: '40-99999-99' })).toBe('account_unknown');
});

test('this station’s own payments are taken off, before and after the ledger has them (F19)', async () => {
  station.ledger.line = 'down';
  const { label } = await pay(5_000);
  const expected = [
    [AUGUST.chargeId, 4_504],
    [OCTOBER.chargeId, 8_640],
  ];
  expect(await open()).toEqual(expected);
  expect((await view()).balanceCents).toBe(13_144);
  expect(await listed()).toBe(13_144);
  station.ledger.line = 'up';
  await station.settled();
  expect(await open()).toEqual(expected);
  expect(await listed()).toBe(13_144);
  expect((await view()).payments).toEqual([
    { label, issuedAt: expect.any(Number), cents: 5_000, tenders: [{ kind: 'cash', reference: null }], undone: null },
  ]);
});

test('what is over is credit, and the balance goes below zero', async () => {
  station.ledger.line = 'down';
  await pay(20_000);
  const shown = await view();
  expect(shown).toMatchObject({ charges: [], unappliedCents: 1_856, balanceCents: -1_856 });
  expect(await listed()).toBe(-1_856);
});

test('payments from elsewhere stand among our own, latest first, and none twice', async () => {
  station.ledger.line = 'down';
  const first = await pay(864);
  const [own] = (await view()).payments;
  if (!own) throw new Error('the payment is not there');
  station.clock.advance(60_000);
  const second = await pay(500);
  const theirs = (label: string, since: number, more: Partial<PaymentElsewhere> = {}): PaymentElsewhere => ({
    label,
    issuedAt: own.issuedAt + since,
    cents: 700,
    tenders: ['check', 'cash'],
    undone: null,
    ...more,
  });
  comesDown({
    payments: [
      theirs('W4-000002', 30_000, { undone: 'void' }),
      theirs(first.label, 0),
      theirs('W4-000001', -86_400_000),
    ],
  });
  expect((await view()).payments).toEqual([
    expect.objectContaining({ label: second.label, cents: 500 }),
    {
      label: 'W4-000002',
      issuedAt: own.issuedAt + 30_000,
      cents: 700,
      tenders: [
        { kind: 'check', reference: null },
        { kind: 'cash', reference: null },
      ],
      undone: 'void',
    },
    own,
    expect.objectContaining({ label: 'W4-000001', undone: null }),
  ]);
  comesDown({});
  expect((await view()).payments).toHaveLength(2);
});

test('a void opens its charges again, latest payment first in the list', async () => {
  station.ledger.line = 'down';
  const first = await pay(864);
  const second = await pay(8_640);
  await voidIt(second.label);
  expect((await view()).balanceCents).toBe(17_280);
  expect(await listed()).toBe(17_280);
  expect((await view()).payments).toMatchObject([
    { label: second.label, cents: 8_640, undone: 'void' },
    { label: first.label, cents: 864, undone: null },
  ]);
});

test('a void opens a charge again that the ledger had left out as paid', async () => {
  const { label } = await pay(18_144);
  await station.settled();
  expect(await open()).toEqual([]);
  station.ledger.line = 'down';
  await voidIt(label);
  expect(await open()).toEqual([
    [PENALTY.chargeId, 864],
    [AUGUST.chargeId, 8_640],
    [OCTOBER.chargeId, 8_640],
  ]);
  expect((await view()).charges[1]).toEqual(AUGUST);
  expect(await listed()).toBe(18_144);
});

test('what somebody else paid meanwhile turns our part of it into credit', async () => {
  station.ledger.line = 'down';
  await pay(864 + 8_640 + 1_000);
  // Elsewhere August was paid whole and October half; none of our own entries is in these figures yet.
  comesDown({}, [{ ...OCTOBER, openCents: 400 }]);
  const shown = await view();
  expect(shown.charges).toEqual([]);
  expect(shown.unappliedCents).toBe(864 + 8_640 + 600);
  expect(shown.balanceCents).toBe(-10_104);
  expect(await listed()).toBe(-10_104);
});

test('figures of entries that this station has lost are not subtracted again', async () => {
  station.ledger.line = 'down';
  await pay(864);
  comesDown({ appliedThrough: { epoch: 1, sequence: 999 } }, [AUGUST, OCTOBER]);
  expect(await listed()).toBe(17_280);
  expect(await open()).toEqual([
    [AUGUST.chargeId, 8_640],
    [OCTOBER.chargeId, 8_640],
  ]);
});

test('a payment names each of its tenders, with the number of a check', async () => {
  const check = (checkNumber: string, amount: number) => ({
    kind: 'check' as const,
    cents: amount,
    checkNumber,
    routing: '021000021',
    bankAccount: '4000123412',
  });
  await ortiz.ask('takePayment', {
    commandId: randomUUID(),
    drawer,
    lines: [{ kind: 'account', accountNumber: HALE, cents: 3_000 }],
    tenders: [check('1187', 1_000), { kind: 'cash', cents: 500 }, check('1188', 1_500)],
  });
  expect((await view()).payments).toMatchObject([
    {
      tenders: [
        { kind: 'check', reference: '1187' },
        { kind: 'cash', reference: null },
        { kind: 'check', reference: '1188' },
      ],
    },
  ]);
});

test('keeping an account again changes its row and charges, never its id', () => {
  const db = openStation(':memory:');
  const count = (table: string) => db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const keep = (charges: Parameters<typeof account>[2], more = {}) =>
    writing(db, (tx) => storeAccount(tx, account(HALE, 'Hale, Dorothea', charges, more)));
  keep([AUGUST, OCTOBER]);
  const before = db.$client.prepare('SELECT account_id FROM accounts').pluck().get();
  keep([OCTOBER], { email: 'thea@example.org', unappliedCents: 5 });
  expect(db.$client.prepare('SELECT account_id, email, unapplied_cents FROM accounts').all()).toEqual([
    { account_id: before, email: 'thea@example.org', unapplied_cents: 5 },
  ]);
  expect([count('accounts'), count('account_search'), count('account_words'), count('charges')]).toEqual([1, 1, 1, 1]);
  db.$client.close();
});
