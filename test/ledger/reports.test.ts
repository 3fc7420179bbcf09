import { lateDepositsOf } from '#db/ledger/reportDeposits';
import { Report, ReportName } from '#domain/report';
import { dayReport } from '#main/ledger/dayReport';
import { refundInCash } from '../support/byFund.ts';
import { lineFor } from '../support/journalBuilder.ts';
import { contextOf, FIRST, onEachStore, type TestContext } from '../support/ledger.ts';
import { linesRebuilt } from '../support/linesRebuilt.ts';
import { yesOf } from '../support/office.ts';
import { SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';
import { column, DAY, type ReportsDay, reportsDay, someDrawers, someLine } from '../support/reportsDay.ts';

/** Columns of a report that add up to another. */
const ADDING = [
  ['cashiers', ['Issued', 'Voided'], 'Kept'],
  ['tenders', ['Taken', 'Voided'], 'Kept'],
  ['tenders', ['Kept', 'Corrected', 'Reversed', 'Refunded'], 'Stands'],
  ['receipt_types', ['Issued', 'Voided'], 'Kept'],
  ['receipt_types', ['Kept', 'Corrected', 'Reversed, refunded'], 'Stands'],
] as const;

onEachStore('reports', (on) => {
  let context: TestContext;
  let day: ReportsDay;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await reportsDay(context);
  });

  test.each([1, 2, 3, 4])(
    'tie with one another and with the day’s report, whatever day it was (seed %i, F39, F43)',
    async (seed) => {
      const drawers = await someDrawers(day, seed);
      const kept = async (name: Parameters<ReportsDay['told']>[0]) => column(await day.told(name), 'Kept').total;
      const told = await dayReport(context, { district: day.station.district, day: DAY });
      expect(told.parked).toEqual([]);
      const expected = told.issued.cents - told.voided.cents;
      for (const name of ['cashiers', 'drawers', 'tenders', 'receipt_types', 'hours'] as const)
        expect([name, await kept(name)]).toEqual([name, expected]);
      // bug: what was made void or refunded stood without a sign, and a row did not add up.
      for (const [name, adding, to] of ADDING) {
        const report = await day.told(name);
        const sums = adding.map((head) => column(report, head));
        for (const [place, cell] of column(report, to).cells.entries())
          expect([name, sumOf(sums.map(({ cells }) => cells[place] ?? 0))]).toEqual([name, cell]);
      }
      expect(column(await day.told('drawers'), 'Receipts')).toMatchObject({ total: told.issued.count });
      expect((await day.told('drawers')).rows).toHaveLength(drawers);
      const receipts = await day.told('receipts');
      expect(column(receipts, 'Total').total).toBe(told.issued.cents);
      expect(sumOf(column(receipts, 'Total').cells)).toBe(told.issued.cents);
      expect(receipts.notes).toEqual([]);
      const accounts = await day.told('gl_accounts');
      expect(column(accounts, 'Debit').total).toBe(told.debitCents);
      expect(column(accounts, 'Credit').total).toBe(told.creditCents);
      expect(sumOf(column(await day.told('undone'), 'Amount').cells)).toBe(told.voided.cents);
      expect(column(await day.told('over_short'), 'Over or short').total).toBe(
        told.drawers.reduce((total, drawer) => total + drawer.overShortCents, 0),
      );
      const inSuspense = column(await day.told('suspense'), 'Open').total;
      expect(inSuspense).toBe(0 - balanceIn(accounts, 'suspense'));
      expect(column(await day.told('unapplied'), 'Credit').total).toBe(0 - balanceIn(accounts, 'unapplied'));
      const { kept: lines, rebuilt } = await linesRebuilt(on.db);
      expect(lines).toEqual(rebuilt);
    },
  );

  test('leave a drawer out of every amount until the office has counted all of it (F47)', async () => {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const built = journal.pay([someLine(2, 5_000)]);
    journal.pay([someLine(0, 1_000)]);
    await day.station.send();
    const open = await day.told('drawers');
    expect(open).toMatchObject({ rows: [], notes: [{ words: expect.stringContaining('W3-D0001 (not closed)') }] });
    journal.voidReceipt(built);
    journal.closeDrawer();
    await day.station.send();
    for (const name of ['cashiers', 'drawers', 'tenders', 'receipt_types', 'hours', 'over_short', 'suspense'] as const)
      expect([name, (await day.told(name)).rows]).toEqual([name, []]);
    expect((await day.told('drawers')).notes[0]?.words).toContain('W3-D0001 (not all counted)');
    expect(column(await day.told('receipts'), 'Total')).toEqual({ cells: [null, null], total: 0 });
    expect(column(await day.told('undone'), 'Amount').cells).toEqual([null]);
    expect(balanceIn(await day.told('gl_accounts'), 'drawer:cash')).toBe(0);
    await day.countBatch('W3-B0001');
    expect(column(await day.told('drawers'), 'Kept').total).toBe(1_000);
    expect((await day.told('drawers')).notes).toEqual([]);
  });

  test('bug: credit and cleared suspense told what a drawer held before it was counted', async () => {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const built = journal.pay([someLine(1, 3_000)]);
    journal.pay([someLine(0, 500)]);
    journal.closeDrawer();
    await day.station.send();
    await day.countBatch('W3-B0001');
    journal.openDrawer(TWO_HUNDRED);
    journal.pay([someLine(0, 1_000)]);
    refundInCash(journal, { ...built, receipt: { ...built.receipt, drawer: 'W3-D0002', batch: 'W3-B0002' } }, 200);
    await day.station.send();
    const told = async () => {
      const [credit, suspense] = [await day.told('unapplied'), await day.told('suspense')];
      return [
        ...[column(credit, 'Credit').total, sumOf(column(credit, 'Credit').cells), column(suspense, 'Open').total],
        [...credit.notes, ...suspense.notes].filter(({ words }) => words.includes('W3-D0002 (not ')).length,
      ];
    };
    expect(await told()).toEqual([500, 500, 3_000, 2]);
    journal.closeDrawer();
    await day.station.send();
    expect(await told()).toEqual([500, 500, 3_000, 2]);
    await day.countBatch('W3-B0002');
    expect(await told()).toEqual([1_500, 1_500, 2_800, 0]);
  });

  test('by number say what became of each receipt, and where every number is that is not there', async () => {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const first = journal.pay([someLine(2, 5_000)], undefined, 'Nguyen Thi Lan');
    journal.voidReceipt(journal.pay([someLine(2, 2_000)]));
    // What is parked is stored, and its number is explained.
    journal.pay([someLine(2, 100)], undefined, '4111111111111111');
    // A number that no entry tells: a station that lost one.
    const last = journal.pay([someLine(2, 300)]).receipt;
    await day.station.send();
    const { rows, notes } = await day.told('receipts');
    expect(column(await day.told('receipts'), 'State').cells).toEqual([
      '',
      'void: Wrong account or parcel',
      'stored and parked: it holds what looks like a payment card number',
      '',
    ]);
    expect(rows.map(([label]) => label)).toEqual([first.receipt.label, 'W3-000002', 'W3-000003', last.label]);
    expect(rows[0]?.[6]).toBe('Nguyen Thi Lan');
    expect(notes.map(({ words, isLoud }) => [words.slice(0, 16), isLoud])).toEqual([
      ['W3-D0001 is open', false],
      ['Left out of amou', false],
    ]);
  });

  test('bug: a number before the first or after the last of the days was told by nobody', async () => {
    const { journal } = day.station;
    const parked = () => journal.pay([someLine(2, 100)], undefined, '4111111111111111');
    journal.openDrawer(TWO_HUNDRED);
    parked();
    await day.station.send();
    expect((await day.told('receipts')).rows).toEqual([]);
    journal.pay([someLine(2, 5_000)]);
    parked();
    parked();
    await day.station.send();
    const { rows, notes } = await day.told('receipts');
    const why = 'stored and parked: it holds what looks like a payment card number';
    expect(rows.map((row) => [row[0], row[4]])).toEqual([
      ['W3-000001', why],
      ['W3-000002', ''],
      ['W3-000003 to W3-000004', why],
    ]);
    expect(notes.filter(({ isLoud }) => isLoud)).toEqual([]);
  });

  test('cry out where a number is nowhere', async () => {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    journal.pay([someLine(2, 5_000)]);
    const { entries } = journal;
    await day.station.send(entries.slice(0, 2));
    journal.pay([someLine(2, 100)]);
    // The entry of W3-000002 is made again as one that is no receipt, so that its number is told by nobody.
    entries.pop();
    journal.append({ kind: 'drawer_parked', payload: { drawer: 'W3-D0001' }, postings: [] });
    journal.append({ kind: 'drawer_unparked', payload: { drawer: 'W3-D0001' }, postings: [] });
    journal.pay([someLine(2, 300)]);
    await day.station.send(entries.slice(2));
    const { rows, notes } = await day.told('receipts');
    expect(rows.map(([label]) => label)).toEqual(['W3-000001', 'W3-000002', 'W3-000003']);
    expect(rows[1]?.[4]).toBe('MISSING: a number that nothing explains');
    expect(notes).toContainEqual({ words: 'W3-000002: a number that nothing explains.', isLoud: true });
    expect(notes.filter(({ isLoud }) => isLoud)).toHaveLength(1);
  });

  test('have one shape, whatever they are about, and nobody’s money twice', async () => {
    await someDrawers(day, 9);
    for (const name of ReportName.options) {
      const report = await day.told(name);
      expect(Report.parse(report)).toEqual(report);
      for (const row of [...report.rows, report.totals ?? report.columns])
        expect(row).toHaveLength(report.columns.length);
    }
  });

  test('of deposits tell amounts once two people have counted, and how long they took', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const { bankAccounts, batches } = await day.finance.ask('depositable', {});
    const bankAccount = bankAccounts[0]?.account ?? '';
    const deposited = { bankAccount, batches: batches.map(({ batch }) => batch), pieces: { 2000: 3 } };
    const checks = batches.flatMap((one) => one.checks.map(({ account: _, ...check }) => check));
    const prepared = await day.finance.tell('prepareDeposit', { ...deposited, checks, bag: 'A1001', seal: 'S1001' });
    const { deposit } = prepared;
    expect(column(await day.told('deposits', { to: '2026-12-31' }), 'Total').cells).toEqual([null]);
    const paper = { items: 1, cents: 8_640 };
    await day.solheim.tell('witnessDeposit', {
      ...{ deposit, pieces: { 2000: 3 }, checks: paper, moneyOrders: { items: 0, cents: 0 } },
    });
    context.at.now += 30 * 3_600_000;
    await day.finance.tell('handToCourier', { deposit, carrier: { courier: 'Loomis' } });
    const slip = { deposit, reference: 'V 1', day: '2026-11-24', cents: 14_600 };
    const { mark } = await day.finance.ask('confirmation', slip);
    await day.finance.tell('confirmDeposit', slip, yesOf(SOLHEIM, mark));
    const told = await day.told('deposits', { to: '2026-12-31' });
    expect(told.rows).toEqual([
      ['L-P0001', DAY, 'Operating account', 'confirmed', 1, 6_000, 8_640, 0, 14_640, '2026-11-24', 1, -40],
    ]);
    const late = await day.told('late_deposits', { to: '2026-12-31' });
    const [due, left, lateBy] = late.rows[0]?.slice(4, 7).map(Number) ?? [];
    expect(late.rows).toEqual([['L-P0001', null, DAY, expect.any(Number), due, left, lateBy, 'no reason yet']]);
    expect([left, lateBy]).toEqual([context.at.now, context.at.now - Number(due)]);
  });

  test('bug: a batch in two deposits was counted twice, and one that was taken back was counted with its batch', async () => {
    const accounts = [
      { account: 'cash', name: 'Cash account', lastFour: '1111', tenders: ['cash' as const] },
      { account: 'lockbox', name: 'Checks', lastFour: '2222', tenders: ['check' as const, 'money-order' as const] },
    ];
    await day.load({ ...day.policy, bankAccounts: accounts });
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const check = { batch: 'W3-B0001', tender: 'check' as const, checkNumber: '1010', cents: 8_640 };
    const prepare = (bankAccount: string, n: number) =>
      day.finance.tell('prepareDeposit', {
        ...{ bankAccount, batches: ['W3-B0001'], bag: `A100${n}`, seal: `S100${n}` },
        ...(bankAccount === 'cash' ? { pieces: { 2000: 3 }, checks: [] } : { pieces: {}, checks: [check] }),
      });
    await prepare('cash', 1);
    await day.finance.tell('withdrawDeposit', { deposit: 'L-P0001', reason: 'The wrong bag' });
    await prepare('cash', 2);
    await prepare('lockbox', 3);
    const told = await day.told('deposits', { to: '2026-12-31' });
    expect(told.rows.map((row) => [row[0], row[3], row[4]])).toEqual([
      ['L-P0001', 'taken back', null],
      ['L-P0002', 'counted once', 1],
      ['L-P0003', 'counted once', 1],
    ]);
    expect(column(told, 'Batches').total).toBe(1);
  });

  test('bug: late deposits were looked for on one page of all deposits, which told a short page or none', async () => {
    const depositOf = async (n: number) => {
      await day.closedDrawer();
      await day.countAll(`W3-D000${n}`);
      await day.approve(`W3-B000${n}`);
      const { bankAccounts, batches } = await day.finance.ask('depositable', {});
      const held = { batches: batches.map(({ batch }) => batch), pieces: { 2000: 3 } };
      const checks = batches.flatMap((one) => one.checks.map(({ account: _, ...check }) => check));
      const made = { ...held, checks, bankAccount: bankAccounts[0]?.account ?? '' };
      await day.finance.tell('prepareDeposit', { ...made, bag: `A100${n}`, seal: `S100${n}` });
      const papers = { checks: { items: 1, cents: 8_640 }, moneyOrders: { items: 0, cents: 0 } };
      await day.solheim.tell('witnessDeposit', { deposit: `L-P000${n}`, pieces: { 2000: 3 }, ...papers });
    };
    await depositOf(1);
    await day.finance.tell('handToCourier', { deposit: 'L-P0001', carrier: { courier: 'Loomis' } });
    await depositOf(2);
    await depositOf(3);
    const { now } = context.at;
    const span = { district: day.station.district, from: DAY, to: DAY, hidden: [], hiddenFrom: null };
    const late = (at: number, after: number) =>
      on.db.inDistrict(span.district, 'read', (tx) => lateDepositsOf(tx, span, at, after, 1));
    expect(await late(now, 0)).toEqual([]);
    const tomorrow = now + 30 * 3_600_000;
    expect(await late(tomorrow, 0)).toMatchObject([{ deposit: 'L-P0002', handedAt: null }]);
    expect(await late(tomorrow, 2)).toMatchObject([{ deposit: 'L-P0003' }]);
    expect(await late(tomorrow, 3)).toEqual([]);
  });

  test('of custody tell what lies between two hands, and no count before the other', async () => {
    await day.closedDrawer();
    const { rows } = await day.told('custody');
    expect(rows.map((row) => [row[0], ...row.slice(-4)])).toContainEqual([
      ...['W3-D0001-cash', 'waits for the other count', null, null, null],
    ]);
    await day.countBatch('W3-B0001');
    expect((await day.told('custody')).rows.find(([handoff]) => handoff === 'W3-D0001-cash')?.slice(-4)).toEqual([
      ...['the two counts differ', 6_000, 100, -5_900],
    ]);
  });

  test('go on page by page', async () => {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const line = lineFor({ accountNumber: FIRST, charges: [] }, 100);
    for (let receipt = 0; receipt < 1_010; receipt += 1) journal.pay([line]);
    for (let from = 0; from < journal.entries.length; from += 400)
      await day.station.send(journal.entries.slice(from, from + 400));
    const first = await day.told('receipts');
    expect(first.rows).toHaveLength(1_000);
    const next = await day.told('receipts', { after: first.more ?? '' });
    expect(next).toMatchObject({ totals: null, notes: [], more: null });
    expect(next.rows.map(([label]) => label)).toEqual(
      Array.from({ length: 10 }, (_, place) => `W3-00${1_001 + place}`),
    );
  });

  test('refuse what cannot be, and are not for cashiers', async () => {
    const asked = { report: 'drawers', from: DAY, to: DAY };
    expect(await day.ortiz.refused('report', asked)).toBe('not_permitted');
    expect(await day.auditor.refused('report', { ...asked, to: '2026-11-22' })).toBe('span_backwards');
    expect(await day.auditor.refused('report', { ...asked, to: '2029-11-23' })).toBe('span_too_long');
    expect((await day.auditor.ask('report', { report: 'drawers', from: DAY, to: '2029-11-22' })).rows).toEqual([]);
    for (const after of ['0', 'x', '7', '["W3",1]']) {
      expect([after, await day.auditor.refused('report', { ...asked, after })]).toEqual([
        after,
        'report_place_unknown',
      ]);
      for (const report of ['receipts', 'undone'])
        expect(await day.auditor.refused('report', { ...asked, report, after })).toBe('report_place_unknown');
    }
    expect(await day.auditor.refused('report', { ...asked, report: 'deposits', after: 'x' })).toBe(
      'report_place_unknown',
    );
    expect(await day.auditor.refused('report', { ...asked, report: 'unapplied', after: '-' })).toBe(
      'report_place_unknown',
    );
  });
});

function sumOf(cells: readonly unknown[]): number {
  return cells.reduce<number>((total, cell) => total + (typeof cell === 'number' ? cell : 0), 0);
}

/** Debits − credits of an account in the report of accounts. */
function balanceIn(report: Report, account: string): number {
  const at = column(report, 'Account').cells.indexOf(account);
  return at < 0 ? 0 : Number(column(report, 'Debit − credit').cells[at]);
}
