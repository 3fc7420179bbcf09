import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { OfficeCommand, Output, Parsed } from '#contract/contract';
import { latestPolicy } from '#db/ledger/loads';
import { officeKey } from '#db/ledger/officeJournal';
import { personNamed } from '#db/ledger/people';
import { lockStation } from '#db/ledger/stations';
import { CENTS_MAX } from '#domain/money';
import { ReportName } from '#domain/report';
import { reportCsvRows } from '#formats/reportCsv';
import { dayReport } from '#main/ledger/dayReport';
import type { OfficeCommandAt } from '#main/ledger/office/officeAt';
import { officeCommands } from '#main/ledger/office/officeVerbs';
import { documentPdf } from '#printing/documentPdf';
import { reportLetter } from '#printing/reportPaper';
import { lineFor } from '../support/journalBuilder.ts';
import { contextOf, FIRST, onEachStore, type TestContext } from '../support/ledger.ts';
import { SIXTY, TWO_HUNDRED, WHITEBEAR } from '../support/officeDay.ts';
import { column, DAY, type ReportsDay, reportsDay, someLine } from '../support/reportsDay.ts';
import { slipFacts } from '../support/slipCases.ts';

const font = (name: string) => readFileSync(`node_modules/dejavu-fonts-ttf/ttf/DejaVu${name}.ttf`);
const FONTS = {
  ...{ regular: font('SansMono'), bold: font('SansMono-Bold') },
  ...{ rest: font('SansCondensed'), strong: font('SansCondensed-Bold') },
};

/** What no door lets in any more, but journals hold: from before, or of a station that is not as it should be. */
onEachStore('absurd amounts in journals', (on) => {
  let context: TestContext;
  let day: ReportsDay;

  /** A drawer that took the largest amount there is twice, by check and by card, and 60.00 in cash. */
  async function absurdDrawer(): Promise<void> {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const account = await day.station.account(FIRST);
    journal.pay([lineFor(account, CENTS_MAX)], [{ kind: 'check', cents: CENTS_MAX }]);
    journal.pay([someLine(1, CENTS_MAX)], [{ kind: 'card', cents: CENTS_MAX }]);
    journal.pay([someLine(2, 6_000)]);
    journal.closeDrawer();
    await day.station.send();
  }

  /** Tells a command as a door without bounds would let it in. */
  function toldBefore<N extends OfficeCommand>(name: N, input: Omit<Parsed<N>, 'commandId'>): Promise<Output<N>> {
    const { district } = day.station;
    return context.db.inDistrict(district, 'write', async (tx) => {
      await lockStation(tx, officeKey(district));
      const [actor, policy] = [await personNamed(tx, district, WHITEBEAR), await latestPolicy(tx, district)];
      if (!actor || !policy) throw new Error('nobody is at work here');
      const at: OfficeCommandAt = {
        ...{ district, now: context.now(), today: DAY, actor, policy, commandId: randomUUID() },
        ...{ ahead: null, approval: null, newSalt: () => 'a'.repeat(32) },
      };
      const verb = officeCommands[name] as unknown as (...told: unknown[]) => Promise<Output<N>>;
      return verb(tx, input, at);
    });
  }

  /** The office counts what the n-th drawer handed over. */
  const counted = (n: number, checkCents: number) =>
    toldBefore('countHandoffs', {
      parts: [
        { handoff: `W3-D000${n}-float`, pieces: TWO_HUNDRED },
        { handoff: `W3-D000${n}-float-return`, pieces: TWO_HUNDRED },
        { handoff: `W3-D000${n}-cash`, pieces: SIXTY },
        { handoff: `W3-D000${n}-check`, items: 1, cents: checkCents },
      ],
    });

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await reportsDay(context);
    for (let n = 1; n <= 3; n += 1) await absurdDrawer();
    await counted(1, CENTS_MAX);
    await counted(2, CENTS_MAX);
    await counted(3, 8_640);
  });

  test('bug: one absurd count stopped the safe, the batches and the day for everybody', async () => {
    const { finance, whitebear } = day;
    const inSafe = await finance.ask('safe', {});
    expect(inSafe).toMatchObject({ undepositedCents: 2 * CENTS_MAX + 26_640, safeCents: 100_000 });
    expect(inSafe.inTransit).toMatchObject([{ givenCents: CENTS_MAX, countedCents: 8_640 }]);
    expect((await finance.ask('batches', {})).batches[0]).toMatchObject({ takenCents: 2 * CENTS_MAX + 6_000 });
    for (const batch of ['W3-B0001', 'W3-B0003']) await finance.ask('batch', { batch });
    expect((await finance.ask('day', {})).totals.takenCents).toBe(3 * (2 * CENTS_MAX + 6_000));
    expect((await finance.ask('days', {})).days[0]).toMatchObject({ receipts: 9 });
    expect(await whitebear.tell('countSafe', { pieces: { 10000: 5, 2000: 25 } })).toMatchObject({ cents: 100_000 });
    expect((await day.station.account(FIRST)).unappliedCents).toBe(3 * CENTS_MAX - 8_640);
  });

  test('bug: the accounts of a day with absurd amounts could not be read or printed any more', async () => {
    const told = await dayReport(context, { district: day.station.district, day: DAY });
    expect(told.parked).toEqual([]);
    expect(told.debitCents).toBeGreaterThan(6 * CENTS_MAX);
    expect(column(await day.told('gl_accounts'), 'Debit').total).toBe(told.debitCents);
    for (const report of ReportName.options) {
      const read = await day.told(report);
      expect(reportCsvRows(read.columns, read.rows, 'America/Los_Angeles')).not.toMatch(/e\+|NaN/);
      const onPaper = { ...read, report, span: { from: DAY, to: DAY }, asOf: context.now() };
      expect(
        Buffer.from(await documentPdf(reportLetter(onPaper, slipFacts()), FONTS, context.now())).length,
      ).toBeGreaterThan(0);
    }
  });

  test('what no deposit can hold is refused before anybody counts it', async () => {
    await day.approve('W3-B0001');
    const check = { checkNumber: '1010', cents: CENTS_MAX, batch: 'W3-B0001', tender: 'check' as const };
    const asked = {
      bankAccount: 'operating',
      batches: ['W3-B0001'],
      pieces: SIXTY,
      bag: 'QB 0081 4473',
      seal: 'S-991',
    };
    expect(await day.whitebear.refused('prepareDeposit', { ...asked, checks: [check] })).toBe('bad_input');
    expect(await day.whitebear.refused('prepareDeposit', { ...asked, checks: [] })).toBe('deposit_too_large');
  });
});
