import { createHash } from 'node:crypto';
import type { SQL } from 'drizzle-orm';
import type { Access, LedgerDb } from '#db/ledger/database';
import { officeKey } from '#db/ledger/officeJournal';
import { glExportText } from '#main/ledger/glExportText';
import { contextOf, createTestStation, onEachStore, type TestContext, type TestStation } from '../support/ledger.ts';
import { atTheOffice, yesOf } from '../support/office.ts';
import { closedDrawer, FINANCE, type OfficeDay, officeDay, SOLHEIM } from '../support/officeDay.ts';

const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const asked = (through: string) => ({ through, layout: 'batch' as const });

/* A GL export of a year is summed for seconds. Nobody may wait for the office's chain meanwhile, and much may happen. */

onEachStore('an export that is summed ahead', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let other: TestStation;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    other = await createTestStation(context, { district: day.station.district, series: 'W4' });
    await close(MONDAY);
  });

  async function close(on: string): Promise<void> {
    const about = { day: on, reason: 'The last drawer waits for its cashier' };
    const { mark } = await day.whitebear.ask('dayClose', about);
    await day.whitebear.tell('closeDay', { ...about, mark }, yesOf(SOLHEIM, mark));
  }

  const exported = (through: string) => day.finance.tell('exportGl', asked(through));
  const listed = async () => (await day.auditor.ask('glExports', {})).exports;

  /** The bytes that are made again, which must be those that went out. */
  async function textOf(number: number): Promise<string> {
    let text = '';
    for await (const part of await glExportText(context, day.station.district, number)) text += part;
    const [row] = (await listed()).filter((one) => one.number === number);
    expect(createHash('sha256').update(text).digest('hex')).toBe(row?.sha256);
    return text;
  }

  /** Finance at a ledger to which something happens between the sums and the lock. */
  function overtaken(happens: () => Promise<unknown>) {
    const db: LedgerDb = {
      ...context.db,
      async inDistrict(district, access, work) {
        if (access === 'write') await happens();
        return context.db.inDistrict(district, access, work);
      },
    };
    return atTheOffice({ ...context, db }, officeKey(day.station.district), FINANCE);
  }

  test('is summed before the chain is locked, and once', async () => {
    const summed: Access[] = [];
    const db: LedgerDb = { ...context.db, inDistrict: heardSums(context.db, summed) };
    await atTheOffice({ ...context, db }, officeKey(day.station.district), FINANCE).tell('exportGl', asked(MONDAY));
    expect(summed).toEqual(['read']);
    expect(await textOf(1)).toContain('W3-B0001');
  });

  test('is refused where another one took its days meanwhile', async () => {
    const late = overtaken(() => exported(MONDAY));
    expect(await late.refused('exportGl', asked(MONDAY))).toBe('gl_nothing_new');
    expect(await listed()).toHaveLength(1);
  });

  test('is summed anew where another one took some of its days, or the chart changed meanwhile', async () => {
    await closedDrawer(other);
    await day.countAll('W4-D0001');
    context.at.now += 24 * 3_600_000;
    await close(TUESDAY);
    const chart = day.policy.chart.map((one) => ({ ...one, name: `${one.name} (new)` }));
    const late = overtaken(async () => {
      await exported(MONDAY);
      await day.load({ ...day.policy, chart });
    });
    expect(await late.tell('exportGl', asked(TUESDAY))).toMatchObject({ number: 2, through: TUESDAY });
    expect((await listed()).map(({ first, through }) => [first, through])).toEqual([
      [TUESDAY, TUESDAY],
      [MONDAY, MONDAY],
    ]);
    expect(await textOf(1)).not.toMatch(/W4|\(new\)/);
    const second = await textOf(2);
    expect(second).toMatch(/W4-B0001.*\(new\)/);
    expect(second).not.toMatch(/W3-B0001/);
  });

  test('that was told twice is one', async () => {
    const command = { commandId: '0b3f8c1e-6b1d-4d58-9a3c-9a7c2b7d9e12', ...asked(MONDAY) };
    const late = overtaken(() => day.finance.ask('exportGl', command));
    expect(await late.ask('exportGl', command)).toEqual(await day.finance.ask('exportGl', command));
    expect(await listed()).toHaveLength(1);
  });
});

/** Notes in which kind of transaction lines of the general ledger are summed. */
function heardSums(db: LedgerDb, summed: Access[]): LedgerDb['inDistrict'] {
  return (district, access, work) =>
    db.inDistrict(district, access, (tx) =>
      work({
        ...tx,
        rows<Row>(query: SQL): Promise<Row[]> {
          if (JSON.stringify(query.queryChunks).includes('nets AS MATERIALIZED')) summed.push(access);
          return tx.rows<Row>(query);
        },
      }),
    );
}
