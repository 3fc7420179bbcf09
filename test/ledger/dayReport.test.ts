import { dayReport } from '#main/ledger/dayReport';
import { DayReport } from '#main/ledger/officeWire';
import { reportInWords } from '#main/ledger/reportInWords';
import { createJournal, lineFor } from '#test/support/journalBuilder';
import { createTestStation, districtFile, FIRST, onEachStore, SECOND, type TestStation } from '#test/support/ledger';
import { takeForCounted } from '#test/support/takeForCounted';

onEachStore('a day’s report', (on) => {
  let station: TestStation;
  beforeAll(async () => {
    station = await createTestStation(on.context);
    const { journal } = station;
    const [first, second] = [await station.account(FIRST), await station.account(SECOND)];
    journal.openDrawer();
    journal.pay(
      [lineFor(first, 98_50)],
      [
        { kind: 'check', cents: 60_00 },
        { kind: 'cash', cents: 40_00 },
      ],
    );
    journal.pay([lineFor(second, 62_00)], [{ kind: 'card', cents: 62_00 }]);
    journal.voidReceipt(journal.pay([lineFor({ accountNumber: FIRST, charges: [] }, 5_00)]));
    journal.closeDrawer(-25);
    journal.openDrawer();
    journal.closeDrawer();
    journal.pay([lineFor({ accountNumber: FIRST, charges: [] }, 1_00)], undefined, '4111111111111111');
    await station.send();
    const fork = createJournal({ ...station.key, funds: districtFile('x').funds });
    fork.openDrawer({});
    await station.send(fork.entries);
    await takeForCounted(on.db, station.district);
  });

  test('adds up what all stations took, and shows what a person must look at', async () => {
    const report = await dayReport(on.context, { district: station.district, day: '2026-11-23' });
    expect(DayReport.parse(report)).toEqual(report);
    expect(report).toMatchObject({
      day: '2026-11-23',
      training: false,
      issued: { count: 3, cents: 165_50 },
      voided: { count: 1, cents: 5_00 },
      corrected: { count: 0, cents: 0 },
      refunds: [],
      roundingCents: 0,
      tenders: [
        { tender: 'card', takenCents: 62_00, givenBackCents: 0, correctedInCents: 0, correctedOutCents: 0 },
        { tender: 'cash', takenCents: 43_50, givenBackCents: 5_00, correctedInCents: 0, correctedOutCents: 0 },
        { tender: 'check', takenCents: 60_00, givenBackCents: 0, correctedInCents: 0, correctedOutCents: 0 },
      ],
      drawers: [
        { drawer: 'W3-D0001', cashier: 'm.ortiz', z: 'W3-Z0001', overShortCents: -25 },
        { drawer: 'W3-D0002', overShortCents: 0, checkDifferenceCents: 0, cardDifferenceCents: 0 },
      ],
      stations: [{ station: 'W3', entries: 11, waiting: 0 }],
      parked: [{ station: 'W3', sequence: 11, why: 'it holds what looks like a payment card number' }],
      quarantine: [{ station: 'W3', sequence: 1, why: 'another entry has this number' }],
    });
    expect(report.debitCents).toBe(report.creditCents);
    expect(report.postings).toContainEqual({
      account: 'gl:401:1220000',
      name: 'Customer accounts receivable',
      debitCents: 0,
      creditCents: 148_50,
    });
    expect(report.postings).toContainEqual({
      account: 'unapplied',
      name: 'Unapplied customer credit (401 2391000)',
      debitCents: 5_00,
      creditCents: 17_00,
    });
  });

  test('says it in words', async () => {
    const text = reportInWords(await dayReport(on.context, { district: station.district, day: '2026-11-23' })).join(
      '\n',
    );
    expect(text).toContain('Debits equal credits: ');
    expect(text).toMatch(/issued +3 receipts +165\.50/);
    expect(text).toMatch(/W3-D0001 +m\.ortiz +W3-Z0001 +cash short −0\.25/);
    expect(text).toMatch(/W3-D0002 +m\.ortiz +W3-Z0002 +cash even/);
    expect(text).toMatch(/W3 11 +it holds what looks like a payment card number/);
    expect(text).not.toContain('4111');
    expect(text).toMatch(/W3 +11 entries of the day/);
  });

  test('bug: what drawers held that were open, or that the office had not counted, was told to who counts them', async () => {
    const other = await createTestStation(on.context);
    const line = lineFor(await other.account(FIRST), 98_50);
    other.journal.openDrawer();
    other.journal.pay([line]);
    await other.send();
    const told = () => dayReport(on.context, { district: other.district, day: '2026-11-23' });
    const nothing = {
      issued: { count: 0, cents: 0 },
      tenders: [],
      custody: [],
      drawers: [],
      postings: [],
      debitCents: 0,
    };
    const leftOut = (why: string) => `Left out of amounts until the office has counted all: W3-D0001 (${why}).`;
    expect(await told()).toMatchObject({ ...nothing, notes: [leftOut('not closed')] });
    other.journal.closeDrawer(-25);
    await other.send();
    const closed = await told();
    expect(closed).toMatchObject({ ...nothing, notes: [leftOut('not all counted')] });
    expect(reportInWords(closed)[1]).toBe(leftOut('not all counted'));
    await takeForCounted(on.db, other.district);
    expect(await told()).toMatchObject({
      ...{ notes: [], issued: { count: 1, cents: 98_50 } },
      ...{ tenders: [{ tender: 'cash', takenCents: 98_50 }], drawers: [{ drawer: 'W3-D0001', overShortCents: -25 }] },
    });
  });

  test('counts one of a thing as one', async () => {
    const report = await dayReport(on.context, { district: station.district, day: '2026-11-23' });
    const one = { ...report, issued: { count: 1, cents: 100 }, stations: [{ station: 'W3', entries: 1, waiting: 1 }] };
    const text = reportInWords(one).join('\n');
    expect(text).toMatch(/issued +1 receipt +1\.00/);
    expect(text).toMatch(/W3 +1 entry of the day, 1 not applied yet/);
  });

  test('of a day without anything says so', async () => {
    const report = await dayReport(on.context, { district: station.district, day: '2026-01-01' });
    expect(report).toMatchObject({ issued: { count: 0, cents: 0 }, drawers: [], postings: [], debitCents: 0 });
  });

  test('without a day is of today where the district is', async () => {
    on.context.at.now = Date.parse('2026-11-24T03:00:00Z');
    expect((await dayReport(on.context, { district: station.district })).day).toBe('2026-11-23');
  });
});
