import { dayReport } from '#main/ledger/dayReport';
import { sampleDistrict } from '#main/sample/district';
import {
  accountRow,
  accountsCsv,
  chargesCsv,
  contextOf,
  createTestStation,
  districtFile,
  FIRST,
  loadText,
  newDistrictMark,
  onEachStore,
  type TestContext,
  type TestStation,
} from '#test/support/ledger';
import { atTheOffice, type OfficePerson, yesOf } from '#test/support/office';

const { people } = sampleDistrict('2026-11-23', 'key', Buffer.alloc(32, 7).toString('base64'));
const TWO_HUNDRED = { 2000: 10 };
const RETURNED = { 'W3-D0001-float-return': TWO_HUNDRED };

onEachStore('floats that somebody has still to count', (on) => {
  let context: TestContext;
  let station: TestStation;
  let at: Record<'whitebear' | 'solheim' | 'finance' | 'auditor', OfficePerson>;
  beforeEach(async () => {
    context = contextOf(on.db);
    const district = newDistrictMark();
    await loadText(context, {
      district: JSON.stringify(districtFile(district, { people })),
      accounts: accountsCsv(accountRow(FIRST)),
      charges: chargesCsv(),
    });
    station = await createTestStation(context, { district });
    const who = (person: string) => atTheOffice(context, station.key, person);
    at = {
      ...{ whitebear: who('j.whitebear'), solheim: who('i.solheim') },
      ...{ finance: who('e.lindqvist'), auditor: who('s.park') },
    };
    const input = { pieces: { 10000: 5, 2000: 25 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
    const { mark } = await at.whitebear.ask('changeFundMark', input);
    await at.whitebear.tell('changeFund', input, yesOf('i.solheim', mark));
  });

  const count = (parts: Record<string, object>, by = at.whitebear) =>
    by.tell('countHandoffs', {
      parts: Object.entries(parts).map(([handoff, pieces]) => ({ handoff, pieces })) as never,
    });
  const held = async (by: OfficePerson) => {
    const { safeCents, notCounted } = await by.ask('safe', {});
    return [safeCents, notCounted];
  };
  const report = async (by: OfficePerson) => {
    const day = '2026-11-23';
    const { rows, totals, notes } = await by.ask('report', { report: 'change_fund', from: day, to: day });
    return {
      rows: rows.map((row) => [row[0], row[1], row[4]]),
      found: totals?.[4],
      words: notes.map(({ words }) => words).join(' '),
    };
  };

  test('bug: sums of the safe told what a drawer gave back before it was counted', async () => {
    station.journal.openDrawer(TWO_HUNDRED);
    station.journal.closeDrawer();
    await station.send();
    await count({ 'W3-D0001-float': TWO_HUNDRED });
    for (const by of [at.whitebear, at.solheim, at.finance]) {
      expect(await held(by)).toEqual([null, 1]);
      const { rows, found, words } = await report(by);
      expect(rows).toEqual([
        ['In the safe', null, null],
        ['On the way', 'W3-D0001-float-return', null],
      ]);
      expect(found).toBeNull();
      expect(words).toContain('1 handed over, not counted yet: W3-D0001-float-return.');
      expect(words).not.toMatch(/800\.00|200\.00|is found|missing/);
    }
    // Nobody counts it after the auditor: she is told what the books say.
    expect(await held(at.auditor)).toEqual([80_000, 0]);
    expect((await report(at.auditor)).found).toBe(100_000);
    // Nor is it told by what the safe cannot give.
    const order = { pieces: { 10000: 9 }, reference: 'Bank' };
    const { mark } = await at.finance.ask('orderMark', order);
    await expect(at.finance.tell('orderChange', order, yesOf('i.solheim', mark))).rejects.toMatchObject({
      ...{ code: 'safe_short', facts: { safeCents: null, handoff: '', kept: 'safe_out_refused' } },
    });

    await count(RETURNED);
    for (const by of [at.solheim, at.auditor]) {
      expect(await held(by)).toEqual([100_000, 0]);
      expect(await report(by)).toMatchObject({ rows: [['In the safe', null, 100_000]], found: 100_000 });
    }
  });

  test('bug: whoever was issued a float could subtract what she is to count', async () => {
    await at.whitebear.tell('issueFloat', { to: 'i.solheim', station: 'W3', pieces: TWO_HUNDRED });
    expect(await held(at.solheim)).toEqual([null, 1]);
    expect(await held(at.whitebear)).toEqual([80_000, 0]);
    expect((await report(at.solheim)).rows).toEqual([
      ['In the safe', null, null],
      ['On the way', 'L-F0001', null],
    ]);
    expect((await report(at.whitebear)).found).toBe(100_000);
  });

  test('bug: whoever may take an issued float back could subtract what she is to count, and read it among the accounts', async () => {
    const { handoff } = await at.whitebear.tell('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED });
    const accounts = async (by: OfficePerson) => {
      const day = '2026-11-23';
      const { rows, notes } = await by.ask('report', { report: 'gl_accounts', from: day, to: day });
      return [rows.map((row) => [row[0], row[2], row[3]]), notes.map(({ words }) => words).join(' ')];
    };
    const fund = [
      ['change-fund', 0, 100_000],
      ['safe', 100_000, 0],
    ];
    for (const by of [at.solheim, at.finance]) {
      expect(await held(by)).toEqual([null, 1]);
      const { rows, found, words } = await report(by);
      expect([rows, found]).toEqual([
        [
          ['In the safe', null, null],
          ['On the way', 'L-F0001', null],
        ],
        null,
      ]);
      expect(words).not.toMatch(/800\.00|200\.00|is found|missing/);
      expect(await accounts(by)).toEqual([fund, expect.stringContaining('1 handed over, not counted yet: L-F0001.')]);
    }
    // Who issued it has counted it, and the auditor counts nothing.
    for (const by of [at.whitebear, at.auditor]) {
      expect(await held(by)).toEqual([80_000, 0]);
      expect((await report(by)).found).toBe(100_000);
      expect(await accounts(by)).toEqual([
        [
          ['change-fund', 0, 100_000],
          ['safe', 100_000, 20_000],
          ['transit', 20_000, 0],
        ],
        expect.stringMatching(/in the GL exports\.$/),
      ]);
    }
    await at.finance.tell('takeFloatBack', { handoff, pieces: TWO_HUNDRED });
    expect(await held(at.solheim)).toEqual([100_000, 0]);
    expect((await accounts(at.solheim))[1]).toMatch(/in the GL exports\.$/);
  });

  test('bug: what the safe holds could be found by asking for more and less of it: only a second person’s yes asks that', async () => {
    await at.whitebear.tell('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED });
    const back = { pieces: { 10000: 9 }, isGivenBack: true, resolution: 'Resolution 2026-15' };
    const order = { pieces: { 10000: 9 }, reference: 'Bank' };
    const marks = [
      (await at.finance.ask('changeFundMark', back)).mark,
      (await at.finance.ask('orderMark', order)).mark,
    ];
    for (const [place, call, input] of [
      [0, 'changeFund', back],
      [1, 'orderChange', order],
    ] as const) {
      expect(await at.finance.refused(call, input)).toBe('approval_needed');
      expect(await at.finance.refused(call, input, yesOf('i.solheim', marks[place] ?? ''))).toBe('safe_short');
    }
  });

  test('the float that a drawer opened with is hidden from who counts it for the office, and the safe is not', async () => {
    station.journal.openDrawer(TWO_HUNDRED);
    await station.send();
    expect(await held(at.solheim)).toEqual([100_000, 0]);
    const { rows, words } = await report(at.solheim);
    expect(rows).toEqual([
      ['In the safe', null, 100_000],
      ['In a drawer', 'W3-D0001', null],
      ['Not counted out of the safe yet', 'W3-D0001-float', null],
    ]);
    expect(words).not.toContain('200.00');
    expect((await report(at.auditor)).words).toContain('200.00 is in drawers already');
  });

  test('bug: the report of a day told on paper what floats and drawers hold that somebody has still to count', async () => {
    const told = async () => {
      const { postings, notes, debitCents, creditCents } = await dayReport(context, {
        district: station.key.district,
        day: '2026-11-23',
      });
      expect(debitCents).toBe(creditCents);
      return [postings.map(({ account, debitCents: one, creditCents: other }) => [account, one, other]), notes];
    };
    const fund = [
      ['change-fund', 0, 100_000],
      ['safe', 100_000, 0],
    ];
    await at.whitebear.tell('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED });
    expect(await told()).toEqual([fund, [expect.stringContaining('1 handed over, not counted yet: L-F0001.')]]);
    await at.finance.tell('takeFloatBack', { handoff: 'L-F0001', pieces: TWO_HUNDRED });
    const taken = [
      ['change-fund', 0, 100_000],
      ['safe', 120_000, 20_000],
      ['transit', 20_000, 20_000],
    ];
    expect(await told()).toEqual([taken, []]);
    station.journal.openDrawer(TWO_HUNDRED);
    await station.send();
    expect(await told()).toEqual([taken, [expect.stringContaining('W3-D0001 (not closed)')]]);
    station.journal.closeDrawer();
    await station.send();
    await count({ 'W3-D0001-float': TWO_HUNDRED });
    expect(await told()).toEqual([taken, [expect.stringContaining('W3-D0001 (not all counted)')]]);
    // Nor on the screen, whoever asks; and of another day, what was counted then says why it is left out.
    const ask = { report: 'gl_accounts', from: '2026-11-23', to: '2026-11-24' } as const;
    const accounts = async () => {
      const { rows, notes } = await at.auditor.ask('report', ask);
      return [rows.map(([name, , one, other]) => [name, one, other]), notes.at(-1)?.words];
    };
    expect(await accounts()).toEqual([taken, expect.stringContaining('W3-D0001 (not all counted)')]);
    await count(RETURNED);
    expect((await told())[1]).toEqual([]);
    // The first count of the safe is made; who makes the second may read this.
    await at.whitebear.tell('countSafe', { pieces: { 10000: 5, 2000: 25 } });
    const [rows, notes] = await told();
    expect(notes).toEqual([expect.stringContaining('The safe is being counted')]);
    expect(JSON.stringify(rows)).not.toMatch(/safe|change-fund/);
  });

  test('bug: what the office had counted on a later day of a drawer that is left out was told of that day', async () => {
    station.journal.openDrawer(TWO_HUNDRED);
    station.journal.closeDrawer();
    await station.send();
    context.at.now += 24 * 3_600_000;
    await count({ 'W3-D0001-float': TWO_HUNDRED });
    const report = await dayReport(context, { district: station.key.district, day: '2026-11-24' });
    expect([report.postings, report.notes]).toEqual([[], [expect.stringContaining('W3-D0001 (not all counted)')]]);
    await count(RETURNED);
    const { debitCents } = await dayReport(context, { district: station.key.district, day: '2026-11-24' });
    expect(debitCents).toBe(40_000);
  });
});
