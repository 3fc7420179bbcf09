import { createHash } from 'node:crypto';
import { cashPaidIn } from '#domain/custodyPostings';
import { cents } from '#domain/money';
import { glHeader, glRows } from '#formats/glCsv';
import { glExportText } from '#main/ledger/glExportText';
import { exportedByFirst } from '../support/exportedByFirst.ts';
import { contextOf, createTestStation, onEachStore, type TestContext, type TestStation } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { CHECK, closedDrawer, type OfficeDay, officeDay, SIXTY, SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';

const HOUR = 3_600_000;
const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const reason = 'The last drawer waits for its cashier';

onEachStore('what goes out to finance', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let other: TestStation;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    other = await createTestStation(context, { district: day.station.district, series: 'W4' });
  });

  const close = async (on: string) => {
    const { mark } = await day.whitebear.ask('dayClose', { day: on, reason });
    return day.whitebear.tell('closeDay', { day: on, mark, reason }, yesOf(SOLHEIM, mark));
  };
  const exported = (through = MONDAY, layout: 'batch' | 'day' = 'batch') =>
    day.finance.tell('exportGl', { through, layout });
  const textOf = async (number: number) => {
    let text = '';
    for await (const part of await glExportText(context, day.station.district, number)) text += part;
    return text;
  };
  const deposit = async () => {
    const checks = [{ ...CHECK, batch: 'W3-B0001', tender: 'check' as const }];
    const told = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: SIXTY, checks };
    await day.whitebear.tell('prepareDeposit', { ...told, bag: 'QB 0081 4473', seal: 'S-991' });
    const papers = { checks: { items: 1, cents: 8_640 }, moneyOrders: { items: 0, cents: 0 } };
    await day.finance.tell('witnessDeposit', { deposit: 'L-P0001', pieces: SIXTY, ...papers });
  };

  test('is every closed day once, balanced by fund, with batch, deposit, fund and code', async () => {
    await deposit();
    await close(MONDAY);
    const { sha256, ...told } = await exported();
    expect(told).toEqual({ number: 1, through: MONDAY, lines: 7, debitCents: 129_280 });
    const text = await textOf(1);
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    expect(text.split('\r\n')).toEqual([
      'export,line,day,batch,deposit,fund,bars,name,debit,credit',
      '1,1,2026-11-23,,,401,1111000,Cash in bank,,1000.00',
      '1,2,2026-11-23,,,401,1118000,Change fund,1000.00,',
      '1,3,2026-11-23,,L-P0001,401,1119000,Deposits in transit,146.40,',
      '1,4,2026-11-23,W3-B0001,,401,1113000,Cash on hand,146.40,',
      '1,5,2026-11-23,W3-B0001,,401,1220000,Customer accounts receivable,,86.40',
      '1,6,2026-11-23,W3-B0001,,401,2391000,Unapplied customer credit,,60.00',
      '1,7,2026-11-23,W3-B0001,L-P0001,401,1113000,Cash on hand,,146.40',
      '',
    ]);
  });

  test('makes each fund balance by itself, through the pool that holds the cash', async () => {
    const { journal } = other;
    journal.openDrawer(TWO_HUNDRED);
    const place = { fund: '402', bars: '3790000' };
    journal.append({
      kind: 'cash_paid_in',
      payload: {
        ...{ drawer: 'W4-D0001', batch: 'W4-B0001', label: 'W4-I0001', mark: 'a'.repeat(64), pieces: { 500: 5 } },
        ...{ number: 1, cents: 2_500, place },
      },
      postings: cashPaidIn('W4-D0001', place, cents(2_500)),
      approver: SOLHEIM,
    });
    journal.closeDrawer(0, 2_500);
    await other.send();
    const float = ['float', 'float-return'].map((of) => ({ handoff: `W4-D0001-${of}`, pieces: TWO_HUNDRED }));
    await day.whitebear.tell('countHandoffs', { parts: [...float, { handoff: 'W4-D0001-cash', pieces: { 500: 5 } }] });
    await close(MONDAY);
    await exported();
    const { lines } = await day.auditor.ask('glLines', { number: 1 });
    const ofFund = (fund: string) =>
      lines
        .filter((line) => line.fund === fund)
        .reduce((total, line) => total + (line.side === 'debit' ? line.cents : -line.cents), 0);
    expect([ofFund('401'), ofFund('402')]).toEqual([0, 0]);
    expect(lines.filter(({ fund }) => fund === '402').map((line) => [line.bars, line.side, line.cents])).toEqual([
      ['1113000', 'debit', 2_500],
      ['3790000', 'credit', 2_500],
    ]);
  });

  test('can be made again byte for byte, whatever arrives later, and a page makes the same of its lines', async () => {
    await close(MONDAY);
    const { sha256 } = await exported();
    const before = await textOf(1);
    await closedDrawer(other);
    day.station.journal.openDrawer(TWO_HUNDRED);
    await day.station.send();
    await day.load({ ...day.policy, chart: day.policy.chart.map((one) => ({ ...one, name: `${one.name} (new)` })) });
    expect(await textOf(1)).toBe(before);
    expect(createHash('sha256').update(before).digest('hex')).toBe(sha256);
    let paged = glHeader();
    for (let after = 0, more = true; more; ) {
      const page = await day.auditor.ask('glLines', { number: 1, after, most: 3 });
      paged += glRows(page.lines);
      after += page.lines.length;
      more = page.more;
    }
    expect(paged).toBe(before);
  });

  test('of a day that closed says what arrived later with the next one, and keeps its date', async () => {
    await other.feed();
    await close(MONDAY);
    await exported();
    // W4 was offline since the morning: its Monday comes on Tuesday.
    await closedDrawer(other);
    await day.countAll('W4-D0001');
    context.at.now += 24 * HOUR;
    await close(TUESDAY);
    await exported(TUESDAY);
    const { lines } = await day.auditor.ask('glLines', { number: 2 });
    expect(new Set(lines.filter(({ batch }) => batch.startsWith('W4')).map((line) => line.day))).toEqual(
      new Set([TUESDAY]),
    );
    const { exports } = await day.auditor.ask('glExports', {});
    expect(exports.map(({ number, first, through }) => [number, first, through])).toEqual([
      [2, TUESDAY, TUESDAY],
      [1, MONDAY, MONDAY],
    ]);
    const { days } = await day.auditor.ask('days', {});
    expect(days).toMatchObject([
      { day: TUESDAY, receipts: 0, glExport: 2 },
      { day: MONDAY, receipts: 4, glExport: 1 },
    ]);
  });

  /** Another drawer that hands over 60.00 in cash, of which the office counts 40.00 and then finds 50.00. */
  const shortHandoff = async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0002', { 2000: 2 });
    const found = { counted: { handoff: 'W3-D0002-cash', pieces: { 2000: 2, 1000: 1 } }, reason: 'One note is gone' };
    const { mark } = await day.finance.ask('resolution', found);
    await day.finance.tell('resolveHandoff', found, yesOf(SOLHEIM, mark));
    await close(MONDAY);
  };

  test('bug: what was short at a handoff bore no batch', async () => {
    await shortHandoff();
    await exported();
    const { lines } = await day.auditor.ask('glLines', { number: 1 });
    const short = lines.filter(({ bars }) => bars === day.policy.standing.overShort?.bars);
    expect(short).toMatchObject([{ batch: 'W3-B0002', side: 'debit', cents: 1_000 }]);
    const { lines: ofBatch } = await day.auditor.ask('traced', { label: 'W3-B0002' });
    expect(ofBatch).toContainEqual(short[0]);
    const net = (batch: string) =>
      lines
        .filter((line) => line.batch === batch)
        .reduce((sum, { side, cents: c }) => sum + (side === 'debit' ? c : -c), 0);
    expect(net('W3-B0002')).toBe(0);
  });

  test('an export from before shorts bore their batch is still made again byte for byte', async () => {
    await shortHandoff();
    const written = await exportedByFirst(context, day.station.district, MONDAY);
    expect(await textOf(1)).toBe(written);
    const { lines } = await day.auditor.ask('glLines', { number: 1 });
    expect(lines.find(({ bars }) => bars === day.policy.standing.overShort?.bars)).toMatchObject({ batch: '' });
  });

  test('by day names no batches', async () => {
    await close(MONDAY);
    await exported(MONDAY, 'day');
    const { lines } = await day.auditor.ask('glLines', { number: 1 });
    expect(new Set(lines.map(({ batch }) => batch))).toEqual(new Set(['']));
  });

  test('is refused for a day that is open, for nothing new, and where the chart has no place', async () => {
    expect(await day.finance.refused('exportGl', { through: MONDAY, layout: 'batch' })).toBe('gl_day_not_closed');
    await close(MONDAY);
    expect(await day.auditor.refused('exportGl', { through: MONDAY, layout: 'batch' })).toBe('not_permitted');
    const { cashOnHand: _, ...standing } = day.policy.standing;
    await day.load({ ...day.policy, standing });
    expect(await day.finance.refused('exportGl', { through: MONDAY, layout: 'batch' })).toBe('gl_place_missing');
    await day.load(day.policy);
    const command = { commandId: '0b3f8c1e-6b1d-4d58-9a3c-9a7c2b7d9e12', through: MONDAY, layout: 'batch' as const };
    const first = await day.finance.ask('exportGl', command);
    expect(await day.finance.ask('exportGl', command)).toEqual(first);
    expect(await day.finance.refused('exportGl', { through: MONDAY, layout: 'batch' })).toBe('gl_nothing_new');
    expect(await day.auditor.refused('glLines', { number: 2 })).toBe('gl_export_unknown');
    expect(await day.auditor.refused('glLine', { number: 1, line: 99 })).toBe('gl_line_unknown');
  });

  test('leads from a line to the entries that make it, and from a receipt back to its lines', async () => {
    await deposit();
    await close(MONDAY);
    await exported();
    const { lines } = await day.auditor.ask('glLines', { number: 1 });
    const receivable = lines.find(({ bars }) => bars === '1220000');
    const { entries, more } = await day.auditor.ask('glLine', { number: 1, line: receivable?.line ?? 0 });
    expect({ entries, more }).toEqual({
      entries: [
        {
          ...{ journal: 'W3', sequence: 2, kind: 'receipt_issued', label: 'W3-000001', byName: 'Marisol Ortiz' },
          ...{ at: expect.any(Number), cents: 8_640, receipt: null, handoff: null, file: null },
        },
      ],
      more: false,
    });
    const cash = lines.find(({ bars, batch, deposit }) => bars === '1113000' && batch !== '' && deposit === '');
    const first = await day.auditor.ask('glLine', { number: 1, line: cash?.line ?? 0, most: 1 });
    const [last] = first.entries;
    const after = { journal: last?.journal ?? '', sequence: last?.sequence ?? 0 };
    const next = await day.auditor.ask('glLine', { number: 1, line: cash?.line ?? 0, after });
    expect([first.more, next.entries.length > 0, next.more]).toEqual([true, true, false]);
    const trace = await day.auditor.ask('traced', { label: 'W3-000001' });
    expect(trace).toMatchObject({
      ...{ what: 'receipt', batch: 'W3-B0001', closedWith: MONDAY },
      deposits: [{ deposit: 'L-P0001', state: 'made' }],
    });
    expect(trace.lines.map(({ bars, side }) => `${bars} ${side}`)).toEqual(['1113000 debit', '1220000 credit']);
    const ofBatch = await day.auditor.ask('traced', { label: 'W3-B0001' });
    expect(ofBatch.lines.every(({ batch }) => batch === 'W3-B0001')).toBe(true);
    const ofDeposit = await day.auditor.ask('traced', { label: 'L-P0001' });
    expect(ofDeposit).toMatchObject({ what: 'deposit', batch: null });
    expect(ofDeposit.lines.map(({ deposit }) => deposit)).toEqual(['L-P0001', 'L-P0001']);
    for (const label of ['W3-000099', 'W9-B0001', 'L-P0009', 'nothing'])
      expect(await day.auditor.refused('traced', { label })).toBe('trace_unknown');
  });

  test('is refused loudly where the journals say something else than what went out', async () => {
    await close(MONDAY);
    await exported();
    // An owner of the database who takes the triggers away, and an entry's cents up.
    const owner = (statement: string) => on.db.asOwner((tx) => tx.script(statement));
    await owner('ALTER TABLE postings DISABLE TRIGGER ALL');
    const where = `district_id = '${day.station.district}' AND account = 'gl:401:1220000'`;
    await owner(`UPDATE postings SET cents = cents + 1 WHERE ${where}`);
    await owner('ALTER TABLE postings ENABLE TRIGGER ALL');
    await expect(textOf(1)).rejects.toMatchObject({ code: 'gl_export_altered' });
    await expect(textOf(2)).rejects.toMatchObject({ code: 'gl_export_unknown' });
  });

  test('bug: a batch with nothing for the bank stayed approved for ever: it is posted with its day', async () => {
    other.journal.openDrawer(TWO_HUNDRED);
    other.journal.closeDrawer();
    await other.send();
    const parts = ['float', 'float-return'].map((of) => ({ handoff: `W4-D0001-${of}`, pieces: TWO_HUNDRED }));
    await day.whitebear.tell('countHandoffs', { parts });
    await day.approve('W4-B0001');
    const state = async () => (await day.auditor.ask('batch', { batch: 'W4-B0001' })).state;
    expect(await state()).toBe('approved');
    await close(MONDAY);
    expect(await state()).toBe('posted');
  });

  test('posts a batch once its day is closed and the bank has its deposit', async () => {
    await deposit();
    const state = async () => (await day.auditor.ask('batch', { batch: 'W3-B0001' })).state;
    await close(MONDAY);
    expect(await state()).toBe('deposited');
    await day.whitebear.tell('handToCourier', { deposit: 'L-P0001', carrier: { courier: 'Northwest Armored' } });
    await day.finance.tell('confirmDeposit', { deposit: 'L-P0001', reference: 'S-1', day: MONDAY, cents: 14_640 });
    expect(await state()).toBe('posted');
    const posted = { batch: 'W3-B0001', mark: 'a'.repeat(64) };
    expect(await day.solheim.refused('approveBatch', posted)).toBe('batch_done');
  });
});
