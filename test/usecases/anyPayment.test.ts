import fc from 'fast-check';
import type { Output } from '#contract/contract';
import { entryAt } from '#db/station/journal';
import { receiptOf } from '#db/station/receipts';
import { breakdown } from '#domain/denominations';
import { cents } from '#domain/money';
import type { Receipt } from '#domain/receipt';
import type { Rounding } from '#domain/settlement';
import {
  type AnyPayment,
  anyPayment,
  misc,
  type Payers,
  payersOf,
  paymentOf,
  policyOf,
} from '../support/anyPayment.ts';
import { expectGoodJournal } from '../support/goodJournal.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { card, countAndClose, moneyOrder, onAccount, undo, voidIt } from '../support/undoing.ts';

/*
 * Any payment and any undoing of it: every kind of line and tender, mixed at random, at each of the hundred endings,
 * with and without rounding. Each turn has payers of its own, so that afterwards they can owe exactly what they owed.
 */

const ENDINGS = Array.from({ length: 100 }, (_, ending) => ending);
/** One for each ending, and more for those that fast-check adds to find the smallest failure. */
const TURNS = ENDINGS.length + 100;
const PAYERS: Payers[] = Array.from({ length: TURNS }, (_, turn) => payersOf(turn));

let station: TestStation;
let ortiz: Caller;
let drawer: string;
let rounding: Rounding;
let turn: number;

async function begun(how: Rounding): Promise<void> {
  rounding = how;
  turn = -1;
  const accounts = PAYERS.flatMap((payers) => Object.values(payers));
  station = await createStation({ policy: policyOf(how), accounts });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 10000: 20 } }));
}

const total = (values: readonly { cents: number }[]) => values.reduce((sum, { cents }) => sum + cents, 0);

function nextPayers(): Payers {
  turn += 1;
  const payers = PAYERS[turn];
  if (!payers) throw new Error('no payers are left');
  return payers;
}

async function taken(payers: Payers, drawn: AnyPayment, ending: number) {
  const payment = paymentOf(drawn, payers, turn, ending, rounding);
  const told = await ortiz.tell('takePayment', { drawer, ...payment, payer: `Payer of turn ${turn}` });
  return { payers, payment, told, ...issued(told.label) };
}
type Taken = Awaited<ReturnType<typeof taken>>;

function issued(label: string) {
  const known = receiptOf(station.look, label);
  return entryAt(station.look, known?.position ?? 0, 'receipt_issued').entry;
}

/** Σ tenders − change − rounding = Σ lines = Σ distribution, line by line and tender by tender. */
function expectToAgree({ payment, told, payload, postings: moved }: Taken): void {
  const due = told.totalCents;
  expect(total(payment.tenders) - told.changeCents - told.roundingCents).toBe(due);
  expect([payload.totalCents, total(payload.lines), total(payload.payments)]).toEqual([due, due, due]);
  for (const [place, line] of payload.lines.entries()) {
    expect(line.cents).toBe(payment.lines[place]?.cents);
    expect(total(payload.payments.filter((part) => part.line === place))).toBe(line.cents);
    if (line.kind === 'account') expect(total(line.charges) + line.unappliedCents).toBe(line.cents);
    if (line.kind === 'fee') expect(total(line.shares)).toBe(line.cents);
  }
  for (const [place, tender] of payload.tenders.entries()) {
    const rounded = tender.kind === 'cash' ? tender.roundingCents : 0;
    expect(total(payload.payments.filter((part) => part.tender === place))).toBe(tender.cents - rounded);
  }
  const net = (side: (account: string) => boolean) =>
    moved.reduce((sum, one) => (side(one.account) ? sum + (one.side === 'debit' ? one.cents : -one.cents) : sum), 0);
  const credit = total(payload.tenders.filter((tender) => tender.kind === 'credit'));
  expect(net((account) => account.startsWith('drawer:'))).toBe(due + told.roundingCents - credit);
  expect(net((account) => /^(gl|suspense|unapplied):/.test(account))).toBe(credit - due);
  expect(net((account) => account === 'rounding') + 0).toBe(-told.roundingCents + 0);
  expectRounded(payload);
}

/** Cash alone is rounded, to the nearest five cents, and only where the district does so (F49, F50, F52). */
function expectRounded({ tenders, roundingCents }: Receipt): void {
  const cash = tenders.find((tender) => tender.kind === 'cash');
  if (roundingCents === 0) return;
  expect([rounding, cash?.kind]).toEqual(['nearest-five', 'cash']);
  expect((cash?.cents ?? 0) % 5).toBe(0);
  expect(Math.abs(roundingCents)).toBeLessThanOrEqual(2);
}

/** What three accounts owe charge by charge, and what credit they have. */
async function standingOf({ owing, plan, credited }: Payers) {
  const views: Output<'account'>[] = [];
  for (const { accountNumber } of [owing, plan, credited]) views.push(await ortiz.ask('account', { accountNumber }));
  return views.map(({ charges, unappliedCents, balanceCents }) => ({
    open: charges.map(({ chargeId, openCents }) => [chargeId, openCents]),
    unappliedCents,
    balanceCents,
  }));
}

/** Where a payer's money lies: what goes in and out here is money, all else says whose it is. */
const TILL = /^(drawer:|clearing:card$|refunds-payable$)/;

/** The balance of each account of the journal that has one, and of all that is till together. */
function booksNow(): { books: Map<string, number>; till: number } {
  const sums = station.look.$client
    .prepare(`SELECT account, sum(CASE side WHEN 'debit' THEN cents ELSE -cents END) AS balance
              FROM postings GROUP BY account HAVING balance <> 0`)
    .all() as { account: string; balance: number }[];
  return {
    books: new Map(sums.filter(({ account }) => !TILL.test(account)).map(({ account, balance }) => [account, balance])),
    till: sums.reduce((sum, { account, balance }) => (TILL.test(account) ? sum + balance : sum), 0),
  };
}

const anyStep = fc.oneof(
  fc.record({
    what: fc.constant('refund' as const),
    places: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }),
    percent: fc.integer({ min: 1, max: 110 }),
    means: fc.constantFrom('cash' as const, 'card' as const, 'warrant' as const),
  }),
  fc.record({
    what: fc.constant('line' as const),
    place: fc.nat({ max: 5 }),
    to: fc.constantFrom('owing' as const, 'plan' as const, 'misc' as const, 'suspense' as const),
  }),
  fc.record({ what: fc.constant('tender' as const), place: fc.nat({ max: 3 }), to: fc.constantFrom('card', 'order') }),
);
type AnyStep = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

type Standing = Output<'receipt'>['standing'];

/** How often each undoing was done and not refused: what never happens proves nothing. */
let done: Map<string, number>;
const count = (what: string) => done.set(what, (done.get(what) ?? 0) + 1);

const meansOf = (kind: 'cash' | 'card' | 'warrant') =>
  ({
    cash: { kind: 'cash' as const, drawer },
    card: { kind: 'card' as const, brand: 'visa' as const, lastFour: '8841', approvalCode: '0R1' },
    warrant: { kind: 'warrant' as const },
  })[kind];

const refund = (
  label: string,
  asked: { parts: { place: number; cents: number }[]; means: ReturnType<typeof meansOf> },
) => undo(ortiz, 'refundReceipt', { label, refund: asked, reason: 'overpaid' });
const correct = (label: string, correction: Parameters<typeof undo<'correctReceipt'>>[2]['correction']) =>
  undo(ortiz, 'correctReceipt', { label, correction, reason: 'wrong_purpose' });

/** Does one step, or leaves it when it is refused. Answers what the payer got back. */
async function tried({ told, payers }: Taken, step: AnyStep): Promise<number> {
  const { label } = told;
  const { standing } = await ortiz.ask('receipt', { label });
  try {
    if (step.what === 'refund') {
      const parts = partsOf(step, standing);
      const { cents: back = 0 } = await refund(label, { parts, means: meansOf(step.means) });
      count(`refund by ${step.means}`);
      return back;
    }
    if (step.what === 'line')
      await correct(label, { what: 'line', place: step.place, to: lineTo(step, standing, payers) });
    else {
      const amount = standing.tenders[step.place]?.cents ?? 1;
      const to = step.to === 'card' ? card(amount, '8842') : moneyOrder(amount, `27${turn}`);
      await correct(label, { what: 'tender', place: step.place, to });
    }
    count(`correction of a ${step.what}`);
  } catch (error) {
    // A refusal is an answer here; the program's own faults fail the test when the station closes.
    expect(String(error)).toMatch(/^Error: (correctionProposal|refundProposal): [a-z_]+$/);
  }
  return 0;
}

/** So many percent of some lines; a card gets no more than it paid, so that it is not refused each time. */
function partsOf({ places, percent, means }: Extract<AnyStep, { what: 'refund' }>, standing: Standing) {
  const most = total(standing.tenders.filter((one) => one.kind === 'card' && one.lastFour === '8841'));
  const chosen = [...new Set(places.map((place) => place % standing.lines.length))];
  return chosen.slice(0, means === 'card' ? 1 : chosen.length).map((place) => {
    const wanted = Math.floor(((standing.lines[place]?.cents ?? 1) * percent) / 100);
    return { place, cents: Math.max(1, means === 'card' ? Math.min(most, wanted) : wanted) };
  });
}

function lineTo({ place, to }: Extract<AnyStep, { what: 'line' }>, { lines }: Standing, payers: Payers) {
  const amount = lines[place]?.cents ?? 1;
  if (to === 'misc') return misc(amount);
  if (to === 'suspense')
    return { kind: to, cents: amount, name: 'Tran, Linh', address: '7 Slate Ln', parcel: '' } as const;
  return onAccount(payers[to].accountNumber, amount);
}

async function voided({ told }: Taken): Promise<number> {
  const cashBackCents = await voidIt(ortiz, told.label);
  count('void');
  return cashBackCents;
}

/** Pays back what is left, by warrant. */
async function restPaidBack({ told: { label } }: Taken): Promise<number> {
  const { standing } = await ortiz.ask('receipt', { label });
  const parts = standing.lines.flatMap((line, place) => (line === null ? [] : [{ place, cents: line.cents }]));
  if (parts.length === 0) return 0;
  return (await refund(label, { parts, means: meansOf('warrant') })).cents ?? 0;
}

beforeEach(() => {
  done = new Map();
});
afterEach(() => station.close());

test.each<Rounding>(['exact', 'nearest-five'])(
  'property: any payment agrees to the cent at every ending, and a void leaves nothing of it; cash is %s (F48–F54)',
  async (how) => {
    await begun(how);
    for (const ending of ENDINGS)
      await fc.assert(
        fc.asyncProperty(anyPayment, async (drawn) => {
          const before = booksNow();
          const payers = nextPayers();
          const owed = await standingOf(payers);
          const payment = await taken(payers, drawn, ending);
          expect(payment.told.totalCents % 100).toBe(ending);
          expectToAgree(payment);
          const cash = total(payment.payload.tenders.filter((tender) => tender.kind === 'cash'));
          expect(await voided(payment)).toBe(cash);
          expect(booksNow()).toEqual(before);
          expect(await standingOf(payers)).toEqual(owed);
        }),
        { numRuns: 1 },
      );
    expect(done.get('void')).toBe(ENDINGS.length);
    expect((await expectGoodJournal(station)).at(-1)).toMatch(/^Totals agree/);
  },
  120_000,
);

test('property: corrected and paid back in any parts, all of it goes back and never more (F52, F53, F61)', async () => {
  await begun('nearest-five');
  const run = fc.tuple(anyPayment, fc.array(anyStep, { minLength: 2, maxLength: 5 }));
  for (const ending of ENDINGS)
    await fc.assert(
      fc.asyncProperty(run, async ([drawn, steps]) => {
        const before = booksNow();
        const payers = nextPayers();
        const owed = await standingOf(payers);
        const payment = await taken(payers, drawn, ending);
        const paid = total(payment.payload.tenders);
        let given = 0;
        for (const step of steps) {
          given += await tried(payment, step);
          expect(given).toBeLessThanOrEqual(paid);
        }
        given += await restPaidBack(payment);
        // A card takes no rounding that went up: at most those two cents stay with the district.
        const kept = paid - given;
        expect([0, Math.max(0, payment.told.roundingCents)]).toContain(kept);
        await expectAsBefore(before, owed, payment, kept);
      }),
      { numRuns: 1 },
    );
  expect([...done.keys()].sort()).toEqual([
    'correction of a line',
    'correction of a tender',
    'refund by card',
    'refund by cash',
    'refund by warrant',
  ]);
  expect((await expectGoodJournal(station)).at(-1)).toMatch(/^Totals agree/);
}, 120_000);

test('property: what never was is reversed after the close, and nothing of it is left but the difference (F48)', async () => {
  await begun('nearest-five');
  const before = booksNow();
  const drawn = fc.sample(anyPayment, 50);
  const payments: Taken[] = [];
  for (const [place, one] of drawn.entries()) payments.push(await taken(nextPayers(), one, (place * 37) % 100));
  await countAndClose(ortiz, drawer, countOf(payments));
  for (const { told } of payments) await undo(ortiz, 'reverseReceipt', { label: told.label, reason: 'never_was' });
  for (const { payers } of payments) expect(await standingOf(payers)).toEqual(standingAtFirst(payers));
  const { books } = booksNow();
  const tendered = (kind: string) =>
    payments
      .flatMap(({ payload }) => payload.tenders)
      .reduce((sum, one) => sum + (one.kind === kind ? one.cents : 0), 0);
  expect(books.get('over-short')).toBe(-tendered('cash'));
  expect(books.get('difference:check')).toBe(-tendered('check'));
  for (const account of before.books.keys())
    expect([account, books.get(account)]).toEqual([account, before.books.get(account)]);
  expect([...books.keys()].filter((account) => /^(gl|suspense|unapplied):|^rounding$/.test(account))).toEqual([]);
  expect((await expectGoodJournal(station)).at(-1)).toMatch(/^Totals agree/);
}, 120_000);

/** Everything stands as it did, but that credit which was spent was paid out in money. */
async function expectAsBefore(
  before: ReturnType<typeof booksNow>,
  owed: Awaited<ReturnType<typeof standingOf>>,
  { payload, payers }: Taken,
  kept: number,
): Promise<void> {
  const spent = total(payload.tenders.filter((tender) => tender.kind === 'credit'));
  const expected = new Map(before.books);
  const plus = (account: string, cents: number) => {
    const balance = (expected.get(account) ?? 0) + cents;
    if (balance === 0) expected.delete(account);
    else expected.set(account, balance);
  };
  plus(`unapplied:${payers.credited.accountNumber}`, spent);
  plus('rounding', -kept);
  expect(booksNow()).toEqual({ books: expected, till: before.till - spent + kept });
  const [owing, plan, credited] = owed;
  const { unappliedCents = 0, balanceCents = 0 } = credited ?? {};
  const less = { unappliedCents: unappliedCents - spent, balanceCents: balanceCents + spent };
  expect(await standingOf(payers)).toEqual([owing, plan, { ...credited, ...less }]);
}

function standingAtFirst({ owing, plan, credited }: Payers) {
  return [owing, plan, credited].map(({ charges, unappliedCents }) => ({
    open: expect.arrayContaining(charges.map(({ chargeId, openCents }) => [chargeId, openCents])),
    unappliedCents,
    balanceCents: charges.reduce((sum, { openCents }) => sum + openCents, 0) - unappliedCents,
  }));
}

/** A count of exactly what the drawer holds. */
function countOf(payments: readonly Taken[]): Parameters<typeof countAndClose>[2] {
  const tenders = payments.flatMap(({ payload }) => payload.tenders);
  const cash = 200_000 + tenders.reduce((sum, one) => sum + (one.kind === 'cash' ? one.cents : 0), 0);
  return {
    cash: breakdown(cents(cash)),
    checks: tenders.flatMap((one) =>
      one.kind === 'check' ? [{ checkNumber: one.checkNumber, cents: one.cents }] : [],
    ),
    moneyOrders: tenders.flatMap((one) =>
      one.kind === 'money-order' ? [{ checkNumber: one.serial, cents: one.cents }] : [],
    ),
    cardTotalCents: tenders.reduce((sum, one) => sum + (one.kind === 'card' ? one.cents : 0), 0),
  };
}
