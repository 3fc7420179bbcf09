import { feedPage } from '#main/ledger/feedPage';
import { FEED_ROWS_MAX, FeedPage, type FeedRow } from '#main/sync/wire';
import { lineFor } from '#test/support/journalBuilder';
import {
  accountRow,
  accountsCsv,
  chargeRow,
  chargesCsv,
  createTestStation,
  districtFile,
  FIRST,
  loadText,
  newDistrictMark,
  onEachStore,
  SECOND,
} from '#test/support/ledger';

const nameOf = (row: FeedRow) =>
  row.kind === 'policy'
    ? 'policy'
    : row.kind === 'person'
      ? row.person.person
      : row.kind === 'account'
        ? row.account.accountNumber
        : row.kind === 'float'
          ? row.float.handoff
          : row.kind === 'drawer'
            ? row.drawer.drawer
            : row.kind === 'counted'
              ? row.counted.handoff
              : row.kind === 'taken_back'
                ? row.takenBack.handoff
                : row.closed.through;

onEachStore('the feed', (on) => {
  test('begins with policy and people, then accounts with all that is open', async () => {
    const station = await createTestStation(on.context);
    const page = await feedPage(on.context, station.key, '');
    expect(FeedPage.parse(page)).toEqual(page);
    expect(page.complete).toBe(true);
    expect(page.rows.map((row) => [row.version, nameOf(row)])).toEqual([
      [1, 'policy'],
      [1, 'm.ortiz'],
      [1, FIRST],
      [1, SECOND],
    ]);
    expect(page.rows[2]).toEqual({
      kind: 'account',
      version: 1,
      account: {
        accountNumber: FIRST,
        customer: 'Nguyen Thi Lan',
        serviceAddress: '118 Quarry Rd',
        mailingAddress: '',
        parcel: '0418',
        phone: '360-555-0100',
        email: '',
        status: 'active',
        language: 'en',
        flags: [],
        contract: '',
        permits: [],
        notes: '',
        unappliedCents: 0,
        charges: [
          expect.objectContaining({ kind: 'service', dueDay: '2026-11-20', openCents: 86_40, bars: '3435001' }),
          expect.objectContaining({ period: 'Jul–Aug 2026', dueDay: '2026-09-20', openCents: 12_10 }),
        ],
        payments: [],
        appliedThrough: { epoch: 0, sequence: 0 },
      },
    });
    expect(await feedPage(on.context, station.key, page.cursor)).toEqual({
      rows: [],
      cursor: page.cursor,
      complete: true,
      stored: 0,
    });
  });

  test('then tells only what changed, and how far the asking station’s own journal is in it', async () => {
    const station = await createTestStation(on.context);
    const other = await createTestStation(on.context, { district: station.district, series: 'W4' });
    const { cursor } = await feedPage(on.context, station.key, '');
    station.journal.openDrawer();
    station.journal.pay([lineFor(await station.account(SECOND), 20_00)]);
    await station.send();
    const mine = await feedPage(on.context, station.key, cursor);
    expect(mine.rows.map(nameOf)).toEqual([SECOND]);
    expect(mine.rows[0]).toMatchObject({
      version: 2,
      account: { charges: [{ openCents: 30_00 }], appliedThrough: { epoch: 1, sequence: 2 } },
    });
    const theirs = await feedPage(on.context, other.key, cursor);
    expect(theirs.rows[0]).toMatchObject({
      account: { charges: [{ openCents: 30_00 }], appliedThrough: { epoch: 0, sequence: 0 } },
    });
  });

  test('knows the former epoch’s journal when a station was enrolled anew', async () => {
    const station = await createTestStation(on.context);
    station.journal.openDrawer();
    await station.send();
    const anew = await createTestStation(on.context, { district: station.district });
    expect((await anew.account(FIRST)).appliedThrough).toEqual({ epoch: 1, sequence: 1 });
    anew.journal.openDrawer();
    await anew.send();
    expect((await anew.account(FIRST)).appliedThrough).toEqual({ epoch: 2, sequence: 1 });
    expect((await station.account(FIRST)).appliedThrough).toEqual({ epoch: 1, sequence: 1 });
  });

  test('pages through one version without losing or repeating a row', async () => {
    const district = newDistrictMark();
    const numbers = Array.from({ length: 2_345 }, (_, place) => `A${String(place).padStart(5, '0')}`);
    await loadText(on.context, {
      district: JSON.stringify(districtFile(district)),
      accounts: accountsCsv(...numbers.map((number) => accountRow(number))),
      charges: chargesCsv(...numbers.map((number) => chargeRow(number, '1.00'))),
    });
    const station = await createTestStation(on.context, { district });
    const sizes: number[] = [];
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await feedPage(on.context, station.key, cursor);
      expect(page.cursor.length).toBeLessThanOrEqual(60);
      sizes.push(page.rows.length);
      seen.push(...page.rows.map(nameOf));
      if (page.complete) break;
      cursor = page.cursor;
    }
    expect(sizes).toEqual([FEED_ROWS_MAX, FEED_ROWS_MAX, 347]);
    expect(seen).toEqual(['policy', 'm.ortiz', ...numbers]);
  });

  test('a bare version stands for all of it; a cursor from the future starts anew', async () => {
    const station = await createTestStation(on.context);
    expect((await feedPage(on.context, station.key, '1')).rows).toEqual([]);
    expect((await feedPage(on.context, station.key, '0')).rows.length).toBe(4);
    expect((await feedPage(on.context, station.key, '1:policy:')).rows.length).toBe(3);
    expect((await feedPage(on.context, station.key, '9:account:A1')).rows.length).toBe(4);
  });

  test.each(['x', '1:', '1:account', '-1', '1:nothing:A', "1:account:'", '1'.repeat(60)])(
    'the cursor %j is refused',
    async (cursor) => {
      const key = { district: 'nowhere', series: 'W3', epoch: 1 };
      await expect(feedPage(on.context, key, cursor)).rejects.toThrow('must be the cursor of an earlier page');
    },
  );
});
