import type { Input } from '#contract/contract';
import { lastEntry } from '../support/lastEntry.ts';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { balances, card, cash, check, countAndClose, moneyOrder, onAccount, undo } from '../support/undoing.ts';

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
const FLOAT = { 2000: 5, 1000: 10 };
let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [
      account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 10_140)]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [], { flags: ['no-checks'] }),
    ],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT }));
});

afterEach(() => station.close());

type Tenders = Input<'takePayment'>['tenders'];

async function take(lines: Input<'takePayment'>['lines'], tenders: Tenders): Promise<string> {
  return (await ortiz.tell('takePayment', { drawer, lines, tenders })).label;
}

const ofDrawer = (tender: string) => `drawer:${drawer}:${tender}`;
const toTender = ({ label, place = 0 }: { label: string; place?: number }, to: Tenders[number]) => ({
  label,
  correction: { what: 'tender' as const, place, to },
  reason: 'wrong_tender' as const,
});

describe('a tender is put right', () => {
  type Kind = 'cash' | 'check' | 'money-order' | 'card';
  const OFFERS = { cash: cash(4_000), check: check(4_000), 'money-order': moneyOrder(4_000), card: card(4_000) };
  const kinds = Object.keys(OFFERS) as Kind[];
  const pairs = kinds.flatMap((from) => kinds.filter((to) => to !== from).map((to) => [from, to] as const));
  /** A count of what is really there: the float and one tender of 40.00. */
  const countOf = (kind: Kind) => ({
    cash: { ...FLOAT, ...(kind === 'cash' ? { 500: 8 } : {}) },
    checks: kind === 'check' ? [{ checkNumber: '1187', cents: 4_000 }] : [],
    moneyOrders: kind === 'money-order' ? [{ checkNumber: '26011874453', cents: 4_000 }] : [],
    cardTotalCents: kind === 'card' ? 4_000 : 0,
  });

  test.each(pairs)('from %s to %s in its open drawer: the count agrees, and so does the Z', async (from, to) => {
    const label = await take([onAccount(HALE, 4_000)], [OFFERS[from]]);
    const asked = toTender({ label }, OFFERS[to]);
    expect(await ortiz.ask('correctionProposal', asked)).toMatchObject({ from: null, to: null, cents: 4_000 });
    await undo(ortiz, 'correctReceipt', asked);
    const float = (kind: Kind) => (kind === 'cash' ? 20_000 : 0);
    expect(balances(station, ofDrawer(from), ofDrawer(to))).toEqual({
      [ofDrawer(from)]: float(from),
      [ofDrawer(to)]: float(to) + 4_000,
    });
    expect(await ortiz.ask('account', { accountNumber: HALE })).toMatchObject({ balanceCents: 6_140 });
    const { comparison, demand } = await countAndClose(ortiz, drawer, countOf(to));
    expect(comparison.tenders.map((tender) => tender.differenceCents)).toEqual(comparison.tenders.map(() => 0));
    expect({ demand, missing: comparison.missingChecks, unknown: comparison.unknownMoneyOrders }).toEqual({
      demand: 'nothing',
      missing: [],
      unknown: [],
    });
    expect(await station.lastSlip()).toContain('Neither over nor short');
  });

  test('of several, one; the comparison tells what the correction did to the cash', async () => {
    const label = await take([onAccount(HALE, 10_000)], [check(5_000), card(2_000), cash(3_000)]);
    await undo(ortiz, 'correctReceipt', toTender({ label, place: 2 }, card(3_000, '1881')));
    const { receipt, standing } = await ortiz.ask('receipt', { label });
    expect(standing.tenders.slice(0, 2)).toEqual(receipt.tenders.slice(0, 2));
    expect(standing.tenders[2]).toEqual(card(3_000, '1881'));
    const { cash: story, comparison } = await countAndClose(ortiz, drawer, {
      cash: FLOAT,
      checks: [{ checkNumber: '1187', cents: 5_000 }],
      moneyOrders: [],
      cardTotalCents: 5_000,
    });
    expect(story.map(({ by, cents }) => [by, cents])).toEqual([
      ['float', 20_000],
      ['receipts', 3_000],
      ['corrections', -3_000],
    ]);
    expect(comparison.tenders.find((one) => one.tender === 'card')).toMatchObject({ expectedItems: 2 });
  });

  test('from one check to another, and to a card with another approval', async () => {
    const label = await take([onAccount(HALE, 4_000)], [check(4_000)]);
    await undo(ortiz, 'correctReceipt', toTender({ label }, check(4_000, '1188')));
    await undo(ortiz, 'correctReceipt', toTender({ label }, card(4_000)));
    await undo(ortiz, 'correctReceipt', toTender({ label }, { ...card(4_000), approvalCode: '99X' }));
    const { standing } = await ortiz.ask('receipt', { label });
    expect(standing.tenders).toEqual([{ ...card(4_000), approvalCode: '99X' }]);
  });

  test('with a check’s bank account sealed, as when it is taken', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    await undo(ortiz, 'correctReceipt', toTender({ label }, check(4_000)));
    const { entry } = lastEntry(station, 'receipt_corrected');
    expect(JSON.stringify(entry)).not.toContain('4000123412');
    expect(entry.payload.correction.to).toMatchObject({ kind: 'check', lastFour: '3412' });
  });

  test('after the close: against what its close explained', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    await countAndClose(ortiz, drawer, countOf('check'));
    const accounts = ['over-short', 'difference:check', 'difference:card'] as const;
    expect(balances(station, ...accounts)).toEqual({
      'over-short': 4_000,
      'difference:check': -4_000,
      'difference:card': 0,
    });
    await undo(ortiz, 'correctReceipt', toTender({ label }, check(4_000)));
    expect(balances(station, ...accounts)).toEqual({ 'over-short': 0, 'difference:check': 0, 'difference:card': 0 });
    await undo(ortiz, 'correctReceipt', toTender({ label }, card(4_000)));
    expect(balances(station, ...accounts)).toEqual({
      'over-short': 0,
      'difference:check': -4_000,
      'difference:card': 4_000,
    });
  });

  test('told with what the other tender would have needed a supervisor for at the counter', async () => {
    const needs = async (label: string, to: Tenders[number], place = 0) =>
      (await ortiz.ask('correctionProposal', toTender({ label, place }, to))).needs;
    const bounced = await take([onAccount(NGUYEN, 4_000)], [cash(4_000)]);
    expect(await needs(bounced, check(4_000))).toEqual(['no_checks']);
    expect(await needs(bounced, { ...check(4_000), form: 'cashiers' })).toEqual([]);
    expect(await needs(bounced, card(4_000))).toEqual([]);
    // Two cards on one receipt count together; a check that stays is no news.
    const large = await take([onAccount(HALE, 900_000)], [card(300_000), check(600_000)]);
    expect(await needs(large, card(600_000), 1)).toEqual(['tender_limit']);
    expect(await needs(large, moneyOrder(300_000), 0)).toEqual([]);
    await undo(ortiz, 'correctReceipt', toTender({ label: large, place: 1 }, card(600_000)));
  });
});
