import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { cashDropped } from '#domain/custodyPostings';
import { cents } from '#domain/money';
import { dayReport } from '#main/ledger/dayReport';
import { journalLines } from '#main/ledger/journalLines';
import { verifyJournal } from '#main/verify/verifyJournal';
import { lineFor } from '../support/journalBuilder.ts';
import { contextOf, createTestStation, FIRST, onEachStore, rowsOf, type TestContext } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { CHECK, type OfficeDay, officeDay, SOLHEIM, TWO_HUNDRED, WHITEBEAR } from '../support/officeDay.ts';

const MONDAY = '2026-11-23';
const HOUR = 3_600_000;
const [DRAWER, BATCH] = ['W3-D0001', 'W3-B0001'];
const DROP = `${DRAWER}-drop-1`;
/** What lies in the tray: the float and 20.00 of the day, of which a dollar is gone. */
const TRAY = { 2000: 10, 1000: 1, 500: 1, 100: 4 };

/* A station broke with its drawer open, and was enrolled anew: nobody can close that drawer there any more. */

onEachStore('a drawer left open by a station that is gone', (on) => {
  let context: TestContext;
  let day: OfficeDay;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    await workedIn();
  });

  /** 86.40 by check, one more that was made void, 60.00 in cash, of which 40.00 went to the safe. */
  async function workedIn(): Promise<void> {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const account = await day.station.account(FIRST);
    journal.pay([lineFor(account, 8_640)], [{ kind: 'check', cents: 8_640 }]);
    journal.voidReceipt(journal.pay([lineFor({ ...account, charges: [] }, 1_000)], [{ kind: 'check', cents: 1_000 }]));
    journal.pay([lineFor({ ...account, charges: [] }, 6_000)]);
    const dropped = { number: 1, handoff: DROP, pieces: { 2000: 2 }, cents: 4_000 };
    journal.append({
      kind: 'cash_dropped',
      payload: { drawer: DRAWER, batch: BATCH, ...dropped },
      postings: cashDropped(DRAWER, 1, cents(4_000)),
    });
    await day.station.send();
  }

  const enrolAnew = () => createTestStation(context, { district: day.station.district, series: 'W3' });
  const ending = (over: object = {}) => ({
    ...{ batch: BATCH, reason: 'The disk of W3 is dead; the tray was locked in it' },
    count: { cash: TRAY, checks: [CHECK], moneyOrders: [], cardTotalCents: 0 },
    ...over,
  });

  async function end(over: object = {}) {
    const about = ending(over);
    const { mark } = await day.whitebear.ask('drawerEnding', about);
    return day.whitebear.tell('endDrawer', about, yesOf(SOLHEIM, mark));
  }

  const countTheRest = () =>
    day.finance.tell('countHandoffs', {
      parts: [
        { handoff: `${DRAWER}-float`, pieces: TWO_HUNDRED },
        { handoff: DROP, pieces: { 2000: 2 } },
        { handoff: `${DRAWER}-float-return`, pieces: TWO_HUNDRED },
        { handoff: `${DRAWER}-cash`, pieces: { 1000: 1, 500: 1, 100: 4 } },
        { handoff: `${DRAWER}-check`, items: 1, cents: 8_640 },
      ],
    });

  const report = async (name: 'drawers' | 'over_short' | 'receipts') =>
    day.auditor.ask('report', { report: name, from: MONDAY, to: MONDAY });

  async function closeMonday(): Promise<void> {
    const about = { day: MONDAY, reason: 'One drawer was left open' };
    const { mark } = await day.whitebear.ask('dayClose', about);
    await day.whitebear.tell('closeDay', { ...about, mark }, yesOf(SOLHEIM, mark));
  }

  test('bug: could never be counted, approved or deposited: the office ends it, and it goes the way of every batch', async () => {
    await enrolAnew();
    expect((await day.solheim.ask('day', {})).waiting.map(({ what, label }) => [what, label])).toContainEqual([
      'end',
      BATCH,
    ]);
    const { comparison } = await end();
    expect(comparison.tenders.map(({ tender, differenceCents }) => [tender, differenceCents])).toEqual([
      ...[
        ['cash', -100],
        ['check', 0],
        ['money-order', 0],
        ['card', 0],
      ],
    ]);
    await countTheRest();
    const shown = await day.solheim.ask('batch', { batch: BATCH });
    expect(shown).toMatchObject({
      state: 'balanced',
      isLeft: false,
      takenCents: 14_640,
      totals: { floatCents: 20_000 },
    });
    expect(shown.steps.map(({ step, reason, approverName }) => [step, reason, approverName])).toEqual([
      ['opened', null, null],
      ['ended', 'The disk of W3 is dead; the tray was locked in it', 'Ingrid Solheim'],
    ]);
    await day.approve(BATCH);
    for (const tender of ['cash', 'check', 'money-order', 'card'])
      expect(await day.balance(`drawer:${DRAWER}:${tender}`)).toBe(0);
    expect(await day.balance('safe')).toBe(100_000);
    expect(await day.balance('over-short')).toBe(100);
    const made = await day.whitebear.ask('depositable', {});
    expect(made.batches.map(({ batch }) => batch)).toEqual([BATCH]);
    expect((await day.auditor.ask('safe', {})).inTransit).toEqual([]);
  });

  test('reports, the tie and what goes out to finance have it as any other', async () => {
    await enrolAnew();
    await closeMonday();
    await expect(day.finance.tell('exportGl', { through: MONDAY, layout: 'batch' })).rejects.toMatchObject({
      ...{ code: 'gl_not_counted', facts: { batches: `${BATCH} (drawer left open)` } },
    });
    expect((await report('drawers')).rows).toEqual([]);
    context.at.now += 24 * HOUR;
    await end();
    await countTheRest();
    await day.approve(BATCH);
    const [row] = (await report('drawers')).rows;
    expect(row).toEqual(expect.arrayContaining([DRAWER, BATCH, MONDAY]));
    const seen = await day.auditor.ask('day', { day: MONDAY });
    expect(seen.drawers.map(({ state, told }) => [state, told?.takenCents])).toEqual([['approved', 14_640]]);
    expect(seen.breaks.filter(({ why }) => why === 'over_short')).toMatchObject([{ cents: -100, batch: BATCH }]);
    expect(seen.breaks.filter(({ why }) => why === 'unexplained' || why === 'float')).toEqual([]);
    const tuesday = { day: '2026-11-24', reason: 'Nothing else' };
    const { mark } = await day.whitebear.ask('dayClose', tuesday);
    await day.whitebear.tell('closeDay', { ...tuesday, mark }, yesOf(SOLHEIM, mark));
    await day.finance.tell('exportGl', { through: '2026-11-24', layout: 'batch' });
    const { lines } = await day.auditor.ask('glLines', { number: 1 });
    const fund = lines.filter(({ bars }) => bars === '1118000');
    expect(fund.reduce((total, { side, cents: of }) => total + (side === 'debit' ? of : -of), 0)).toBe(100_000);
    const onTuesday = lines.filter(({ batch, day: of }) => batch === BATCH && of === '2026-11-24');
    // Nothing but the dollar that is gone: all else only went from one hand to the next.
    expect(onTuesday.map(({ side, cents: of }) => [side, of])).toEqual([
      ['credit', 100],
      ['debit', 100],
    ]);
    expect((await report('over_short')).rows).toEqual([]);
    const later = await day.auditor.ask('report', { report: 'over_short', from: '2026-11-24', to: '2026-11-24' });
    expect(later.rows).toEqual([expect.arrayContaining([DRAWER, BATCH, -100])]);
    expect((await dayReport(context, { district: day.station.district, day: '2026-11-24' })).drawers).toMatchObject([
      { drawer: DRAWER, z: null, overShortCents: -100 },
    ]);
  });

  test('no report tells what it held before all of it is counted, nor what a drawer of the new epoch holds', async () => {
    const anew = await enrolAnew();
    anew.journal.openDrawer(TWO_HUNDRED);
    anew.journal.pay([lineFor({ ...(await day.station.account(FIRST)), charges: [] }, 777)]);
    await anew.send();
    await end();
    const told = async () => {
      const names = ['over_short', 'drawers', 'tenders', 'receipt_types', 'gl_accounts'] as const;
      const rows = [];
      for (const report of names)
        rows.push((await day.auditor.ask('report', { report, from: MONDAY, to: MONDAY })).rows);
      return JSON.stringify(rows);
    };
    // The office's own half would tell it as well as the station's.
    expect(await told()).not.toMatch(/\b(?:100|2000|2100|6000|8640|14640|777|-100)\b/);
    await countTheRest();
    expect(await told()).toMatch(/14640/);
    expect(await told()).not.toMatch(/\b777\b/);
  });

  test('its receipts are seen once it is counted, and its journal verifies', async () => {
    await enrolAnew();
    expect(await day.auditor.refused('batchReceipts', { batch: BATCH })).toBe('batch_not_told');
    await end();
    await countTheRest();
    expect((await day.auditor.ask('batchReceipts', { batch: BATCH })).receipts).toHaveLength(3);
    let text = '';
    for await (const line of await journalLines(context, day.station.district, 'L')) text += line;
    const file = join(tmpdir(), `ended-${day.station.district}.jsonl`);
    await writeFile(file, text);
    expect((await verifyJournal(file, null)).join('\n')).toContain('Totals agree');
    await rm(file);
  });

  test('bug: who ended a drawer, and who agreed, could count what it handed over without being named', async () => {
    await enrolAnew();
    await end();
    const known = async () => (await day.finance.ask('batch', { batch: BATCH })).foreknown;
    expect(await known()).toEqual([]);
    const parts = [
      { handoff: `${DRAWER}-float`, pieces: TWO_HUNDRED },
      { handoff: DROP, pieces: { 2000: 2 } },
    ];
    await day.whitebear.tell('countHandoffs', { parts });
    await day.solheim.tell('countHandoffs', { parts: [{ handoff: `${DRAWER}-check`, items: 1, cents: 8_640 }] });
    expect((await known()).map(({ how, personName, handoffs }) => [how, personName, handoffs])).toEqual([
      ['closed', 'Joseph Whitebear', [DROP, `${DRAWER}-float`].sort()],
      ['agreed', 'Ingrid Solheim', [`${DRAWER}-check`]],
    ]);
  });

  test('bug: why it ended, and what was undone of it, told before the count what was to be counted', async () => {
    const { receipt, sequence } = day.station.journal.pay([
      lineFor({ ...(await day.station.account(FIRST)), charges: [] }, 2_000),
    ]);
    day.refund({ receipt, sequence });
    await day.station.send();
    await enrolAnew();
    await end({ reason: 'Only 239.00 was in it', count: { ...ending().count, cash: { ...TRAY, 2000: 11 } } });
    const shown = () => day.solheim.ask('batch', { batch: BATCH });
    const before = await shown();
    expect(before.steps.at(-1)).toMatchObject({ step: 'ended', reason: null, approverName: null });
    expect(before.undoings.map(({ cents: of }) => of)).toEqual([null]);
    await countTheRest();
    const after = await shown();
    expect(after.steps.at(-1)).toMatchObject({ reason: 'Only 239.00 was in it', approverName: 'Ingrid Solheim' });
    expect(after.undoings.map(({ cents: of }) => of)).toEqual([500]);
  });

  test('bug: a check that lay there for another of the same amount was told to nobody who approves', async () => {
    await enrolAnew();
    await end({ count: { ...ending().count, checks: [{ ...CHECK, checkNumber: '555' }] } });
    await countTheRest();
    expect((await day.solheim.ask('batch', { batch: BATCH })).totals?.strays).toMatchObject({
      missingChecks: [CHECK],
      unknownChecks: [{ ...CHECK, checkNumber: '555' }],
    });
  });

  test('bug: what a replaced station still sent was no loose end of the day', async () => {
    await enrolAnew();
    day.station.journal.pay([lineFor({ ...(await day.station.account(FIRST)), charges: [] }, 900)]);
    await day.station.send().catch(() => {});
    const loose = async () =>
      (await day.finance.ask('dayClose', { day: MONDAY })).looseEnds.filter(({ why }) => why === 'entries_stray');
    expect(await loose()).toMatchObject([{ station: 'W3', entries: 1 }]);
  });

  test('bug: the certificate named the cashier of what another had counted out of her tray', async () => {
    await enrolAnew();
    await end();
    const [row] = (await day.auditor.ask('report', { report: 'change_fund', from: MONDAY, to: MONDAY })).rows.filter(
      (one) => JSON.stringify(one).includes('float-return'),
    );
    expect(JSON.stringify(row)).toContain('Joseph Whitebear');
  });

  test('refusals, each with nothing written', async () => {
    const entries = () =>
      rowsOf<{ n: number }>(
        context.db,
        day.station.district,
        sql`SELECT count(*)::integer AS n FROM entries WHERE series = 'L'`,
      );
    expect(await day.whitebear.refused('drawerEnding', ending())).toBe('drawer_not_left');
    await enrolAnew();
    const waits = (back: number) =>
      on.db.inDistrict(day.station.district, 'write', (tx) =>
        tx.run(
          sql`UPDATE stations SET applied_sequence = applied_sequence + ${back} WHERE series = 'W3' AND epoch = 1`,
        ),
      );
    await waits(-1);
    expect(await day.whitebear.refused('drawerEnding', ending())).toBe('drawer_entries_wait');
    await waits(1);
    const before = await entries();
    expect(await day.whitebear.refused('drawerEnding', ending({ batch: 'W3-B0009' }))).toBe('batch_unknown');
    expect(await day.whitebear.refused('drawerEnding', ending({ reason: ' ' }))).toBe('bad_input');
    expect(await day.ortiz.refused('drawerEnding', ending())).toBe('not_permitted');
    expect(await day.auditor.refused('drawerEnding', ending())).toBe('not_permitted');
    expect(await day.whitebear.refused('endDrawer', ending())).toBe('approval_needed');
    const { mark, notApprovers } = await day.whitebear.ask('drawerEnding', ending());
    expect(notApprovers).toEqual(['m.ortiz']);
    await expect(day.whitebear.tell('endDrawer', ending(), yesOf(WHITEBEAR, mark))).rejects.toMatchObject({
      code: 'approval_not_theirs',
    });
    const another = ending({ count: { cash: { 100: 1 }, checks: [], moneyOrders: [], cardTotalCents: 0 } });
    await expect(day.whitebear.tell('endDrawer', another, yesOf(SOLHEIM, mark))).rejects.toMatchObject({
      code: 'approval_changed',
    });
    expect(await entries()).toEqual(before);
    await end();
    expect(await day.whitebear.refused('drawerEnding', ending())).toBe('drawer_ended');
    const own = { parts: [{ handoff: `${DRAWER}-cash`, pieces: { 100: 1 } }] };
    expect(await day.whitebear.refused('countHandoffs', own)).toBe('handoff_yours');
  });

  test('a tray that is gone is short of all of it, and its cashier may have another drawer meanwhile', async () => {
    const anew = await enrolAnew();
    anew.journal.openDrawer(TWO_HUNDRED);
    await anew.send();
    const none = { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 };
    const { comparison } = await end({ count: none });
    expect(comparison.tenders.map(({ differenceCents }) => differenceCents)).toEqual([-22_000, -8_640, 0, 0]);
    await day.finance.tell('countHandoffs', {
      parts: [
        { handoff: `${DRAWER}-float`, pieces: TWO_HUNDRED },
        { handoff: DROP, pieces: { 2000: 2 } },
      ],
    });
    expect(await day.solheim.ask('batch', { batch: BATCH })).toMatchObject({ state: 'balanced' });
    expect((await day.solheim.ask('day', {})).atOnce).toEqual([]);
  });
});
