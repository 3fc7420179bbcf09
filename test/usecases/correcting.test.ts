import { randomUUID } from 'node:crypto';
import type { Input } from '#contract/contract';
import { lastEntry } from '../support/lastEntry.ts';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import {
  type AskedUndo,
  balances,
  card,
  cash,
  check,
  countAndClose,
  markOf,
  moneyOrder,
  onAccount,
  refusedUndo,
  undo,
  yesTo,
} from '../support/undoing.ts';

const HALE = '40-11872-03';
const NGUYEN = '40-12093-01';
const FLOAT = { 2000: 5, 1000: 10 };
let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [
      account(HALE, 'Hale, Dorothea', [
        charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640),
        charge('penalty', 'Jul–Aug 2026', '2026-10-01', 1_500),
      ]),
      account(NGUYEN, 'Nguyễn, Minh Châu', [
        charge('service', 'Jul–Aug 2026', '2026-09-30', 8_640),
        charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640),
      ]),
    ],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT }));
});

afterEach(() => station.close());

async function take(lines: Input<'takePayment'>['lines'], tenders: Input<'takePayment'>['tenders']): Promise<string> {
  return (await ortiz.tell('takePayment', { drawer, lines, tenders })).label;
}

const open = async (accountNumber: string) => {
  const seen = await ortiz.ask('account', { accountNumber });
  return { open: seen.charges.map((one) => one.openCents), credit: seen.unappliedCents, balance: seen.balanceCents };
};
const chargesOf = async (accountNumber: string) => (await ortiz.ask('account', { accountNumber })).charges;
const ofDrawer = (tender: string) => `drawer:${drawer}:${tender}`;

type Place = { label: string; place?: number };
const toLine = ({ label, place = 0 }: Place, to: Input<'takePayment'>['lines'][number]) =>
  ({
    label,
    correction: { what: 'line', place, to },
    reason: 'wrong_account',
  }) satisfies AskedUndo<'correctReceipt'>;
const toTender = ({ label, place = 0 }: Place, to: Input<'takePayment'>['tenders'][number]) =>
  ({
    label,
    correction: { what: 'tender', place, to },
    reason: 'wrong_tender',
  }) satisfies AskedUndo<'correctReceipt'>;

const SUSPENSE = {
  kind: 'suspense' as const,
  cents: 4_000,
  name: 'Trần, Linh',
  address: '7 Slate Ln, Quarry Bay',
  parcel: '0418-22-0017',
};
const MISC = {
  kind: 'fee' as const,
  code: 'misc-receipt',
  quantity: 1,
  cents: 4_000,
  told: ['Key deposit'],
  goesTo: { fund: '402', bars: '3790000' },
};

describe('a line is moved', () => {
  test('from the wrong account to the right one, and both owe what they should', async () => {
    const before = { hale: await open(HALE), nguyen: await open(NGUYEN) };
    const label = await take([onAccount(HALE, 12_000)], [cash(12_000)]);
    expect(await open(HALE)).toEqual({ open: [], credit: 1_860, balance: -1_860 });
    const asked = toLine({ label }, onAccount(NGUYEN, 12_000));
    const proposed = await ortiz.ask('correctionProposal', asked);
    expect(proposed).toMatchObject({
      from: { accountNumber: HALE, cents: 12_000, unappliedCents: 1_860 },
      to: { accountNumber: NGUYEN, cents: 12_000, unappliedCents: 0 },
      cents: 12_000,
    });
    expect(await undo(ortiz, 'correctReceipt', asked)).toEqual({ label: 'W3-C000001', receipt: label });
    expect(await open(HALE)).toEqual(before.hale);
    expect(await open(NGUYEN)).toEqual({ open: [5_280], credit: 0, balance: 5_280 });
    expect(balances(station, `unapplied:${HALE}`, 'gl:401:1220000', ofDrawer('cash'))).toEqual({
      [`unapplied:${HALE}`]: 0,
      'gl:401:1220000': -12_000,
      [ofDrawer('cash')]: 32_000,
    });
  });

  test('to another charge of the same account, which its own payment had closed', async () => {
    const [first, second] = await chargesOf(NGUYEN);
    const label = await take([onAccount(NGUYEN, 8_640)], [cash(8_640)]);
    expect((await chargesOf(NGUYEN)).map((left) => left.chargeId)).toEqual([second?.chargeId]);
    const named = { ...onAccount(NGUYEN, 8_640), charges: [{ chargeId: second?.chargeId ?? 0, cents: 8_640 }] };
    await undo(ortiz, 'correctReceipt', { ...toLine({ label }, named), reason: 'wrong_charge' });
    expect((await chargesOf(NGUYEN)).map((left) => left.chargeId)).toEqual([first?.chargeId]);
    const seen = await ortiz.ask('receipt', { label });
    expect(seen.standing.lines[0]).toMatchObject({ namedWhy: 'payer_named', charges: [{ period: 'Sep–Oct 2026' }] });
  });

  test('from a charge to a part of it and another: what it gives back is open again for it', async () => {
    const charges = await chargesOf(NGUYEN);
    const label = await take([onAccount(NGUYEN, 8_640)], [cash(8_640)]);
    const named = { ...onAccount(NGUYEN, 8_640), charges: charges.map(({ chargeId }) => ({ chargeId, cents: 4_320 })) };
    await undo(ortiz, 'correctReceipt', { ...toLine({ label }, named), reason: 'wrong_charge' });
    expect(await open(NGUYEN)).toMatchObject({ open: [4_320, 4_320], balance: 8_640 });
  });

  test('from an account to a fee, and its charges are open again', async () => {
    const label = await take([onAccount(HALE, 4_000)], [card(4_000)]);
    await undo(ortiz, 'correctReceipt', { ...toLine({ label }, MISC), reason: 'wrong_purpose' });
    expect(await open(HALE)).toMatchObject({ open: [1_500, 8_640], balance: 10_140 });
    expect(balances(station, 'gl:401:1220000', 'gl:402:3790000')).toEqual({
      'gl:401:1220000': 0,
      'gl:402:3790000': -4_000,
    });
  });

  test('out of suspense to the account that was found', async () => {
    const label = await take([SUSPENSE], [cash(4_000)]);
    expect(balances(station, `suspense:${label}:1`)).toEqual({ [`suspense:${label}:1`]: -4_000 });
    await undo(ortiz, 'correctReceipt', toLine({ label }, onAccount(NGUYEN, 4_000)));
    expect(balances(station, `suspense:${label}:1`)).toEqual({ [`suspense:${label}:1`]: 0 });
    expect(await open(NGUYEN)).toMatchObject({ open: [4_640, 8_640] });
  });

  test('into suspense, and who it came from is kept beside the entry and printed', async () => {
    const label = await take([onAccount(HALE, 1_000), onAccount(NGUYEN, 4_000)], [cash(5_000)]);
    await undo(ortiz, 'correctReceipt', toLine({ label, place: 1 }, SUSPENSE));
    const { personal, entry } = lastEntry(station, 'receipt_corrected');
    expect(personal?.owners).toEqual([{ line: 1, name: 'Trần, Linh', address: '7 Slate Ln, Quarry Bay' }]);
    expect(JSON.stringify(entry)).not.toContain('Slate');
    expect(await station.lastSlip()).toMatch(/Trần, Linh\s+7 Slate Ln/);
    expect(balances(station, `suspense:${label}:2`)).toEqual({ [`suspense:${label}:2`]: -4_000 });
  });

  test('alone among ten: the other nine stay as they are', async () => {
    const fees = Array.from({ length: 9 }, (_, place) => ({ ...MISC, cents: 100 + place, told: [`Thing ${place}`] }));
    const lines = [...fees.slice(0, 6), onAccount(HALE, 2_000), ...fees.slice(6)];
    const total = lines.reduce((sum, line) => sum + line.cents, 0);
    const label = await take(lines, [cash(total)]);
    await undo(ortiz, 'correctReceipt', toLine({ label, place: 6 }, onAccount(NGUYEN, 2_000)));
    const seen = await ortiz.ask('receipt', { label });
    const others = (all: readonly unknown[]) => all.filter((_, place) => place !== 6);
    expect(others(seen.standing.lines)).toEqual(others(seen.receipt.lines));
    expect(seen.standing.lines[6]).toMatchObject({ accountNumber: NGUYEN, cents: 2_000 });
    expect(seen.receipt.lines[6]).toMatchObject({ accountNumber: HALE });
    expect(await open(HALE)).toMatchObject({ balance: 10_140 });
    expect(await open(NGUYEN)).toMatchObject({ balance: 15_280 });
  });

  test('twice, and back again: what stands is what the last one said', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    await undo(ortiz, 'correctReceipt', toLine({ label }, onAccount(NGUYEN, 4_000)));
    await undo(ortiz, 'correctReceipt', toLine({ label }, MISC));
    await undo(ortiz, 'correctReceipt', toLine({ label }, onAccount(HALE, 4_000)));
    expect(await open(HALE)).toMatchObject({ balance: 6_140 });
    expect(await open(NGUYEN)).toMatchObject({ balance: 17_280 });
    const { undos, standing, receipt } = await ortiz.ask('receipt', { label });
    expect(undos.map((one) => one.label)).toEqual(['W3-C000001', 'W3-C000002', 'W3-C000003']);
    expect(standing.lines).toEqual(receipt.lines);
  });

  test('also after its drawer closed, and nothing of any drawer moves', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    await countAndClose(ortiz, drawer, { cash: { 2000: 12 }, checks: [], moneyOrders: [], cardTotalCents: 0 });
    await undo(ortiz, 'correctReceipt', toLine({ label }, onAccount(NGUYEN, 4_000)));
    expect(balances(station, ofDrawer('cash'), 'over-short')).toEqual({ [ofDrawer('cash')]: 0, 'over-short': 0 });
    expect(await open(NGUYEN)).toMatchObject({ balance: 13_280 });
  });
});

describe('refused', () => {
  const refused = (asked: AskedUndo<'correctReceipt'>) => refusedUndo(ortiz, 'correctReceipt', asked);

  test('a receipt, line or tender that is not there', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    expect(await refused(toLine({ label: 'W3-000999' }, MISC))).toBe('receipt_unknown');
    expect(await refused(toLine({ label, place: 1 }, MISC))).toBe('line_unknown');
    expect(await refused(toTender({ label, place: 1 }, card(4_000)))).toBe('tender_unknown');
  });

  test('what would change nothing', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    expect(await refused(toLine({ label }, onAccount(HALE, 4_000)))).toBe('correction_same');
    for (const tender of [cash(4_000), check(4_000), moneyOrder(4_000), card(4_000)]) {
      const of = await take([MISC], [tender]);
      expect(await refused(toTender({ label: of }, tender))).toBe('correction_same');
    }
  });

  test('another amount', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    expect(await refused(toLine({ label }, onAccount(NGUYEN, 3_999)))).toBe('correction_amount');
    expect(await refused(toTender({ label }, card(4_001)))).toBe('correction_amount');
  });

  test('credit of an account, as what it was and as what it should be', async () => {
    await take([onAccount(HALE, 12_000)], [cash(12_000)]);
    const credit = { kind: 'credit' as const, accountNumber: HALE, cents: 1_000 };
    const label = await take([onAccount(NGUYEN, 2_000)], [credit, cash(1_000)]);
    expect(await refused(toTender({ label }, card(1_000)))).toBe('correction_credit');
    expect(await refused(toTender({ label, place: 1 }, credit))).toBe('correction_credit');
  });

  test('a routing number whose check digit is wrong, and whatever no payment may be for', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    expect(await refused(toTender({ label }, { ...check(4_000), routing: '021000022' }))).toBe('routing_wrong');
    expect(await refused(toLine({ label }, onAccount('40-99999-99', 4_000)))).toBe('account_unknown');
    expect(await refused(toLine({ label }, { ...MISC, code: 'inspection', goesTo: undefined }))).toBe('price_differs');
    const paid = { chargeId: 999_999, cents: 4_000 };
    expect(await refused(toLine({ label }, { ...onAccount(NGUYEN, 4_000), charges: [paid] }))).toBe('charge_not_open');
  });

  test('a void receipt; and no void after a correction', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    await undo(ortiz, 'correctReceipt', toLine({ label }, MISC));
    const why = { label, reason: 'wrong_amount' as const };
    expect(await ortiz.refused('voidProposal', why)).toBe('receipt_changed');
    expect(await ortiz.refused('voidReceipt', { ...why, commandId: randomUUID() })).toBe('receipt_changed');
    const other = await take([MISC], [cash(4_000)]);
    const about = { label: other, reason: 'wrong_amount' as const, slip: await headOnSlip(ortiz, other) };
    const { mark } = await ortiz.ask('voidProposal', about);
    await ortiz.tell('voidReceipt', { ...about, approval: await yesTo(ortiz, mark) });
    expect(await refused(toLine({ label: other }, onAccount(HALE, 4_000)))).toBe('receipt_already_voided');
  });

  test('without approval, with one of something else, with her own, lapsed, or used', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    const asked = toLine({ label }, onAccount(NGUYEN, 4_000));
    const tell = (approval?: string) =>
      ortiz.refused('correctReceipt', { ...asked, commandId: randomUUID(), ...(approval ? { approval } : {}) });
    expect(await tell()).toBe('approval_needed');
    const mark = await markOf(ortiz, 'correctReceipt', asked);
    const own = { mark, person: 'm.ortiz', pin: PINS.get('m.ortiz') };
    expect(await ortiz.refused('approve', own)).toBe('approval_not_theirs');
    const others = [
      { ...asked, words: 'Other words' },
      { ...asked, reason: 'wrong_purpose' as const },
      toLine({ label }, MISC),
    ];
    for (const other of others)
      expect(await tell(await yesTo(ortiz, await markOf(ortiz, 'correctReceipt', other)))).toBe('approval_changed');
    const yes = await yesTo(ortiz, mark);
    station.clock.advance(120_001);
    expect(await tell(yes)).toBe('approval_lapsed');
    const again = await yesTo(ortiz, mark);
    await ortiz.tell('correctReceipt', { ...asked, approval: again });
    const back = toLine({ label }, onAccount(HALE, 4_000));
    expect(await ortiz.refused('correctReceipt', { ...back, commandId: randomUUID(), approval: again })).toBe(
      'approval_changed',
    );
  });

  test('an approval of a line that was paid in between: the mark is bound to what is moved', async () => {
    const label = await take([onAccount(HALE, 4_000)], [cash(4_000)]);
    const asked = toLine({ label }, onAccount(NGUYEN, 4_000));
    const yes = await yesTo(ortiz, await markOf(ortiz, 'correctReceipt', asked));
    await take([onAccount(NGUYEN, 8_640)], [cash(8_640)]);
    expect(await ortiz.refused('correctReceipt', { ...asked, commandId: randomUUID(), approval: yes })).toBe(
      'approval_changed',
    );
  });
});

test('what was paid on the telephone is corrected to a card only', async () => {
  const call = { drawer, entryMode: 'phone' as const, delivery: 'none' as const };
  const { label } = await ortiz.tell('takePayment', {
    ...call,
    lines: [onAccount(HALE, 4_000)],
    tenders: [card(4_000)],
  });
  expect(await ortiz.refused('correctionProposal', toTender({ label }, cash(4_000)))).toBe('phone_needs_card');
  expect(await ortiz.refused('correctionProposal', toTender({ label }, check(4_000, '4471')))).toBe('phone_needs_card');
});
