import fc from 'fast-check';
import type { DocumentRef } from '#contract/shapes';
import { expectGoodJournal } from '../support/goodJournal.ts';
import { account, charge, POLICY } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import {
  type AskedUndo,
  balances,
  card,
  cash,
  check,
  countAndClose,
  moneyOrder,
  onAccount,
  undo,
} from '../support/undoing.ts';

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
const misc = (amount: number) => ({
  kind: 'fee' as const,
  code: 'misc-receipt',
  quantity: 1,
  cents: amount,
  told: ['Key deposit'],
  goesTo: { fund: '402', bars: '3790000' },
});
const suspense = (amount: number) => ({
  kind: 'suspense' as const,
  cents: amount,
  name: 'Trần, Linh',
  address: '7 Slate Ln',
  parcel: '',
});

let station: TestStation;
let ortiz: Caller;
let drawer: string;

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
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 50 } }));
}

afterEach(() => station.close());

const correct = (label: string, correction: AskedUndo<'correctReceipt'>['correction']) =>
  undo(ortiz, 'correctReceipt', { label, correction, reason: 'wrong_purpose', words: 'Read wrong' });
const refund = (label: string, refund: AskedUndo<'refundReceipt'>['refund']) =>
  undo(ortiz, 'refundReceipt', { label, refund, reason: 'overpaid' });

test('a day of every undoing is good to the ledger and to who verifies it, and prints and shows each slip', async () => {
  await begun({ ...POLICY, cashRounding: 'nearest-five' });
  const take = async (
    lines: (ReturnType<typeof onAccount> | ReturnType<typeof misc> | ReturnType<typeof suspense>)[],
    tenders: (ReturnType<typeof cash> | ReturnType<typeof check> | ReturnType<typeof card>)[],
  ) => (await ortiz.tell('takePayment', { drawer, lines, tenders })).label;
  const inCash = { kind: 'cash' as const, drawer };
  const first = await take([onAccount(HALE, 12_000), misc(4_000), suspense(1_000)], [check(9_000), card(8_000)]);
  const shown: DocumentRef[] = [];
  const did = (kind: DocumentRef['kind'], { label }: { label: string }) => shown.push({ kind, label });
  did('correction', await correct(first, { what: 'line', place: 2, to: onAccount(NGUYEN, 1_000) }));
  did('correction', await correct(first, { what: 'line', place: 1, to: suspense(4_000) }));
  did('correction', await correct(first, { what: 'tender', place: 1, to: moneyOrder(8_000) }));
  did('refund', await refund(first, { parts: [{ place: 0, cents: 2_000 }], means: inCash }));
  const rounded = await take([misc(4_002)], [cash(5_000)]);
  did('refund', await refund(rounded, { parts: [{ place: 0, cents: 1_000 }], means: inCash }));
  did('refund', await refund(rounded, { parts: [{ place: 0, cents: 3_002 }], means: inCash }));
  const carded = await take([onAccount(NGUYEN, 9_000)], [card(9_000)]);
  const toCard = { kind: 'card' as const, brand: 'visa' as const, lastFour: '8841', approvalCode: '0R1' };
  did('refund', await refund(carded, { parts: [{ place: 0, cents: 360 }], means: toCard }));
  const never = await take([onAccount(HALE, 4_000), misc(1_000)], [check(5_000, '1190')]);
  const late = await take([misc(3_000)], [cash(3_000)]);
  const { comparison } = await countAndClose(ortiz, drawer, {
    cash: { 2000: 49, 1000: 1 },
    checks: [
      { checkNumber: '1187', cents: 9_000 },
      { checkNumber: '1191', cents: 3_000 },
    ],
    moneyOrders: [{ checkNumber: '26011874453', cents: 8_000 }],
    cardTotalCents: 9_000,
  });
  expect(comparison.tenders.map((one) => [one.tender, one.differenceCents])).toEqual([
    ['cash', -2_000],
    ['check', -2_000],
    ['money-order', 0],
    ['card', 0],
  ]);
  did('reversal', await undo(ortiz, 'reverseReceipt', { label: never, reason: 'keyed_twice' }));
  did('correction', await correct(late, { what: 'tender', place: 0, to: check(3_000, '1191') }));
  did('refund', await refund(carded, { parts: [{ place: 0, cents: 100 }], means: { kind: 'warrant' } }));

  expect((await expectGoodJournal(station)).at(-1)).toMatch(/^Totals agree/);
  for (const document of shown) {
    const { rows } = await ortiz.ask('slip', { document });
    expect(rows.join('\n')).toContain(document.label);
    const { base64, fileName } = await ortiz.ask('slipPdf', { document });
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(fileName).toContain(document.label);
  }
  await station.lastSlip();
  const paper = (await ortiz.ask('paper', {})).slips.map((slip) => slip.rows.join('\n'));
  const heads = shown.map((document) => new RegExp(`(Correction|Refund|Reversal) ${document.label}`));
  for (const head of heads) expect(paper.filter((slip) => head.test(slip))).toHaveLength(1);
  const [one] = shown;
  expect(await ortiz.refused('slip', { document: { kind: 'refund', label: one?.label } })).toBe('slip_unknown');
  const row = async (text: string) => (await ortiz.ask('receipts', { text })).receipts[0];
  const asCorrected = 'Check № 1187, Money order № 26011874453';
  expect(await row(first)).toMatchObject({ undone: 'refund_in_part', paidBy: asCorrected });
  expect(await row(late)).toMatchObject({ undone: 'correction', paidBy: 'Check № 1191' });
  expect(await row(never)).toMatchObject({ undone: 'reversal', voided: null });
  const reprinted = await ortiz.ask('slip', { document: { kind: 'receipt', label: never } });
  expect(reprinted.rows[0]).toContain('VOID');
  const { undos } = await ortiz.ask('receipt', { label: first });
  expect(undos.map(({ kind, cents }) => [kind, cents])).toEqual([
    ['correction', 1_000],
    ['correction', 4_000],
    ['correction', 8_000],
    ['refund', 2_000],
  ]);
});

const step = fc.oneof(
  fc.record({
    what: fc.constant('refund' as const),
    places: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
    share: fc.double({ min: 0, max: 1.2, noNaN: true }),
    means: fc.constantFrom('cash' as const, 'card' as const, 'warrant' as const),
  }),
  fc.record({
    what: fc.constant('line' as const),
    place: fc.nat({ max: 2 }),
    to: fc.constantFrom('hale', 'nguyen', 'misc', 'suspense'),
  }),
  fc.record({ what: fc.constant('tender' as const), place: fc.nat({ max: 1 }), to: fc.constantFrom('card', 'order') }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const lineTo = (to: string, amount: number) =>
  ({ hale: onAccount(HALE, amount), nguyen: onAccount(NGUYEN, amount), misc: misc(amount) })[to] ?? suspense(amount);

/** Does one step, or leaves it when it is refused. Answers what the payer got back. */
async function tried(label: string, one: Step): Promise<number> {
  const { standing } = await ortiz.ask('receipt', { label });
  const standsAt = (place: number) => standing.lines[place]?.cents ?? 1;
  try {
    if (one.what === 'refund') {
      const means = {
        cash: { kind: 'cash' as const, drawer },
        card: { kind: 'card' as const, brand: 'visa' as const, lastFour: '8841', approvalCode: '0R1' },
        warrant: { kind: 'warrant' as const },
      }[one.means];
      const parts = one.places.map((place) => ({ place, cents: Math.max(1, Math.floor(standsAt(place) * one.share)) }));
      return (await refund(label, { parts, means })).cents ?? 0;
    }
    if (one.what === 'line') {
      await correct(label, { what: 'line', place: one.place, to: lineTo(one.to, standsAt(one.place)) });
      return 0;
    }
    const amount = standing.tenders[one.place]?.cents ?? 1;
    await correct(label, {
      what: 'tender',
      place: one.place,
      to: one.to === 'card' ? card(amount) : moneyOrder(amount),
    });
    return 0;
  } catch (error) {
    // A refusal is an answer here; the program's own faults fail the test when the station closes.
    expect(String(error)).toMatch(/^Error: (correctionProposal|refundProposal): [a-z_]+$/);
    return 0;
  }
}

test('property: in any order of refunds and corrections no more goes back than was paid, to the cent (F61)', async () => {
  await begun({ ...POLICY, cashRounding: 'nearest-five' });
  const payment = fc.record({
    amounts: fc.tuple(
      fc.integer({ min: 1, max: 4_000 }),
      fc.integer({ min: 1, max: 4_000 }),
      fc.integer({ min: 5, max: 999 }),
    ),
    cardCents: fc.integer({ min: 1, max: 4_000 }),
  });
  await fc.assert(
    fc.asyncProperty(payment, fc.array(step, { maxLength: 8 }), async ({ amounts, cardCents }, steps) => {
      const [first, second, third] = amounts;
      const total = first + second + third;
      const byCard = Math.min(cardCents, total - 3);
      const { label } = await ortiz.tell('takePayment', {
        drawer,
        lines: [onAccount(HALE, first), misc(second), suspense(third)],
        tenders: [card(byCard), cash(10_000)],
      });
      const { receipt } = await ortiz.ask('receipt', { label });
      const paid = receipt.tenders.reduce((sum, tender) => sum + tender.cents, 0);
      let given = 0;
      let parts = 0;
      const standsOf = async () =>
        (await ortiz.ask('receipt', { label })).standing.lines.reduce((sum, line) => sum + (line?.cents ?? 0), 0);
      for (const one of steps) {
        const before = await standsOf();
        given += await tried(label, one);
        parts += before - (await standsOf());
        expect(given).toBeLessThanOrEqual(paid);
        expect(parts + (await standsOf())).toBe(total);
      }
      if (parts < total) {
        const { standing } = await ortiz.ask('receipt', { label });
        const rest = standing.lines.flatMap((line, place) => (line === null ? [] : [{ place, cents: line.cents }]));
        given += (await refund(label, { parts: rest, means: { kind: 'warrant' } })).cents ?? 0;
      }
      // A card takes no rounding that went up: at most those two cents stay with the district.
      expect([0, Math.max(0, receipt.roundingCents)]).toContain(paid - given);
      expect(await standsOf()).toBe(0);
    }),
    { numRuns: 40 },
  );
  expect((await expectGoodJournal(station)).at(-1)).toMatch(/^Totals agree/);
  const left = balances(station, 'gl:402:3790000', 'gl:401:1220000', `unapplied:${HALE}`, `unapplied:${NGUYEN}`);
  expect(Object.values(left)).toEqual([0, 0, 0, 0]);
  const seen = await ortiz.ask('account', { accountNumber: HALE });
  expect([seen.balanceCents, seen.unappliedCents]).toEqual([10_140, 0]);
}, 120_000);
