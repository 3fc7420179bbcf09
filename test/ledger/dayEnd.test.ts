import { dayWords } from '#domain/businessDay';
import { cashDropped } from '#domain/custodyPostings';
import type { ReceiptLine } from '#domain/line';
import { cents } from '#domain/money';
import { correctionPostings } from '#domain/undoPostings';
import { sha256Hex } from '#main/chain/sha256';
import { lineFor } from '../support/journalBuilder.ts';
import {
  accountRow,
  accountsCsv,
  chargeRow,
  chargesCsv,
  contextOf,
  districtFile,
  FIRST,
  loadText,
  onEachStore,
  type TestContext,
} from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { CHECK, type OfficeDay, officeDay, SIXTY, SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';

const FUNDS = districtFile('any').funds;
const NONE = { items: 0, cents: 0 };

onEachStore('the end of a day, such as December 31', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
  });
  const endOf = async (report: 'change_fund' | 'deposits_in_transit', year: number, by = day.auditor) => {
    const { rows, totals, notes } = await by.ask('report', { report, from: `${year}-01-01`, to: `${year}-12-31` });
    return { rows, total: totals?.at(-1), notes: notes.map(({ words, isLoud }) => `${isLoud ? '! ' : ''}${words}`) };
  };
  const nextYear = () => {
    context.at.now = Date.parse('2027-01-04T18:00:00Z');
  };

  /** Suspense of 50.00 and credit of 60.00 come in on Monday; on Tuesday an owner is found for 50.00. */
  const foundOnTuesday = async () => {
    const { journal, key } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const credit = lineFor({ accountNumber: FIRST, charges: [] }, 6_000);
    const from: ReceiptLine = { kind: 'suspense', parcel: '0418', cents: 5_000 };
    const { sequence, receipt } = journal.pay([from, credit]);
    journal.closeDrawer();
    const correction = {
      what: 'line',
      place: 0,
      from,
      to: { ...credit, cents: 5_000, unappliedCents: 5_000 },
    } as const;
    const label = `${key.series}-C000001`;
    const told = { number: 1, label, receipt: receipt.label, issuedSequence: sequence, correction };
    journal.append({
      kind: 'receipt_corrected',
      businessDay: '2026-11-24',
      payload: { ...told, mark: sha256Hex(label), reason: 'wrong_account' },
      postings: correctionPostings(
        { label: receipt.label, drawer: receipt.drawer, isDrawerOpen: false },
        correction,
        FUNDS,
      ),
      approver: SOLHEIM,
    });
    await day.station.send();
    await day.whitebear.tell('countHandoffs', {
      parts: [
        { handoff: 'W3-D0001-float', pieces: TWO_HUNDRED },
        { handoff: 'W3-D0001-float-return', pieces: TWO_HUNDRED },
        { handoff: 'W3-D0001-cash', pieces: { 10000: 1, 1000: 1 } },
      ],
    });
  };
  const atDay = async (report: 'suspense' | 'unapplied', on: string) => {
    const { rows, totals, notes } = await day.auditor.ask('report', { report, from: on, to: on });
    return {
      rows: rows.map((row) => row.slice(-3)),
      totals: totals?.slice(-3),
      notes: notes.map(({ words }) => words),
    };
  };

  test.each([
    ['2026-11-22', [], [0, 0, 0]],
    ['2026-11-23', [[5_000, 0, 5_000]], [5_000, 0, 5_000]],
    ['2026-11-24', [[5_000, 5_000, 0]], [5_000, 5_000, 0]],
    ['2026-11-25', [], [0, 0, 0]],
  ])('bug: suspense told what was open now, not on %s', async (on, rows, totals) => {
    await foundOnTuesday();
    context.at.now = Date.parse('2026-12-01T18:00:00Z');
    const told = await atDay('suspense', on);
    expect(told).toEqual({ rows, totals, notes: [`As it stood at the end of ${dayWords(on)}.`] });
  });

  test('bug: what a correction moved into suspense was in no report of it', async () => {
    const { journal, key } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const from = lineFor({ accountNumber: FIRST, charges: [] }, 6_000);
    const { sequence, receipt } = journal.pay([from]);
    const correction = {
      what: 'line',
      place: 0,
      from,
      to: { kind: 'suspense', parcel: '0418', cents: 6_000 },
    } as const;
    const label = `${key.series}-C000001`;
    const told = { number: 1, label, receipt: receipt.label, issuedSequence: sequence, correction };
    journal.append({
      kind: 'receipt_corrected',
      payload: { ...told, mark: sha256Hex(label), reason: 'wrong_account' },
      postings: correctionPostings(
        { label: receipt.label, drawer: receipt.drawer, isDrawerOpen: true },
        correction,
        FUNDS,
      ),
      approver: SOLHEIM,
    });
    journal.closeDrawer();
    await day.station.send();
    await day.whitebear.tell('countHandoffs', {
      parts: [
        { handoff: 'W3-D0001-float', pieces: TWO_HUNDRED },
        { handoff: 'W3-D0001-float-return', pieces: TWO_HUNDRED },
        { handoff: 'W3-D0001-cash', pieces: SIXTY },
      ],
    });
    expect(await atDay('suspense', '2026-11-23')).toMatchObject({ rows: [[6_000, 0, 6_000]] });
  });

  test.each([
    ['2026-11-22', [], [0, 0, 0]],
    ['2026-11-23', [[6_000, 0, 6_000]], [6_000, 0, 6_000]],
    ['2026-11-24', [[5_000, 0, 11_000]], [5_000, 0, 11_000]],
    ['2026-11-25', [[0, 0, 11_000]], [0, 0, 11_000]],
  ])('bug: unapplied credit told what there was now, not on %s', async (on, rows, totals) => {
    await foundOnTuesday();
    context.at.now = Date.parse('2026-12-01T18:00:00Z');
    expect(await atDay('unapplied', on)).toMatchObject({ rows, totals });
  });

  test('what a load made credit is of the day on which it was loaded', async () => {
    const account = await day.station.account(FIRST);
    day.station.journal.openDrawer(TWO_HUNDRED);
    day.station.journal.pay([lineFor(account, 8_640)]);
    await day.station.send();
    context.at.now = Date.parse('2026-11-25T06:00:00Z');
    await loadText(context, {
      district: JSON.stringify(day.policy),
      accounts: accountsCsv(accountRow(FIRST)),
      charges: chargesCsv(chargeRow(FIRST, '80.00')),
    });
    expect((await atDay('unapplied', '2026-11-23')).rows).toEqual([]);
    expect((await atDay('unapplied', '2026-11-24')).rows).toEqual([[640, 0, 640]]);
  });

  test('certifies the change fund: in the safe, in drawers, on the way, by which resolutions', async () => {
    await day.whitebear.tell('issueFloat', { to: 'l.haddad', station: 'W3', pieces: { 2000: 5 } });
    day.station.journal.openDrawer(TWO_HUNDRED);
    await day.station.send();
    await day.whitebear.tell('countHandoffs', { parts: [{ handoff: 'W3-D0001-float', pieces: TWO_HUNDRED }] });
    const order = { pieces: { 2000: 1 }, reference: 'Skagit Bank' };
    const { mark } = await day.whitebear.ask('orderMark', order);
    await day.whitebear.tell('orderChange', order, yesOf(SOLHEIM, mark));
    nextYear();
    expect(await endOf('change_fund', 2026)).toEqual({
      rows: [
        ['In the safe', null, '', null, 68_000],
        ['In a drawer', 'W3-D0001', 'Marisol Ortiz', '2026-11-23', 20_000],
        ['On the way', 'L-F0001', 'Layla Haddad', '2026-11-23', 10_000],
        ['On the way', 'L-G0001', 'Skagit Bank', '2026-11-23', 2_000],
      ],
      total: 100_000,
      notes: [
        'As it stood at the end of Dec 31, 2026.',
        'Nov 23, 2026, Resolution 2026-14: 1,000.00 given.',
        'Given in all: 1,000.00. The books account for the same.',
      ],
    });
    // What came after the year is none of it.
    expect(await endOf('change_fund', 2025)).toEqual({
      rows: [['In the safe', null, '', null, 0]],
      total: 0,
      notes: ['As it stood at the end of Dec 31, 2025.', 'Given in all: 0.00. The books account for the same.'],
    });
  });

  test('bug: what the certificate said of an evening changed when a drawer of that day was closed on the next', async () => {
    day.station.journal.openDrawer(TWO_HUNDRED);
    await day.station.send();
    await day.whitebear.tell('countHandoffs', { parts: [{ handoff: 'W3-D0001-float', pieces: TWO_HUNDRED }] });
    nextYear();
    const before = await endOf('change_fund', 2026);
    expect(before.rows[1]).toEqual(['In a drawer', 'W3-D0001', 'Marisol Ortiz', '2026-11-23', 20_000]);
    day.station.journal.pass(42 * 24 * 3_600_000);
    day.station.journal.closeDrawer();
    await day.station.send();
    expect(await endOf('change_fund', 2026)).toEqual(before);
  });

  test('bug: a float that the office had not counted stood there below zero, without a word', async () => {
    day.station.journal.openDrawer(TWO_HUNDRED);
    await day.station.send();
    const back = { resolution: 'Resolution 2026-15', pieces: { 2000: 5 }, isGivenBack: true };
    const { mark } = await day.whitebear.ask('changeFundMark', back);
    await day.whitebear.tell('changeFund', back, yesOf(SOLHEIM, mark));
    nextYear();
    expect(await endOf('change_fund', 2026)).toEqual({
      rows: [
        ['In the safe', null, '', null, 90_000],
        ['In a drawer', 'W3-D0001', 'Marisol Ortiz', '2026-11-23', 20_000],
        ['Not counted out of the safe yet', 'W3-D0001-float', 'Marisol Ortiz', '2026-11-23', -20_000],
      ],
      total: 90_000,
      notes: [
        'As it stood at the end of Dec 31, 2026.',
        'Nov 23, 2026, Resolution 2026-14: 1,000.00 given.',
        'Nov 23, 2026, Resolution 2026-15: 100.00 given back.',
        '200.00 is in drawers already, and the office has not counted it out of the safe yet: W3-D0001-float.',
        'Given in all: 900.00. The books account for the same.',
      ],
    });
  });

  test('says loudly what of the change fund is not found, once two people have settled that it is gone', async () => {
    await day.closedDrawer();
    const handoff = 'W3-D0001-float-return';
    const counted = { 2000: 9 };
    const float = { handoff: 'W3-D0001-float', pieces: TWO_HUNDRED };
    await day.whitebear.tell('countHandoffs', { parts: [float, { handoff, pieces: counted }] });
    const found = { counted: { handoff, pieces: counted }, reason: 'Counted twice' };
    const { mark } = await day.finance.ask('resolution', found);
    nextYear();
    // Until then it is between two hands.
    expect((await endOf('change_fund', 2026)).rows.at(-1)).toEqual([
      ...['Counted otherwise, not settled yet', handoff, 'Marisol Ortiz', '2026-11-23', 2_000],
    ]);
    context.at.now = Date.parse('2026-12-01T18:00:00Z');
    await day.finance.tell('resolveHandoff', found, yesOf(SOLHEIM, mark));
    nextYear();
    const { rows, total, notes } = await endOf('change_fund', 2026);
    expect([rows, total]).toEqual([[['In the safe', null, '', null, 98_000]], 98_000]);
    expect(notes.at(-1)).toBe('! Given in all: 1,000.00. 20.00 is missing: −20.00 at W3-D0001-float-return.');
  });

  test('bug: a float that went to the bank with a drop was missing from the change fund and nobody said why', async () => {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    journal.pay([lineFor({ accountNumber: FIRST, charges: [] }, 6_000)]);
    const [drawer, batch, handoff] = ['W3-D0001', 'W3-B0001', 'W3-D0001-drop-1'];
    journal.append({
      kind: 'cash_dropped',
      payload: { drawer, batch, number: 1, handoff, pieces: { 2000: 5 }, cents: 10_000 },
      postings: cashDropped(drawer, 1, cents(10_000)),
    });
    journal.closeDrawer(-500, -10_000);
    await day.station.send();
    await day.whitebear.tell('countHandoffs', {
      parts: [
        { handoff: `${drawer}-float`, pieces: TWO_HUNDRED },
        { handoff, pieces: { 2000: 5 } },
        { handoff: `${drawer}-float-return`, pieces: { 2000: 7, 1000: 1, 500: 1 } },
      ],
    });
    await day.finance.tell('countSafe', { pieces: { 2000: 47, 1000: 1 } });
    await day.whitebear.tell('countSafe', { pieces: { 2000: 47, 1000: 1 } });
    const third = { count: 'L-S0001', pieces: { 2000: 47, 1000: 1 }, reason: 'A five is gone' };
    const { mark } = await day.finance.ask('safeResolution', third);
    await day.finance.tell('resolveSafeCount', third, yesOf(SOLHEIM, mark));
    nextYear();
    const { total, notes } = await endOf('change_fund', 2026);
    expect(total).toBe(95_000);
    expect(notes.at(-1)).toBe(
      '! Given in all: 1,000.00. 50.00 is missing: −45.00 did not come back from W3-D0001 as its float, −5.00 at L-S0001.',
    );
  });

  test('lists deposits that were made and that the bank did not have yet', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const checks = [{ ...CHECK, batch: 'W3-B0001', tender: 'check' as const }];
    const told = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: SIXTY, checks };
    context.at.now = Date.parse('2026-12-31T18:00:00Z');
    await day.whitebear.tell('prepareDeposit', { ...told, bag: 'QB 0081 4473', seal: 'S-991' });
    const papers = { checks: { items: 1, cents: 8_640 }, moneyOrders: NONE };
    const ask = () => endOf('deposits_in_transit', 2026, day.finance);
    expect(await ask()).toEqual({
      ...{ rows: [], total: 0 },
      notes: ['As it stands now. Dec 31, 2026 is not over yet.', expect.stringContaining('stays in transit until')],
    });
    await day.finance.tell('witnessDeposit', { deposit: 'L-P0001', pieces: SIXTY, ...papers });
    const made = ['L-P0001', 'Operating account', 'QB00814473', '2026-12-31'];
    expect(await ask()).toMatchObject({ rows: [[...made, null, 14_640]], total: 14_640 });
    nextYear();
    await day.whitebear.tell('handToCourier', { deposit: 'L-P0001', carrier: { courier: 'Northwest Armored' } });
    const slip = { deposit: 'L-P0001', reference: 'S-1', cents: 14_640 };
    await day.finance.tell('confirmDeposit', { ...slip, day: '2027-01-04' });
    expect((await ask()).rows).toEqual([[...made, '2027-01-04', 14_640]]);
    const asked = { report: 'deposits_in_transit', from: '2026-01-01', to: '2026-12-31' } as const;
    expect(await day.ortiz.refused('report', asked)).toBe('not_permitted');
  });

  test('bug: a day that was closed for good was said not to be over yet', async () => {
    context.at.now = Date.parse('2026-12-31T18:00:00Z');
    const closing = { day: '2026-12-31', reason: 'Its station was not asked' };
    const { mark } = await day.finance.ask('dayClose', closing);
    await day.finance.tell('closeDay', { ...closing, mark }, yesOf(SOLHEIM, mark));
    for (const report of ['change_fund', 'deposits_in_transit'] as const)
      expect((await endOf(report, 2026, day.finance)).notes[0]).toBe(
        'As it stands now, after Dec 31, 2026 was closed.',
      );
  });

  test('a deposit that the bank had in the old year is none, whenever the office was told', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const checks = [{ ...CHECK, batch: 'W3-B0001', tender: 'check' as const }];
    const told = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: SIXTY, checks };
    await day.whitebear.tell('prepareDeposit', { ...told, bag: 'QB 0081 4473', seal: 'S-991' });
    const papers = { checks: { items: 1, cents: 8_640 }, moneyOrders: NONE };
    await day.finance.tell('witnessDeposit', { deposit: 'L-P0001', pieces: SIXTY, ...papers });
    await day.whitebear.tell('handToCourier', { deposit: 'L-P0001', carrier: { courier: 'Northwest Armored' } });
    nextYear();
    await day.finance.tell('confirmDeposit', {
      deposit: 'L-P0001',
      reference: 'S-1',
      day: '2026-12-30',
      cents: 14_640,
    });
    expect((await endOf('deposits_in_transit', 2026)).rows).toEqual([]);
  });
});
