import { sql } from 'drizzle-orm';
import type { LedgerDb } from '#db/ledger/database';
import { tendersMoved } from '#db/ledger/reportReceipts';
import { isAccountLine, type ReceiptLine } from '#domain/line';
import { cents } from '#domain/money';
import { correctionLabel, refundLabel, reversalLabel } from '#domain/series';
import { type Correction, partOf, type RefundMeans, type UndonePart } from '#domain/undo';
import { correctionPostings, refundPostings, reversalPostings } from '#domain/undoPostings';
import { sha256Hex } from '#main/chain/sha256';
import { dayReport } from '#main/ledger/dayReport';
import { type BuiltReceipt, lineFor } from '#test/support/journalBuilder';
import {
  contextOf,
  createTestStation,
  districtFile,
  FIRST,
  openTestDatabase,
  rowsOf,
  SECOND,
  STORES,
  type TestContext,
  type TestDatabase,
  type TestStation,
} from '#test/support/ledger';
import { linesRebuilt } from '#test/support/linesRebuilt';
import { takeForCounted } from '#test/support/takeForCounted';

const { funds } = districtFile('any');
const DAY = '2026-11-23';
const DRAWER = 'W3-D0001';
const IN_CASH: RefundMeans = { kind: 'cash', drawer: DRAWER, batch: 'W3-B0001' };

describe.each(STORES)('what is undone is applied on %s', (store) => {
  let database: TestDatabase;
  let db: LedgerDb;
  let context: TestContext;
  let station: TestStation;
  let numbers: { C: number; V: number; R: number };
  beforeAll(async () => {
    database = await openTestDatabase(store);
    db = database.db;
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    context = contextOf(db);
    station = await createTestStation(context);
    station.journal.openDrawer();
    numbers = { C: 0, V: 0, R: 0 };
  });
  // What the reports add up is what the texts tell, whatever was undone, parked or both.
  afterEach(async () => {
    const { kept, rebuilt } = await linesRebuilt(db);
    expect(kept).toEqual(rebuilt);
  });

  /** What every undoing tells of itself. */
  const told = (letter: 'C' | 'V' | 'R', { sequence, receipt }: BuiltReceipt) => {
    numbers[letter] += 1;
    const number = numbers[letter];
    const label = { C: correctionLabel, V: reversalLabel, R: refundLabel }[letter]('W3', station.key.epoch, number);
    return { number, label, receipt: receipt.label, issuedSequence: sequence, mark: sha256Hex(label) };
  };
  const correct = (built: BuiltReceipt, correction: Correction, isDrawerOpen = true) =>
    station.journal.append({
      kind: 'receipt_corrected',
      payload: { ...told('C', built), correction, reason: 'wrong_account' },
      postings: correctionPostings({ label: built.receipt.label, drawer: DRAWER, isDrawerOpen }, correction, funds),
      approver: 'j.whitebear',
    });
  const moveLine = (built: BuiltReceipt, place: number, from: ReceiptLine, to: ReceiptLine) =>
    correct(built, { what: 'line', place, from, to });
  const refund = (built: BuiltReceipt, parts: UndonePart[], means: RefundMeans = IN_CASH) => {
    const given = parts.reduce((total, part) => total + part.line.cents, 0);
    const about = { parts, cents: given, roundingCents: 0, means };
    return station.journal.append({
      kind: 'refund_issued',
      payload: { ...told('R', built), ...about, reason: 'overpaid' },
      postings: refundPostings(built.receipt.label, about, funds),
      approver: 'j.whitebear',
    });
  };
  const reverse = (built: BuiltReceipt, credits: { accountNumber: string; cents: number }[] = []) => {
    const parts = built.receipt.lines.map((line, place) => ({ place, line }));
    const given = credits.reduce((total, spent) => total + spent.cents, 0);
    const tenders = [{ tender: 'cash' as const, cents: built.receipt.totalCents - given }];
    const about = { parts, tenders, credits, roundingCents: 0 };
    return station.journal.append({
      kind: 'receipt_reversed',
      payload: { ...told('V', built), ...about, reason: 'keyed_twice' },
      postings: reversalPostings(built.receipt.label, about, funds),
      approver: 'j.whitebear',
    });
  };
  const lineAt = (built: BuiltReceipt, place: number): ReceiptLine => {
    const line = built.receipt.lines[place];
    if (!line) throw new Error(`the receipt has no line ${place}`);
    return line;
  };
  const partAt = (built: BuiltReceipt, place: number, amount: number): UndonePart => ({
    place,
    line: partOf(lineAt(built, place), cents(amount)),
  });

  const open = async (accountNumber: string) => {
    const { charges, unappliedCents } = await station.account(accountNumber);
    return { open: charges.map((charge) => charge.openCents), credit: unappliedCents };
  };
  const parked = () =>
    rowsOf<{ sequence: number; why: string }>(
      db,
      station.district,
      sql`SELECT sequence, why FROM parked WHERE district_id = ${station.district} ORDER BY sequence`,
    );
  const balances = async () => {
    const found = await rowsOf<{ account: string; cents: number }>(
      db,
      station.district,
      sql`SELECT account, sum(CASE side WHEN 'debit' THEN cents ELSE -cents END)::bigint AS cents FROM postings
        WHERE district_id = ${station.district} GROUP BY account ORDER BY account`,
    );
    return Object.fromEntries(found.filter((row) => row.cents !== 0).map((row) => [row.account, row.cents]));
  };
  const tenders = () => {
    const span = { district: station.district, from: '2000-01-01', to: '2099-12-31', hidden: [], hiddenFrom: null };
    return db.inDistrict(station.district, 'read', (tx) => tendersMoved(tx, span));
  };
  const FLOAT = { [`drawer:${DRAWER}:cash`]: 200_00, [`transit:${DRAWER}-float`]: -200_00 };
  const payFirst = async (amount: number) => station.journal.pay([lineFor(await station.account(FIRST), amount)]);

  test('a line to another account: the one owes again, the other has paid', async () => {
    const before = await open(FIRST);
    const built = await payFirst(70_00);
    moveLine(built, 0, lineAt(built, 0), lineFor(await station.account(SECOND), 70_00));
    await station.send();
    expect(await open(FIRST)).toEqual(before);
    expect(await open(SECOND)).toEqual({ open: [], credit: 20_00 });
    expect(await parked()).toEqual([]);
    expect(await balances()).toEqual({
      ...FLOAT,
      [`drawer:${DRAWER}:cash`]: 270_00,
      'gl:401:1220000': -50_00,
      [`unapplied:${SECOND}`]: -20_00,
    });
  });

  test('a line out of suspense, and back again, in later runs', async () => {
    const built = station.journal.pay([{ kind: 'suspense', parcel: '', cents: 30_00 }]);
    await station.send();
    const found = lineFor(await station.account(SECOND), 30_00);
    moveLine(built, 0, lineAt(built, 0), found);
    await station.send();
    expect(await open(SECOND)).toEqual({ open: [20_00], credit: 0 });
    moveLine(built, 0, found, lineAt(built, 0));
    await station.send();
    expect(await open(SECOND)).toEqual({ open: [50_00], credit: 0 });
    expect((await balances())[`suspense:${built.receipt.label}:1`]).toBe(-30_00);
    expect(await parked()).toEqual([]);
  });

  test('a tender put right moves no account, only the drawer, or what its close explained', async () => {
    const built = await payFirst(40_00);
    const [from] = built.receipt.tenders;
    if (!from) throw new Error('the receipt has no tender');
    const to = {
      kind: 'card' as const,
      cents: 40_00,
      brand: 'visa' as const,
      lastFour: '1881',
      approvalCode: '04417A',
    };
    correct(built, { what: 'tender', place: 0, from, to });
    await station.send();
    expect(await balances()).toMatchObject({ ...FLOAT, [`drawer:${DRAWER}:card`]: 40_00 });
    // bug: once the drawer was closed, what was put right moved a tender in no report.
    const corrected = async () =>
      Object.fromEntries((await tenders()).map(({ tender, correctedCents }) => [tender, correctedCents]));
    expect(await corrected()).toEqual({ cash: -40_00, card: 40_00 });
    correct(built, { what: 'tender', place: 0, from: to, to: from }, false);
    await station.send();
    expect(await corrected()).toEqual({ cash: 0, card: 0 });
    await takeForCounted(context.db, station.district);
    expect((await dayReport(context, { district: station.district, day: DAY })).tenders).toEqual([
      { tender: 'card', takenCents: 0, givenBackCents: 0, correctedInCents: 40_00, correctedOutCents: 40_00 },
      { tender: 'cash', takenCents: 40_00, givenBackCents: 0, correctedInCents: 40_00, correctedOutCents: 40_00 },
    ]);
    expect(await balances()).toMatchObject({ 'over-short': 40_00, 'difference:card': -40_00 });
    expect(await parked()).toEqual([]);
  });

  test('refunds in parts, in the same run and in later ones, to the last cent', async () => {
    const before = await open(FIRST);
    const built = await payFirst(110_00);
    const line = lineAt(built, 0);
    refund(built, [{ place: 0, line: partOf(line, cents(20_00)) }]);
    await station.send();
    expect(await open(FIRST)).toEqual({ open: [8_50], credit: 0 });
    if (!isAccountLine(line)) throw new Error('the line is not on an account');
    const [first, second] = line.charges;
    if (!first || !second) throw new Error('the line pays two charges');
    const left = {
      ...line,
      cents: 90_00,
      unappliedCents: 0,
      charges: [first, { ...second, cents: second.cents - 8_50 }],
    };
    refund(built, [{ place: 0, line: left }], { kind: 'warrant' });
    await station.send();
    expect(await open(FIRST)).toEqual(before);
    expect(await balances()).toEqual({ ...FLOAT, [`drawer:${DRAWER}:cash`]: 290_00, 'refunds-payable': -90_00 });
    expect(await parked()).toEqual([]);
  });

  test('more than stands is stored, parked and told, and the rest goes on (F61)', async () => {
    const built = await payFirst(30_00);
    refund(built, [partAt(built, 0, 20_00)]);
    const beyond = refund(built, [partAt(built, 0, 20_00)]);
    const second = station.journal.pay([lineFor(await station.account(SECOND), 10_00)]);
    await station.send();
    expect(await parked()).toEqual([{ sequence: beyond, why: 'undo_unmatched' }]);
    expect(await open(SECOND)).toEqual({ open: [40_00], credit: 0 });
    const wrong = { ...second, sequence: built.sequence };
    const unmatched = refund(wrong, [partAt(second, 0, 1_00)]);
    await station.send();
    expect((await parked()).map((row) => row.sequence)).toEqual([beyond, unmatched]);
    expect(context.logged.filter((line) => line.what === 'entry parked')).toHaveLength(2);
  });

  test('of a fee and of suspense no more goes back than they brought, in the same run and in later ones (F61)', async () => {
    const fee: ReceiptLine = {
      kind: 'fee',
      code: 'misc-receipt',
      name: 'Miscellaneous receipt',
      accountNumber: null,
      told: [],
      quantity: 1,
      cents: 40_00,
      shares: [{ fund: '402', bars: '3790000', cents: 40_00 }],
      prints: 'nothing',
    };
    const strange: ReceiptLine = { kind: 'suspense', parcel: '', cents: 10_00 };
    const built = station.journal.pay([fee, strange]);
    refund(built, [partAt(built, 0, 30_00), partAt(built, 1, 10_00)]);
    const inTheRun = refund(built, [partAt(built, 0, 10_01)]);
    await station.send();
    const later = refund(built, [partAt(built, 1, 1)]);
    const wrongRest = moveLine(built, 0, fee, { ...strange, cents: 40_00 });
    const voided = station.journal.voidReceipt(built);
    const right = refund(built, [partAt(built, 0, 10_00)]);
    await station.send();
    expect(await parked()).toEqual([
      ...[inTheRun, later, wrongRest].map((sequence) => ({ sequence, why: 'undo_unmatched' })),
      { sequence: voided, why: 'void_unmatched' },
    ]);
    expect(await balances()).toMatchObject({ [`drawer:${DRAWER}:cash`]: 200_00 });
    expect(right).toBe(voided + 1);
  });

  test('a refund of what a load made smaller meanwhile takes from the credit', async () => {
    const other = await createTestStation(context, { district: station.district, series: 'W4' });
    other.journal.openDrawer();
    const account = await station.account(SECOND);
    const built = station.journal.pay([lineFor(account, 50_00)]);
    other.journal.pay([lineFor(account, 50_00)]);
    await other.send();
    await station.send();
    expect(await open(SECOND)).toEqual({ open: [], credit: 50_00 });
    refund(built, [partAt(built, 0, 50_00)]);
    await station.send();
    expect(await open(SECOND)).toEqual({ open: [], credit: 0 });
    expect(await parked()).toEqual([]);
  });

  test('a reversal takes the whole receipt back, and gives back the credit that it names', async () => {
    const before = await open(FIRST);
    reverse(await payFirst(40_00));
    await station.send();
    expect(await open(FIRST)).toEqual(before);
    expect((await balances())['over-short']).toBe(-40_00);
    const spent = { cents: 30_00, accountNumber: SECOND };
    reverse(await payFirst(40_00), [spent]);
    await station.send();
    expect(await open(FIRST)).toEqual(before);
    expect(await open(SECOND)).toEqual({ open: [50_00], credit: 30_00 });
    expect(await parked()).toEqual([]);
  });

  test('two lines that a correction brought to one account count together', async () => {
    const before = await open(FIRST);
    const first = await station.account(FIRST);
    const built = station.journal.pay([lineFor(first, 10_00), { kind: 'suspense', parcel: '', cents: 5_00 }]);
    const [penalty] = first.charges.toSorted((left, right) => left.openCents - right.openCents);
    if (!penalty) throw new Error('the account owes nothing');
    const { openCents: _, ...charge } = penalty;
    const plain = {
      kind: 'account' as const,
      accountNumber: FIRST,
      unappliedCents: 0,
      namedWhy: 'payer_named' as const,
    };
    const to = { ...plain, cents: 5_00, charges: [{ ...charge, cents: 5_00 }] };
    moveLine(built, 1, lineAt(built, 1), to);
    await station.send();
    const paid = await open(FIRST);
    const whole = [
      { place: 0, line: lineAt(built, 0) },
      { place: 1, line: to },
    ];
    refund(built, whole);
    await station.send();
    expect(await parked()).toEqual([]);
    expect(paid).toEqual({ open: [86_40], credit: 2_90 });
    expect(await open(FIRST)).toEqual(before);
  });

  test('an undoing whose postings are not its own is parked', async () => {
    const built = await payFirst(30_00);
    const part = partAt(built, 0, 10_00);
    const about = { parts: [part], cents: 10_00, roundingCents: 0, means: IN_CASH };
    const payload = { ...told('R', built), ...about, reason: 'overpaid' as const };
    const postings = refundPostings(built.receipt.label, { ...about, means: { kind: 'warrant' } }, funds);
    const sequence = station.journal.append({ kind: 'refund_issued', payload, postings, approver: 'j.whitebear' });
    await station.send();
    expect(await parked()).toEqual([{ sequence, why: 'disagrees' }]);
    expect(await open(FIRST)).toEqual({ open: [68_50], credit: 0 });
  });

  test('bug: a refund or a reversal with a rounding that its receipt never had is parked', async () => {
    const before = await open(FIRST);
    const built = await payFirst(30_00);
    const sequences = [1, -1, 2, -2].map((roundingCents) => {
      const about = { parts: [partAt(built, 0, 30_00)], cents: 30_00 + roundingCents, roundingCents, means: IN_CASH };
      const payload = { ...told('R', built), ...about, reason: 'overpaid' as const };
      const postings = refundPostings(built.receipt.label, about, funds);
      return station.journal.append({ kind: 'refund_issued', payload, postings, approver: 'j.whitebear' });
    });
    const tenders = [{ tender: 'cash' as const, cents: 30_02 }];
    const about = { parts: [{ place: 0, line: lineAt(built, 0) }], tenders, credits: [], roundingCents: 2 };
    const payload = { ...told('V', built), ...about, reason: 'keyed_twice' as const };
    const postings = reversalPostings(built.receipt.label, about, funds);
    sequences.push(station.journal.append({ kind: 'receipt_reversed', payload, postings, approver: 'j.whitebear' }));
    await station.send();
    expect(await parked()).toEqual(sequences.map((sequence) => ({ sequence, why: 'undo_unmatched' })));
    reverse(built);
    await station.send();
    expect(await open(FIRST)).toEqual(before);
  });

  test('a void after an undoing in the same run or a later one is parked: the receipt is not what it was', async () => {
    const built = await payFirst(30_00);
    refund(built, [partAt(built, 0, 10_00)]);
    const voids = [station.journal.voidReceipt(built)];
    await station.send();
    voids.push(station.journal.voidReceipt(built));
    await station.send();
    expect(await parked()).toEqual(voids.map((sequence) => ({ sequence, why: 'void_unmatched' })));
    expect(await open(FIRST)).toEqual({ open: [78_50], credit: 0 });
  });
});
