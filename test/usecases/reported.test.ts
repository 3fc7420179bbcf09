import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { balanceOf } from '#db/station/journal';
import { entries } from '#db/station/schema';
import { breakdown } from '#domain/denominations';
import { Entry } from '#domain/entry';
import { cents } from '#domain/money';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { voidIt } from '../support/undoing.ts';

/* What users of other systems reported (failures.md), each held here where no other test holds it already. */

const HALE = '40-11872-03';
const TODAY = '2026-11-23';

let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: TODAY, float: { 2000: 10 } }));
});
afterEach(() => station.close());

const cash = (amount: number) => ({ kind: 'cash' as const, cents: amount });
const card = (amount: number) => ({
  kind: 'card' as const,
  cents: amount,
  brand: 'visa' as const,
  lastFour: '8841',
  approvalCode: '04417B',
});
const check = (amount: number) => ({
  kind: 'check' as const,
  cents: amount,
  checkNumber: '1187',
  routing: '021000021',
  bankAccount: '4000123412',
});
type Tenders = (ReturnType<typeof cash> | ReturnType<typeof card> | ReturnType<typeof check>)[];

const take = (amount: number, tenders: Tenders = [cash(amount)]) =>
  ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account' as const, accountNumber: HALE, cents: amount }],
    tenders,
  });

async function counted(
  amount: number,
  more: { checks?: { checkNumber: string; cents: number }[]; card?: number } = {},
) {
  await ortiz.tell('startCount', { drawer });
  const count = {
    cash: breakdown(cents(amount)),
    checks: more.checks ?? [],
    moneyOrders: [],
    cardTotalCents: more.card ?? 0,
  };
  await ortiz.tell('submitCount', { drawer, count });
  return ortiz.ask('comparison', { drawer });
}

const close = (more: { reason?: string } = {}) => ortiz.tell('closeDrawer', { drawer, countNumber: 1, ...more });
const tenders = (seen: Awaited<ReturnType<typeof counted>>) =>
  seen.comparison.tenders
    .filter((tender) => tender.tender !== 'money-order')
    .map((tender) => [tender.expectedCents, tender.countedCents, tender.differenceCents]);

describe('what is expected', () => {
  test('begins with today’s counted float, once, whatever the last close was (F29)', async () => {
    await take(5_000);
    await counted(25_000);
    await close();
    ({ drawer } = await ortiz.tell('openDrawer', { businessDay: TODAY, float: { 500: 3 } }));
    await take(1_000);
    const seen = await counted(2_500);
    expect(tenders(seen)[0]).toEqual([2_500, 2_500, 0]);
    expect(seen.cash).toEqual([
      { by: 'float', cents: 1_500, items: 1 },
      { by: 'receipts', cents: 1_000, items: 1 },
    ]);
  });

  test('has the change taken off, with the right sign (F33)', async () => {
    const { changeCents } = await take(1_234, [cash(2_000)]);
    expect(changeCents).toBe(766);
    expect(tenders(await counted(21_234))[0]).toEqual([21_234, 21_234, 0]);
  });

  test('counts of a part payment only the part (F34), and of a mixed tender to each its own (F40, F41)', async () => {
    await take(10_000, [check(6_000), card(3_000), cash(5_000)]);
    const seen = await counted(21_000, { checks: [{ checkNumber: '1187', cents: 6_000 }], card: 3_000 });
    expect(tenders(seen)).toEqual([
      [21_000, 21_000, 0],
      [6_000, 6_000, 0],
      [3_000, 3_000, 0],
    ]);
  });

  test('has nothing of a receipt that is void any more, by whatever it was paid (F42)', async () => {
    const { label } = await take(10_000, [check(6_000), card(3_000), cash(5_000)]);
    await voidIt(ortiz, label);
    const seen = await counted(20_000);
    expect(tenders(seen)).toEqual([
      [20_000, 20_000, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(seen.cash).toEqual([
      { by: 'float', cents: 20_000, items: 1 },
      { by: 'receipts', cents: 1_000, items: 1 },
      { by: 'voids', cents: -1_000, items: 1 },
    ]);
  });

  test('is float + cash − change − voids for any day, and even when that is counted (F28, F31, F48)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ due: fc.integer({ min: 1, max: 9_000 }), over: fc.nat(500), isVoid: fc.boolean() }), {
          maxLength: 6,
        }),
        fc.nat(30_000),
        async (receipts, float) => {
          await counted(balanceOf(station.look, `drawer:${drawer}:cash`));
          await close();
          ({ drawer } = await ortiz.tell('openDrawer', { businessDay: TODAY, float: breakdown(cents(float)) }));
          let expected = float;
          for (const { due, over, isVoid } of receipts) {
            const { label } = await take(due, [cash(due + over)]);
            if (isVoid) await voidIt(ortiz, label);
            else expected += due;
          }
          const seen = await counted(expected);
          expect(tenders(seen)[0]).toEqual([expected, expected, 0]);
          expect(seen.demand).toBe('nothing');
          expect(seen.cash.reduce((total, moved) => total + moved.cents, 0)).toBe(expected);
          await close();
          ({ drawer } = await ortiz.tell('openDrawer', { businessDay: TODAY, float: {} }));
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a close', () => {
  test('takes in every receipt of its drawer, and each is in one close (F36, F38)', async () => {
    const labels = [(await take(100)).label, (await take(200)).label];
    await voidIt(ortiz, labels[1] ?? '');
    await counted(20_100);
    await close();
    ({ drawer } = await ortiz.tell('openDrawer', { businessDay: TODAY, float: {} }));
    labels.push((await take(300)).label);
    await counted(300);
    await close();
    const closes = all().filter((entry) => entry.kind === 'drawer_closed');
    expect(closes.map((entry) => entry.payload.receipts)).toEqual([
      { issued: 2, voided: 1, first: labels[0], last: labels[1], issuedCents: 300, voidedCents: 200 },
      { issued: 1, voided: 0, first: labels[2], last: labels[2], issuedCents: 300, voidedCents: 0 },
    ]);
  });

  test('is one, however often it is sent, and its difference is posted to its account, once (F30, F37, F44)', async () => {
    await take(5_000);
    await counted(24_999);
    const command = { commandId: randomUUID(), drawer, countNumber: 1 };
    const replies = await Promise.all([1, 2, 3].map(() => ortiz.ask('closeDrawer', command)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]).toMatchObject({ z: 'W3-Z0001', overShortCents: -1 });
    expect(balanceOf(station.look, 'over-short')).toBe(1);
    expect((await ortiz.ask('zReports', {})).reports.map((report) => report.overShortCents)).toEqual([-1]);
  });

  test('tells every kind of transaction on its report: cash, checks, cards, voids, over and short (F43)', async () => {
    await take(5_000, [cash(6_000)]);
    await take(6_000, [check(6_000)]);
    await take(7_000, [card(7_000)]);
    await voidIt(ortiz, (await take(800, [cash(800)])).label);
    await counted(25_050, { checks: [{ checkNumber: '1187', cents: 6_000 }], card: 7_000 });
    await close();
    const slip = (await station.lastSlip()).replaceAll(/ +/g, ' ');
    for (const row of [
      'Issued: 4 188.00',
      'Of them void: 1 8.00',
      'Standing: 3 180.00',
      'Float +200.00',
      'Receipts: 2 +58.00',
      'Voids: 1 −8.00',
      'Expected, with the float 250.00',
      'Counted 250.50',
      'Over +0.50',
      'Counted: 1 60.00',
      'Terminal, before refunds 70.00',
      'Float, back to the safe 200.00',
      'Cash to batch W3-B0001 50.50',
      'Checks to batch W3-B0001 60.00',
      'Cards, through the terminal 70.00',
      'Grand total 188.00',
    ])
      expect(slip).toContain(row);
  });

  test('makes its report again from the journal, as often as it is asked for (F47)', async () => {
    await counted(20_000);
    const { z } = await close();
    const printed = await station.lastSlip();
    await station.restart();
    ortiz = await station.signedIn('m.ortiz');
    for (let times = 0; times < 2; times++)
      expect((await ortiz.ask('slip', { document: { kind: 'z', label: z } })).rows.join('\n')).toBe(printed);
  });

  test('leaves the shift to nobody: the next person begins with an empty drawer of her own (F45, F47)', async () => {
    await take(5_000);
    await counted(25_000);
    await close();
    await ortiz.ask('signOut', {});
    const haddad = await station.signedIn('l.haddad');
    expect((await haddad.ask('station', {})).drawer).toBeNull();
    const refusal = await haddad.refused('takePayment', {
      commandId: randomUUID(),
      drawer,
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }],
      tenders: [cash(100)],
    });
    expect(refusal).toBe('drawer_not_yours');
    expect((await haddad.tell('openDrawer', { businessDay: TODAY, float: {} })).receipts).toBe(0);
  });
});

const all = () =>
  station.look
    .select({ text: entries.text })
    .from(entries)
    .orderBy(entries.position)
    .all()
    .map(({ text }) => Entry.parse(JSON.parse(text)));

test('no amount is ever a minus zero, in no answer and no entry (F51)', async () => {
  const { label } = await take(5_000);
  await voidIt(ortiz, label);
  const even = await take(5_000, [check(5_000)]);
  expect(Object.is(even.changeCents, 0)).toBe(true);
  const seen = await counted(20_000, { checks: [{ checkNumber: '1187', cents: 5_000 }] });
  const closed = await close();
  const owed = await ortiz.ask('account', { accountNumber: HALE });
  const minusZeros = (value: unknown): number => {
    if (Object.is(value, -0)) return 1;
    if (typeof value !== 'object' || value === null) return 0;
    return Object.values(value).reduce((sum: number, member) => sum + minusZeros(member), 0);
  };
  expect(minusZeros([even, seen, closed, owed, all()])).toBe(0);
  for (const { rows } of (await ortiz.ask('paper', {})).slips) expect(rows.join('\n')).not.toMatch(/[−-]0\.00/);
});

test('a screen that freezes and sends again two seconds later pays once (F55, F56)', async () => {
  const command = {
    commandId: randomUUID(),
    drawer,
    lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 5_000 }],
    tenders: [cash(6_000)],
  };
  const first = ortiz.ask('takePayment', command);
  station.clock.advance(1_900);
  const second = await ortiz.ask('takePayment', command);
  expect(second).toEqual(await first);
  expect((await ortiz.ask('receipts', {})).receipts).toHaveLength(1);
  expect((await ortiz.ask('account', { accountNumber: HALE })).payments).toHaveLength(1);
});

test('two cashiers who press at the same moment, fifty times, get a hundred numbers in a row (F20, F25, F38)', async () => {
  const haddad = await station.signedIn('l.haddad');
  const other = (await haddad.tell('openDrawer', { businessDay: TODAY, float: {} })).drawer;
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }];
  const both = Array.from({ length: 50 }, () => [
    ortiz.tell('takePayment', { drawer, lines, tenders: [cash(100)] }),
    haddad.tell('takePayment', { drawer: other, lines, tenders: [cash(100)] }),
  ]);
  const labels = (await Promise.all(both.flat())).map((taken) => taken.label);
  expect(labels.sort()).toEqual(Array.from({ length: 100 }, (_, place) => `W3-${String(place + 1).padStart(6, '0')}`));
});

describe('a clock that is wrong (F68)', () => {
  test.each([
    ['an hour ahead', 3_600_000],
    ['an hour behind', -3_600_000],
    ['thirty days ahead', 30 * 86_400_000],
    ['thirty days behind', -30 * 86_400_000],
  ])('%s stops neither payments nor sending, and the order stays that of the journal', async (_, off) => {
    const before = await take(100);
    station.clock.advance(off);
    const after = await take(200);
    station.clock.advance(1_000);
    await take(300);
    await station.settled();
    expect(station.ledger.entries).toHaveLength(all().length);
    expect((await ortiz.ask('receipts', {})).receipts.map((row) => row.totalCents)).toEqual([300, 200, 100]);
    expect([before.label, after.label]).toEqual(['W3-000001', 'W3-000002']);
    expect(all().every((entry) => entry.businessDay === TODAY)).toBe(true);
  });

  test('put back while a line is offline does not make it fall silent for good', async () => {
    station.ledger.line = 'down';
    await take(100);
    await station.wait(30);
    station.clock.advance(-3_600_000);
    station.ledger.line = 'up';
    await station.wait(3_700);
    expect((await ortiz.ask('station', {})).sync).toMatchObject({ state: 'online', unsent: 0 });
  });
});

test('accounts that are merged, renamed or closed at the office change no entry that was written (F79)', async () => {
  const { label } = await take(5_000);
  const before = station.look.select().from(entries).all();
  const slip = (await ortiz.ask('slip', { document: { kind: 'receipt', label } })).rows;
  await station.settled();
  station.ledger.books.change(HALE, (known) => {
    known.customer = 'Somebody Else';
    known.status = 'closed';
    known.charges = [];
    known.unappliedCents = 0;
  });
  await station.wait(30);
  expect((await ortiz.ask('account', { accountNumber: HALE })).customer).toBe('Somebody Else');
  expect(station.look.select().from(entries).all()).toEqual(before);
  expect((await ortiz.ask('slip', { document: { kind: 'receipt', label } })).rows).toEqual(slip);
  expect((await ortiz.ask('receipt', { label })).payer).toBe('Hale, Dorothea');
  await voidIt(ortiz, label);
});
