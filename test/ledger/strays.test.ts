import { sql } from 'drizzle-orm';
import type { Output } from '#contract/contract';
import { GENESIS, type SealedEntry } from '#domain/entry';
import { receiveStrays } from '#main/ledger/receiveStrays';
import { createJournal, type JournalBuilder, lineFor, sealed } from '../support/journalBuilder.ts';
import {
  contextOf,
  countOf,
  createTestStation,
  districtFile,
  FIRST,
  onEachStore,
  rowsOf,
  type TestContext,
  type TestStation,
} from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { type OfficeDay, officeDay, SOLHEIM, WHITEBEAR } from '../support/officeDay.ts';

/* What arrives and stands in no journal: of a station that was replaced before, and of a copy of it. */

onEachStore('entries that are held', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let station: TestStation;
  let journal: JournalBuilder;
  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    station = day.station;
    journal = station.journal;
    journal.openDrawer();
    journal.pay([lineFor(await station.account(FIRST), 12_10)]);
    await station.send();
  });

  const enrolAnew = () => createTestStation(context, { district: station.district, series: 'W3' });
  const sendAfter = (sequence: number, of: JournalBuilder = journal) => station.send(of.entries.slice(sequence));
  const held = () => day.finance.ask('heldEntries', {});
  type Held = Output<'heldEntries'>['branches'][number];
  const branch = async (can: Held['can']): Promise<Held> => {
    const found = (await held()).branches.find((one) => one.can === can);
    if (!found) throw new Error(`nothing can be done by ${can}`);
    return found;
  };
  const about = (of: Held, over: object = {}) => ({
    ...{ station: of.station, epoch: of.epoch, digests: of.strays.map(({ digest }) => digest) },
    ...{ reason: 'W3 was replaced before it had sent all', ...over },
  });
  async function decide(decision: 'adopt' | 'dismiss', of: Held, over: object = {}) {
    const asked = about(of, over);
    const { mark } = await day.finance.ask('strayDecision', { decision, ...asked });
    const yes = yesOf(SOLHEIM, mark);
    return decision === 'adopt'
      ? day.finance.tell('adoptStrays', asked, yes)
      : day.finance.tell('dismissStrays', asked, yes);
  }
  const looseEnds = async () => {
    const { looseEnds } = await day.finance.ask('dayClose', { day: '2026-11-23' });
    return looseEnds.filter(({ why }) => why === 'entries_stray').map(({ station: of, entries }) => [of, entries]);
  };

  /** Two receipts and the close, which reach the ledger after the station was replaced. */
  async function late(): Promise<void> {
    journal.pay([lineFor(await station.account(FIRST), 20_00)], [{ kind: 'check', cents: 20_00 }], 'Ann Lee');
    journal.pay([lineFor(await station.account(FIRST), 5_00)]);
    journal.closeDrawer();
    await enrolAnew();
    expect(await sendAfter(2)).toMatchObject({ outcome: 'conflict', head: { sequence: 2 } });
  }

  /** Another journal with the same beginning, as a copied disk writes it. */
  async function fork(): Promise<JournalBuilder> {
    const copy = createJournal({ ...station.key, funds: districtFile(station.district).funds });
    copy.openDrawer();
    copy.pay([lineFor(await station.account(FIRST), 7_00)]);
    return copy;
  }

  test('that follow on a replaced epoch are told one by one, and each says what it is', async () => {
    await late();
    const { branches, parked, more } = await held();
    expect({ parked, more }).toEqual({ parked: [], more: false });
    expect(branches).toEqual([
      {
        ...{ station: 'W3', epoch: 1, can: 'adopt' },
        strays: [
          expect.objectContaining({ sequence: 3, kind: 'receipt_issued', receipt: 'W3-000002', cents: null }),
          expect.objectContaining({ sequence: 4, kind: 'receipt_issued', receipt: 'W3-000003', isCopy: false }),
          expect.objectContaining({ sequence: 5, kind: 'drawer_counted' }),
          expect.objectContaining({ sequence: 6, kind: 'drawer_closed', receipt: null, personName: 'Marisol Ortiz' }),
        ],
      },
    ]);
    expect(await looseEnds()).toEqual([['W3', 4]]);
    const [first] = branches[0]?.strays ?? [];
    // Its drawer is not counted yet, and whoever counts must not know.
    const told = { station: 'W3', epoch: 1, digest: first?.digest ?? '' };
    expect(await day.finance.refused('heldEntry', told)).toBe('batch_not_told');
    expect(await day.finance.refused('heldEntry', { ...told, digest: GENESIS })).toBe('strays_changed');
  });

  test('are adopted by two people: in their chain, applied once, and no loose end any more', async () => {
    await late();
    const before = await countOf(on.db, station.district, 'applications');
    expect(await decide('adopt', await branch('adopt'))).toEqual({ station: 'W3', epoch: 1, first: 3, last: 6 });
    expect(await held()).toEqual({ branches: [], parked: [], more: false });
    expect(await looseEnds()).toEqual([]);
    const entries = await rowsOf<{ text: string; personal: string | null }>(
      on.db,
      station.district,
      sql`SELECT text, personal FROM entries WHERE district_id = ${station.district} AND series = 'W3' AND epoch = 1
        ORDER BY sequence`,
    );
    expect(entries.map(({ text }) => text)).toEqual(journal.entries.map(({ text }) => text));
    expect(entries[2]?.personal).toContain('Ann Lee');
    expect(await countOf(on.db, station.district, 'applications')).toBe(before + 2);
    expect((await station.account(FIRST)).charges).toEqual([expect.objectContaining({ openCents: 49_30 })]);
    const [told] = await rowsOf<{ payload: object; approver: string }>(
      on.db,
      station.district,
      sql`SELECT text::json -> 'payload' AS payload, text::json ->> 'approver' AS approver FROM entries
        WHERE district_id = ${station.district} AND kind = 'strays_adopted'`,
    );
    expect(told).toMatchObject({
      approver: SOLHEIM,
      payload: { station: 'W3', epoch: 1, first: 3, last: 6, hashes: journal.entries.slice(2).map(({ hash }) => hash) },
    });
    // Sent once more, they are what is there already.
    expect(await sendAfter(2)).toMatchObject({ outcome: 'exists' });
    expect(await countOf(on.db, station.district, 'applications')).toBe(before + 2);
  });

  test('of a former epoch come from whoever goes on with the series, too; none of a newer one are taken', async () => {
    const { key } = await enrolAnew();
    journal.pay([lineFor(await station.account(FIRST), 5_00)]);
    const run = { epoch: 1, entries: journal.entries };
    // All that was recorded then is handed in: what the ledger has is no stray.
    expect(await receiveStrays(context, key, run)).toMatchObject({ kept: 1 });
    expect(await receiveStrays(context, key, run)).toMatchObject({ kept: 1 });
    const { branches } = await held();
    expect(branches).toMatchObject([{ station: 'W3', epoch: 1, can: 'adopt', strays: [{ sequence: 3 }] }]);
    await expect(receiveStrays(context, key, { ...run, epoch: 3 })).rejects.toMatchObject({ code: 'malformed' });
  });

  test('a part of them may be adopted first, but none out of its turn', async () => {
    await late();
    const all = await branch('adopt');
    const [first, second] = all.strays;
    const only = (...which: (typeof first)[]) => ({ digests: which.map((one) => one?.digest ?? '') });
    const refused = (over: object) => day.finance.refused('strayDecision', { decision: 'adopt', ...about(all, over) });
    expect(await refused(only(second))).toBe('strays_follow_nothing');
    expect(await refused(only(second, first))).toBe('strays_follow_nothing');
    expect(await refused(only(first, first))).toBe('strays_changed');
    expect(await decide('adopt', all, only(first))).toMatchObject({ first: 3, last: 3 });
    expect((await branch('adopt')).strays.map(({ sequence }) => sequence)).toEqual([4, 5, 6]);
    await decide('adopt', await branch('adopt'));
    expect((await held()).branches).toEqual([]);
  });

  test('of a fork are dismissed by two people, and stay as they came', async () => {
    const copy = await fork();
    await sendAfter(1, copy);
    const stray = await branch('dismiss');
    // The copy tells its own receipt under the number of ours; its command is known here.
    expect(stray.strays).toEqual([
      expect.objectContaining({ sequence: 2, why: 'another entry has this number', isCopy: true }),
    ]);
    expect(await looseEnds()).toEqual([['W3', 1]]);
    const asked = { decision: 'adopt' as const, ...about(stray) };
    expect(await day.finance.refused('strayDecision', asked)).toBe('strays_follow_nothing');
    expect(await decide('dismiss', stray)).toEqual({ station: 'W3', epoch: 1, dismissed: 1 });
    expect(await held()).toEqual({ branches: [], parked: [], more: false });
    expect(await looseEnds()).toEqual([]);
    expect(await countOf(on.db, station.district, 'quarantine')).toBe(1);
    expect(await countOf(on.db, station.district, 'entries')).toBe(4);
    // The same again is the same, and dismissed.
    await sendAfter(1, copy);
    expect((await held()).branches).toEqual([]);
    const again = { decision: 'dismiss' as const, ...about(stray) };
    expect(await day.finance.refused('strayDecision', again)).toBe('strays_changed');
  });

  test('while its epoch lasts, what a station sent out of its turn waits for the station', async () => {
    journal.pay([lineFor(await station.account(FIRST), 20_00)]);
    journal.pay([lineFor(await station.account(FIRST), 5_00)]);
    await sendAfter(3);
    expect((await held()).branches).toEqual([expect.objectContaining({ can: 'dismiss' })]);
    await sendAfter(2);
    expect((await held()).branches).toEqual([]);
  });

  test('what is no entry at all is told as it came', async () => {
    const [opened] = journal.entries as [SealedEntry];
    const broken = { ...sealed(opened.text.replace('"sequence":1', '"sequence":"one"')), personal: null };
    await station.send([broken]);
    const { station: series, epoch, strays } = await branch('dismiss');
    expect(strays).toEqual([expect.objectContaining({ sequence: null, kind: null, receipt: null })]);
    const digest = strays[0]?.digest ?? '';
    const { rows } = await day.auditor.ask('heldEntry', { station: series, epoch, digest });
    expect(rows.join('')).toContain('"sequence":"one"');
  });

  test('a receipt of a drawer that no journal knows is told by its slip, anything else by what it posts', async () => {
    journal.closeDrawer();
    await station.send();
    journal.openDrawer();
    journal.pay([lineFor(await station.account(FIRST), 20_00)]);
    await enrolAnew();
    await sendAfter(3);
    const { strays } = await branch('adopt');
    const rows = async (place: number) => {
      const asked = { station: 'W3', epoch: 1, digest: strays[place]?.digest ?? '' };
      return (await day.auditor.ask('heldEntry', asked)).rows.join('\n');
    };
    expect(strays[1]).toMatchObject({ receipt: 'W3-000002', cents: 20_00 });
    expect(await rows(1)).toMatch(/W3-000002[\s\S]*20\.00/);
    expect(await rows(0)).toMatch(/^Drawer opened, 2026-11-23\ndrawer:W3-D0002:cash\n +debit 200\.00\ntransit/);
  });

  test('are not adopted into a drawer that the office has ended', async () => {
    journal.pay([lineFor(await station.account(FIRST), 20_00)]);
    await enrolAnew();
    const ending = {
      ...{ batch: 'W3-B0001', reason: 'The disk of W3 is dead' },
      count: { cash: { 1000: 1, 100: 2, 10: 1 }, checks: [], moneyOrders: [], cardTotalCents: 0 },
    };
    const end = await day.whitebear.ask('drawerEnding', ending);
    await day.whitebear.tell('endDrawer', ending, yesOf(SOLHEIM, end.mark));
    await sendAfter(2);
    const all = await branch('adopt');
    const asked = { decision: 'adopt' as const, ...about(all) };
    expect(await day.finance.refused('strayDecision', asked)).toBe('strays_drawer_ended');
    await decide('dismiss', all);
    expect((await held()).branches).toEqual([]);
  });

  test('nobody decides alone, for what they recorded, or about what has changed', async () => {
    await late();
    const all = await branch('adopt');
    const asked = about(all);
    expect(await day.finance.refused('adoptStrays', asked)).toBe('approval_needed');
    expect(await day.ortiz.refused('heldEntries', {})).toBe('not_permitted');
    expect(await day.auditor.refused('adoptStrays', asked)).toBe('not_permitted');
    const { mark, notApprovers } = await day.finance.ask('strayDecision', { decision: 'adopt', ...asked });
    expect(notApprovers).toEqual(['m.ortiz']);
    const theirs = await day.finance.ask('strayDecision', { decision: 'dismiss', ...asked });
    expect(await day.finance.refused('adoptStrays', asked, yesOf(SOLHEIM, theirs.mark))).toBe('approval_changed');
    const other = { ...asked, reason: 'Another reason' };
    expect(await day.finance.refused('adoptStrays', other, yesOf(WHITEBEAR, mark))).toBe('approval_changed');
    await day.finance.tell('adoptStrays', asked, yesOf(WHITEBEAR, mark));
    expect(await day.finance.refused('adoptStrays', asked, yesOf(SOLHEIM, mark))).toBe('strays_changed');
    const nobody = { ...asked, station: 'W9' };
    expect(await day.finance.refused('adoptStrays', nobody, yesOf(SOLHEIM, mark))).toBe('strays_changed');
  });

  test('entries that were not applied are told with why, until two people have said how they were settled', async () => {
    const paid = journal.pay([lineFor(await station.account(FIRST), 1_00)]);
    journal.voidReceipt(paid);
    journal.voidReceipt(paid);
    await sendAfter(2);
    const { parked } = await held();
    expect(parked).toEqual([expect.objectContaining({ station: 'W3', epoch: 1, sequence: 5, kind: 'receipt_voided' })]);
    expect(parked[0]?.why).toMatch(/^it undoes a receipt/);
    const loose = async () => {
      const { looseEnds } = await day.finance.ask('dayClose', { day: '2026-11-23' });
      return looseEnds.filter(({ why }) => why === 'entries_parked').length;
    };
    expect(await loose()).toBe(1);
    const asked = { station: 'W3', epoch: 1, sequence: 5, reason: 'Told twice; the money went back once' };
    expect(await day.finance.refused('explainParked', asked)).toBe('approval_needed');
    expect(await day.auditor.refused('parkedMark', asked)).toBe('not_permitted');
    expect(await day.finance.refused('parkedMark', { ...asked, sequence: 4 })).toBe('parked_not_there');
    const { mark, notApprovers } = await day.finance.ask('parkedMark', asked);
    expect(notApprovers).toEqual(['m.ortiz']);
    const before = await countOf(on.db, station.district, 'postings');
    expect(await day.finance.tell('explainParked', asked, yesOf(SOLHEIM, mark))).toEqual({
      ...{ station: 'W3', epoch: 1, sequence: 5 },
    });
    expect((await held()).parked).toEqual([]);
    expect(await loose()).toBe(0);
    expect(await countOf(on.db, station.district, 'postings')).toBe(before);
    expect(await countOf(on.db, station.district, 'parked')).toBe(1);
    expect(await day.finance.refused('explainParked', asked, yesOf(SOLHEIM, mark))).toBe('parked_not_there');
  });
});
