import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { Entry, GENESIS, preimage } from '#domain/entry';
import { sha256Hex } from '#main/chain/sha256';
import { feedPage } from '#main/ledger/feedPage';
import { sampleDistrict } from '#main/sample/district';
import { lineFor } from '../support/journalBuilder.ts';
import {
  accountRow,
  accountsCsv,
  chargeRow,
  chargesCsv,
  contextOf,
  createTestStation,
  districtFile,
  FIRST,
  loadText,
  newDistrictMark,
  onEachStore,
  rowsOf,
  type TestContext,
  type TestStation,
} from '../support/ledger.ts';
import { atTheOffice, type OfficePerson, yesOf } from '../support/office.ts';

const { people } = sampleDistrict('2026-11-23', 'key', Buffer.alloc(32, 7).toString('base64'));
const TWO_HUNDRED = { 2000: 10 };

onEachStore('the office', (on) => {
  let context: TestContext;
  let station: TestStation;
  let whitebear: OfficePerson;
  let solheim: OfficePerson;
  let finance: OfficePerson;

  beforeEach(async () => {
    context = contextOf(on.db);
    const district = newDistrictMark();
    await loadText(context, {
      district: JSON.stringify(districtFile(district, { people })),
      accounts: accountsCsv(accountRow(FIRST)),
      charges: chargesCsv(chargeRow(FIRST, '86.40')),
    });
    station = await createTestStation(context, { district });
    whitebear = atTheOffice(context, station.key, 'j.whitebear');
    solheim = atTheOffice(context, station.key, SECOND_SUPERVISOR);
    finance = atTheOffice(context, station.key, FINANCE);
  });

  const SECOND_SUPERVISOR = people.filter(({ role }) => role === 'supervisor')[1]?.person ?? 'none';
  const FINANCE = people.find(({ role }) => role === 'finance')?.person ?? 'none';
  const AUDITOR = people.find(({ role }) => role === 'auditor')?.person ?? 'none';

  const office = () =>
    rowsOf<{ text: string; hash: string; previous: string }>(
      on.db,
      station.district,
      sql`SELECT text, hash, previous_hash AS previous FROM entries WHERE series = 'L' ORDER BY sequence`,
    );
  const balance = async (account: string) => {
    const [row] = await rowsOf<{ cents: number }>(
      on.db,
      station.district,
      sql`SELECT coalesce(sum(CASE side WHEN 'debit' THEN cents ELSE -cents END), 0)::bigint AS cents
        FROM postings WHERE account = ${account}`,
    );
    return row?.cents ?? 0;
  };

  /** A change fund of 1,000.00 in twenties and hundreds. */
  const fund = async () => {
    const input = { pieces: { 10000: 5, 2000: 25 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
    const { mark } = await whitebear.ask('changeFundMark', input);
    return whitebear.tell('changeFund', input, yesOf(SECOND_SUPERVISOR, mark));
  };

  /** A drawer with a float of 200.00, one receipt of 86.40 by check and 60.00 in cash, closed without a difference. */
  const closedDrawer = async () => {
    station.journal.openDrawer(TWO_HUNDRED);
    const account = await station.account(FIRST);
    station.journal.pay([lineFor(account, 8_640)], [{ kind: 'check', cents: 8_640 }]);
    station.journal.pay([lineFor({ ...account, charges: [] }, 6_000)]);
    station.journal.closeDrawer();
    await station.send();
  };

  test('keeps a journal of its own, chained and balanced, entry by entry', async () => {
    await fund();
    await whitebear.tell('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED });
    const entries = await office();
    expect(entries).toHaveLength(2);
    let before = GENESIS;
    for (const { text, hash, previous } of entries) {
      expect(Entry.parse(JSON.parse(text)).series).toBe('L');
      expect([previous, sha256Hex(preimage(text))]).toEqual([before, hash]);
      before = hash;
    }
    expect(await balance('safe')).toBe(80_000);
    expect(await balance('change-fund')).toBe(-100_000);
    expect(await balance('transit:L-F0001')).toBe(20_000);
  });

  test('does a command once, whichever station repeats it, and refuses its id for anything else (F05, F07)', async () => {
    await fund();
    const commandId = randomUUID();
    const input = { commandId, to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED };
    const first = await whitebear.ask('issueFloat', input);
    expect(await whitebear.ask('issueFloat', { ...input, commandId: commandId.toUpperCase() })).toEqual(first);
    expect(await office()).toHaveLength(2);
    expect(await whitebear.refused('issueFloat', { ...input, to: 'l.haddad' })).toBe('command_reused');
    expect(await solheim.refused('issueFloat', input)).toBe('command_reused');
  });

  test('counts what a drawer handed over without having seen it, and every account of it is zero after', async () => {
    await fund();
    await closedDrawer();
    const before = await whitebear.ask('safe', {});
    expect(before.inTransit.map(({ handoff }) => handoff)).toEqual([
      ...['W3-D0001-float', 'W3-D0001-cash', 'W3-D0001-check', 'W3-D0001-float-return'],
    ]);
    for (const row of before.inTransit)
      expect(row).toMatchObject({ state: 'waiting', givenCents: null, countedCents: null });
    const { parts } = await whitebear.tell('countHandoffs', {
      parts: [
        { handoff: 'W3-D0001-float', pieces: TWO_HUNDRED },
        { handoff: 'W3-D0001-float-return', pieces: TWO_HUNDRED },
        { handoff: 'W3-D0001-cash', pieces: { 2000: 3 } },
        { handoff: 'W3-D0001-check', items: 1, cents: 8_640 },
      ],
    });
    for (const { givenCents, countedCents } of parts) expect(givenCents).toBe(countedCents);
    expect((await whitebear.ask('safe', {})).inTransit).toEqual([]);
    expect(await balance('undeposited:W3-B0001:cash')).toBe(6_000);
    expect(await balance('undeposited:W3-B0001:check')).toBe(8_640);
    expect(await balance('safe')).toBe(100_000);
  });

  test('bug: without a change fund the first float was refused by what the safe holds, and not by what to do', async () => {
    await closedDrawer();
    const handoff = 'W3-D0001-float';
    const parts = [{ handoff, pieces: TWO_HUNDRED }];
    await expect(whitebear.tell('countHandoffs', { parts })).rejects.toMatchObject({
      code: 'change_fund_unset',
      facts: { handoff },
      message: expect.stringMatching(/^Float W3-D0001-float .* Change fund \(F2\) at the Safe/),
    });
    await fund();
    const large = { handoff, pieces: { 10000: 11 } };
    await expect(whitebear.tell('countHandoffs', { parts: [large] })).rejects.toMatchObject({
      // How much it holds would tell what the drawer gave back, which she has still to count.
      ...{ code: 'safe_short', facts: { handoff, safeCents: null, kept: 'safe_out_refused' } },
      message: expect.stringMatching(/^Float W3-D0001-float .* holds less\. Count the float again/),
    });
    await whitebear.tell('countHandoffs', { parts });
  });

  test('records a disagreement and lets two people settle it; neither count is overwritten', async () => {
    await fund();
    await closedDrawer();
    await whitebear.tell('countHandoffs', { parts: [{ handoff: 'W3-D0001-cash', pieces: { 2000: 2 } }] });
    const [differs] = (await finance.ask('safe', {})).inTransit.filter(({ state }) => state === 'differs');
    expect(differs).toMatchObject({ handoff: 'W3-D0001-cash', givenCents: 6_000, countedCents: 4_000 });
    expect(await balance('transit:W3-D0001-cash')).toBe(2_000);
    // A second look finds one of the two notes that were missing, folded; ten dollars stay missing.
    const asked = { counted: { handoff: 'W3-D0001-cash', pieces: { 2000: 2, 1000: 1 } }, reason: 'One note stuck' };
    const { mark, unexplainedCents } = await finance.ask('resolution', asked);
    expect(unexplainedCents).toBe(-1_000);
    expect(await finance.refused('resolveHandoff', asked)).toBe('approval_needed');
    expect(await finance.refused('resolveHandoff', asked, yesOf('j.whitebear', mark))).toBe('approval_not_theirs');
    expect(await finance.refused('resolveHandoff', asked, yesOf(SECOND_SUPERVISOR, mark, { ageMs: 121_000 }))).toBe(
      'approval_lapsed',
    );
    expect(await finance.refused('resolveHandoff', { ...asked, reason: 'Other' }, yesOf(SECOND_SUPERVISOR, mark))).toBe(
      'approval_changed',
    );
    expect(await finance.refused('resolveHandoff', asked, yesOf('l.haddad', mark))).toBe('approver_not_office');
    const yes = yesOf(SECOND_SUPERVISOR, mark);
    expect(await finance.tell('resolveHandoff', asked, yes)).toMatchObject({ unexplainedCents: -1_000 });
    expect(await balance('transit:W3-D0001-cash')).toBe(0);
    expect(await balance('undeposited:W3-B0001:cash')).toBe(5_000);
    expect(await balance('over-short')).toBe(1_000);
    expect(await finance.refused('resolution', asked)).toBe('handoff_agrees');
    expect(await finance.refused('resolution', { ...asked, counted: { handoff: 'W9-D0001-cash', pieces: {} } })).toBe(
      'handoff_unknown',
    );
  });

  test('an answer that was lost is told again with another yes: one entry, the same reply (F07)', async () => {
    const input = { pieces: { 10000: 5 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
    const { mark } = await whitebear.ask('changeFundMark', input);
    const told = { commandId: randomUUID(), ...input };
    const [yes, again] = [yesOf(SECOND_SUPERVISOR, mark), yesOf(SECOND_SUPERVISOR, mark)];
    const first = await whitebear.ask('changeFund', { ...told, approval: yes.id }, yes);
    expect(await whitebear.ask('changeFund', { ...told, approval: again.id }, again)).toEqual(first);
    expect(await office()).toHaveLength(1);
    expect(await whitebear.refused('changeFund', { ...told, resolution: 'Another' }, again)).toBe('command_reused');
  });

  test('a yes is used once, even for another command of the same content', async () => {
    const input = { pieces: { 10000: 5 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
    const yes = yesOf(SECOND_SUPERVISOR, (await whitebear.ask('changeFundMark', input)).mark);
    await whitebear.tell('changeFund', input, yes);
    expect(await whitebear.refused('changeFund', input, yes)).toBe('approval_used');
    expect(await whitebear.ask('safe', {})).toMatchObject({ safeCents: 50_000, changeFundCents: 50_000 });
  });

  test('gives the change fund back only as far as it is there', async () => {
    await fund();
    const back = { isGivenBack: true, resolution: 'Resolution 2026-20' };
    const asked = async (pieces: Record<string, number>) => {
      const { mark } = await whitebear.ask('changeFundMark', { pieces, ...back });
      return [{ pieces, ...back }, yesOf(SECOND_SUPERVISOR, mark)] as const;
    };
    expect(await whitebear.refused('changeFund', ...(await asked({ 10000: 11 })))).toBe('change_fund_short');
    expect(await whitebear.refused('changeFund', ...(await asked({})))).toBe('pieces_nothing');
    await whitebear.tell('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED });
    expect(await whitebear.refused('changeFund', ...(await asked({ 10000: 9 })))).toBe('safe_short');
    expect(await whitebear.tell('changeFund', ...(await asked({ 10000: 3 })))).toEqual({
      ...{ safeCents: 50_000, changeFundCents: 70_000 },
    });
  });

  test('issues no float that it has not, to nobody who holds no drawer, to no station that is none', async () => {
    const float = { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED };
    expect(await whitebear.refused('issueFloat', float)).toBe('change_fund_unset');
    await fund();
    expect(await whitebear.refused('issueFloat', { ...float, pieces: {} })).toBe('pieces_nothing');
    expect(await whitebear.refused('issueFloat', { ...float, to: AUDITOR })).toBe('float_taker_unknown');
    expect(await whitebear.refused('issueFloat', { ...float, to: 'j.whitebear' })).toBe('float_to_yourself');
    expect(await whitebear.refused('issueFloat', { ...float, station: 'W4' })).toBe('station_unknown');
    expect(await whitebear.refused('issueFloat', { ...float, pieces: { 10000: 900 } })).toBe('float_too_large');
    expect(await office()).toHaveLength(1);
  });

  describe('a float issued ahead', () => {
    const transit = async () =>
      (await whitebear.ask('safe', {})).inTransit.map(({ handoff, state, personName, givenCents, countedCents }) => ({
        ...{ handoff, state, personName, givenCents, countedCents },
      }));
    const issued = async () => {
      await fund();
      await whitebear.tell('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED });
    };

    test('bug: a float that a drawer had opened with took a number of those that are issued ahead', async () => {
      await issued();
      await closedDrawer();
      await whitebear.tell('countHandoffs', { parts: [{ handoff: 'W3-D0001-float', pieces: TWO_HUNDRED }] });
      const next = { to: 'l.haddad', station: 'W3', pieces: TWO_HUNDRED };
      expect((await whitebear.tell('issueFloat', next)).handoff).toBe('L-F0002');
    });

    test('comes down to its station alone, with who takes it and who issued it, never how much', async () => {
      const other = await createTestStation(context, { district: station.district, series: 'W4' });
      const { cursor } = await feedPage(context, station.key, '');
      await issued();
      const float = { handoff: 'L-F0001', person: 'm.ortiz', issuedBy: 'j.whitebear' };
      const page = await feedPage(context, station.key, cursor);
      expect(page.rows).toEqual([{ kind: 'float', version: 2, float }]);
      expect((await feedPage(context, station.key, page.cursor)).rows).toEqual([]);
      expect((await feedPage(context, station.key, '')).rows.at(-1)).toMatchObject({ kind: 'float', float });
      expect((await feedPage(context, other.key, cursor)).rows).toEqual([]);
    });

    test('is gone from transit once the drawer has counted the same', async () => {
      await issued();
      const waiting = { handoff: 'L-F0001', state: 'waiting', personName: 'Marisol Ortiz' };
      expect(await transit()).toEqual([{ ...waiting, givenCents: null, countedCents: null }]);
      station.journal.openDrawer(TWO_HUNDRED, 'L-F0001');
      await station.send();
      expect(await transit()).toEqual([]);
      expect(await balance('transit:L-F0001')).toBe(0);
    });

    test.each<[string, Record<string, number>, number]>([
      ['less', { 2000: 9 }, 18_000],
      ['nothing', {}, 0],
    ])('differs where the drawer found %s in it, until two people settle it', async (_, found, countedCents) => {
      await issued();
      station.journal.openDrawer(found, 'L-F0001');
      await station.send();
      const [differs] = await transit();
      expect(differs).toEqual({
        ...{ handoff: 'L-F0001', state: 'differs', personName: 'Marisol Ortiz', givenCents: 20_000, countedCents },
      });
      // The missing notes still lie in the safe.
      const asked = { counted: { handoff: 'L-F0001', pieces: found }, reason: 'They were never put in the bag' };
      const { mark, unexplainedCents } = await finance.ask('resolution', asked);
      expect(Math.abs(unexplainedCents)).toBe(0);
      await finance.tell('resolveHandoff', asked, yesOf(SECOND_SUPERVISOR, mark));
      expect(await balance('safe')).toBe(100_000 - countedCents);
      expect(await balance('transit:L-F0001')).toBe(0);
      expect(await transit()).toEqual([]);
    });

    test('is taken by one drawer: another that names it is parked (F16)', async () => {
      await issued();
      station.journal.openDrawer(TWO_HUNDRED, 'L-F0001');
      station.journal.openDrawer(TWO_HUNDRED, 'L-F0001');
      await station.send();
      expect(await rowsOf(on.db, station.district, sql`SELECT sequence, why FROM parked`)).toEqual([
        { sequence: 2, why: 'cannot_apply' },
      ]);
      expect(await balance('transit:L-F0001')).toBe(0);
    });

    test('a drawer that names it and takes it from elsewhere is parked', async () => {
      await issued();
      const payload = {
        ...{ drawer: 'W3-D0001', batch: 'W3-B0001', number: 1, cashier: 'm.ortiz', handoff: 'L-F0001' },
        ...{ float: TWO_HUNDRED, floatCents: 20_000 },
      };
      const postings = [
        { account: 'drawer:W3-D0001:cash', side: 'debit' as const, cents: 20_000 },
        { account: 'transit:W3-D0001-float', side: 'credit' as const, cents: 20_000 },
      ];
      station.journal.append({ kind: 'drawer_opened', payload, postings });
      await station.send();
      expect(await rowsOf(on.db, station.district, sql`SELECT why, detail FROM parked`)).toEqual([
        { why: 'disagrees', detail: 'its float does not come out of its handoff' },
      ]);
    });
  });

  test('counts each handoff once, as what it is, by somebody who did not give it', async () => {
    await fund();
    await closedDrawer();
    const cash = { handoff: 'W3-D0001-cash', pieces: { 2000: 3 } };
    expect(await whitebear.refused('countHandoffs', { parts: [cash, cash] })).toBe('handoff_twice');
    expect(await whitebear.refused('countHandoffs', { parts: [{ ...cash, handoff: 'W3-D0009-cash' }] })).toBe(
      'handoff_unknown',
    );
    expect(
      await whitebear.refused('countHandoffs', { parts: [{ handoff: cash.handoff, items: 1, cents: 6_000 }] }),
    ).toBe('handoff_count_kind');
    await whitebear.tell('countHandoffs', { parts: [cash] });
    expect(await solheim.refused('countHandoffs', { parts: [cash] })).toBe('handoff_done');
  });

  test('bug: two checks that come to the total of one agreed with it', async () => {
    await fund();
    await closedDrawer();
    const papers = (items: number, cents = 8_640) => ({ parts: [{ handoff: 'W3-D0001-check', items, cents }] });
    expect(await whitebear.refused('countHandoffs', papers(2))).toBe('handoff_papers');
    expect(await whitebear.refused('countHandoffs', papers(0))).toBe('bad_input');
    await whitebear.tell('countHandoffs', papers(1));
    expect(await balance('transit:W3-D0001-check')).toBe(0);
  });

  test('two supervisors at once: one count stands, the other is refused (F09)', async () => {
    await fund();
    await closedDrawer();
    const cash = { handoff: 'W3-D0001-cash', pieces: { 2000: 3 } };
    const both = await Promise.allSettled([
      whitebear.tell('countHandoffs', { parts: [cash] }),
      solheim.tell('countHandoffs', { parts: [cash] }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await balance('undeposited:W3-B0001:cash')).toBe(6_000);
  });

  test('decides by its own list of people who may, whatever a station says', async () => {
    const ortiz = atTheOffice(context, station.key, 'm.ortiz');
    expect(await ortiz.refused('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED })).toBe(
      'not_permitted',
    );
    const auditor = atTheOffice(context, station.key, AUDITOR);
    expect(await auditor.ask('safe', {})).toMatchObject({ safeCents: 0 });
    expect(await auditor.refused('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED })).toBe(
      'not_permitted',
    );
    expect(await atTheOffice(context, station.key, 'nobody').refused('safe', {})).toBe('person_not_here');
    expect(await whitebear.refused('takePayment', {})).toBe('unknown_call');
    expect(await whitebear.refused('issueFloat', { to: '4111 1111 1111 1111', station: 'W3', pieces: {} })).toBe(
      'card_number_in_text',
    );
  });

  test('no station writes an entry of the office: it is parked, and moves nothing', async () => {
    const postings = [
      { account: 'transit:L-F0001', side: 'debit' as const, cents: 5_000 },
      { account: 'safe', side: 'credit' as const, cents: 5_000 },
    ];
    const payload = { handoff: 'L-F0001', number: 1, to: 'm.ortiz', station: 'W3', pieces: { 5000: 1 }, cents: 5_000 };
    station.journal.append({ kind: 'float_issued', payload, postings });
    await station.send();
    expect(await rowsOf(on.db, station.district, sql`SELECT why, detail FROM parked`)).toEqual([
      { why: 'unreadable', detail: 'float_issued is an entry of the office' },
    ]);
    expect(await balance('safe')).toBe(0);
  });
});
