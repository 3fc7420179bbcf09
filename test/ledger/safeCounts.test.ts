import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Output } from '#contract/contract';
import type { Pieces } from '#domain/denominations';
import { journalLines } from '#main/ledger/journalLines';
import { verifyJournal } from '#main/verify/verifyJournal';
import { contextOf, onEachStore, rowsOf, type TestContext } from '../support/ledger.ts';
import { type OfficePerson, yesOf } from '../support/office.ts';
import { FINANCE, type OfficeDay, officeDay, SOLHEIM, TWO_HUNDRED, WHITEBEAR } from '../support/officeDay.ts';
import { type Forged, forged, put, readJournal, verdict } from '../support/tampering.ts';

/* The change fund's cash in the safe, counted by two people, blind to one another and to the books. */

const DAY = '2026-11-23';
/** The change fund of 1,000.00, and the same with a twenty missing. */
const ALL: Pieces = { 10000: 5, 2000: 25 };
const SHORT: Pieces = { 10000: 5, 2000: 24 };

onEachStore('the safe counted', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterfoil-safe-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
  });

  const count = (by: OfficePerson, pieces: Pieces) => by.tell('countSafe', { pieces });
  const held = async (by: OfficePerson) => (await by.ask('safe', {})).safeCents;
  const third = { count: 'L-S0001', pieces: SHORT, reason: 'A twenty is gone' };
  const verified = async () => {
    const file = join(folder, 'journal.jsonl');
    let text = '';
    for await (const line of await journalLines(context, day.station.district, 'L')) text += line;
    writeFileSync(file, text);
    return (await verifyJournal(file, null)).join('\n');
  };

  test('bug: the safe could not be counted by itself: two who find what the books say are all it takes', async () => {
    expect(await count(day.whitebear, ALL)).toEqual({
      ...{ count: 'L-S0001', cents: 100_000, state: 'waiting', differences: null },
    });
    expect(await day.whitebear.refused('countSafe', { pieces: ALL })).toBe('safe_count_yours');
    expect(await day.ortiz.refused('countSafe', { pieces: ALL })).toBe('not_permitted');
    expect(await count(day.solheim, ALL)).toMatchObject({ count: 'L-S0001', state: 'agrees', differences: [0, 0] });
    expect((await day.solheim.ask('safe', {})).counting).toBeNull();
    expect(await count(day.solheim, ALL)).toMatchObject({ count: 'L-S0002', state: 'waiting' });
    expect(await verified()).toContain('Balanced');
  });

  test('bug: whoever made the first count was told the books while it waited: nobody is, until the second is there', async () => {
    await count(day.whitebear, ALL);
    for (const by of [day.solheim, day.finance]) {
      expect(await held(by)).toBeNull();
      const { counting, lately } = await by.ask('safe', {});
      expect(counting).toEqual({
        ...{ count: 'L-S0001', state: 'waiting', isYours: false, differences: null },
        notApprovers: [WHITEBEAR],
      });
      expect(lately).toEqual([expect.objectContaining({ what: 'safe_counted', differenceCents: null })]);
      const report = await by.ask('report', { report: 'change_fund', from: DAY, to: DAY });
      expect(report.rows[0]?.at(-1)).toBeNull();
    }
    expect(await held(day.whitebear)).toBeNull();
    expect(await held(day.auditor)).toBeNull();
    await count(day.solheim, SHORT);
    expect(await held(day.finance)).toBe(100_000);
  });

  test('bug: the accounts, and what the change fund was compared with, told the second counter what the safe holds', async () => {
    await day.whitebear.tell('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED });
    await count(day.whitebear, { 10000: 5, 2000: 15 });
    const told = async (by: OfficePerson, report: 'gl_accounts' | 'change_fund') => {
      const { rows, totals, notes } = await by.ask('report', { report, from: DAY, to: DAY });
      return { safe: rows.some(([name]) => name === 'safe'), all: JSON.stringify([rows, totals, notes]) };
    };
    for (const report of ['gl_accounts', 'change_fund'] as const) {
      const seen = await told(day.solheim, report);
      expect(seen.safe).toBe(false);
      expect(seen.all).toContain('The safe is being counted');
      for (const amount of ['80000', '800.00', '20000', '200.00']) expect(seen.all).not.toContain(amount);
    }
    for (const by of [day.whitebear, day.auditor]) expect((await told(by, 'gl_accounts')).safe).toBe(false);
    await count(day.solheim, { 10000: 5, 2000: 15 });
    expect((await told(day.solheim, 'gl_accounts')).safe).toBe(true);
  });

  test('bug: the second counter found what the safe holds by trying floats: each no is kept, once, and told', async () => {
    await count(day.whitebear, ALL);
    const float = { to: 'm.ortiz', station: 'W3', pieces: { 10000: 5, 2000: 26 } };
    const asked = { commandId: randomUUID(), ...float };
    for (let times = 0; times < 2; times += 1)
      expect(await day.solheim.refused('issueFloat', asked)).toBe('safe_short');
    const back = { pieces: { 10000: 10, 100: 1 }, reference: 'Bank' };
    const { mark } = await day.finance.ask('orderMark', back);
    const yes = yesOf(FINANCE, mark);
    expect(await day.solheim.refused('orderChange', back, yes)).toBe('approval_changed');
    await count(day.solheim, ALL);
    const tried = (of: Output<'safe'>) => of.lately.filter(({ what }) => what === 'safe_out_refused');
    for (const by of [day.whitebear, day.auditor])
      expect(tried(await by.ask('safe', {}))).toEqual([
        {
          ...{ what: 'safe_out_refused', label: null, at: expect.any(Number), personName: 'Ingrid Solheim' },
          ...{ differenceCents: null, isSettled: false },
        },
      ]);
    expect(await verified()).toContain('Balanced');
  });

  test('bug: change that was ordered of more than the safe held told that without a trace, and its yes could be used again', async () => {
    await count(day.whitebear, ALL);
    const order = { pieces: { 10000: 11 }, reference: 'Bank' };
    const { mark } = await day.finance.ask('orderMark', order);
    const yes = yesOf(SOLHEIM, mark);
    expect(await day.finance.refused('orderChange', order, yes)).toBe('safe_short');
    expect(await day.finance.refused('orderChange', order, yes)).toBe('approval_used');
    expect((await day.auditor.ask('safe', {})).lately[0]).toMatchObject({ what: 'safe_out_refused' });
    expect(await verified()).toContain('Balanced');
  });

  test.each<[string, (entry: Forged) => void, string]>([
    [
      'to which the safe held enough',
      (entry) => Object.assign(entry.payload, { cents: 100_000, piles: [{ 10000: 10 }] }),
      'It was refused although',
    ],
    ['in no known way', (entry) => put(entry, 'payload.what', 'gift'), 'gift is no way out of the safe.'],
    ['of a float with a yes', (entry) => put(entry, 'approver', FINANCE), 'approver is'],
    ['of change without a yes', (entry) => put(entry, 'payload.what', 'change_order'), 'It has no approver.'],
    [
      'that moves money',
      (entry) =>
        put(entry, 'postings', [
          { account: 'safe', side: 'credit', cents: 1 },
          { account: 'over-short', side: 'debit', cents: 1 },
        ]),
      'The postings move',
    ],
  ])('a no %s is found by who verifies the journal', async (_, change, sentence) => {
    await count(day.whitebear, ALL);
    const float = { to: 'm.ortiz', station: 'W3', pieces: { 10000: 11 } };
    expect(await day.solheim.refused('issueFloat', float)).toBe('safe_short');
    await verified();
    const journal = readJournal(join(folder, 'journal.jsonl'));
    const place = journal.lines.findIndex(({ text }) => JSON.parse(text).kind === 'safe_out_refused');
    expect(await verdict(join(folder, 'forged.jsonl'), forged(journal, place, change))).toContain(sentence);
  });

  test('bug: a supervisor was offered a float before the cashiers: they come first, each in the order of names', async () => {
    const { people } = await day.whitebear.ask('safe', {});
    const named = await rowsOf<{ name: string; role: string }>(
      on.db,
      day.station.district,
      sql`SELECT name, role FROM people WHERE role IN ('cashier', 'supervisor')`,
    );
    const ofRole = (role: string) =>
      named
        .filter((one) => one.role === role)
        .map(({ name }) => name)
        .toSorted();
    expect(ofRole('supervisor').length).toBeGreaterThan(1);
    expect(people.map(({ name }) => name)).toEqual([...ofRole('cashier'), ...ofRole('supervisor')]);
  });

  test('holds each count against the books of its own moment: a float may go out between the two', async () => {
    await count(day.whitebear, ALL);
    await day.whitebear.tell('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED });
    expect(await count(day.solheim, { 10000: 5, 2000: 15 })).toMatchObject({ state: 'agrees', differences: [0, 0] });
    expect(await verified()).toContain('Balanced');
  });

  test('that differs is settled by a third look and a second person, and the safe holds what was found', async () => {
    await count(day.whitebear, ALL);
    expect(await day.finance.refused('safeResolution', third)).toBe('safe_count_agrees');
    expect(await count(day.solheim, SHORT)).toMatchObject({ state: 'differs', differences: [0, -2_000] });
    expect(await day.finance.refused('countSafe', { pieces: ALL })).toBe('safe_count_open');
    const { mark, ...told } = await day.whitebear.ask('safeResolution', third);
    expect(told).toEqual({ foundCents: 98_000, differenceCents: -2_000 });
    const refused = (by: string, over = {}) =>
      day.whitebear.refused('resolveSafeCount', { ...third, ...over }, yesOf(by, mark));
    expect(await refused(WHITEBEAR)).toBe('approval_not_theirs');
    expect(await refused(SOLHEIM)).toBe('approval_not_theirs');
    expect(await refused(FINANCE, { pieces: ALL })).toBe('approval_changed');
    expect(await day.whitebear.tell('resolveSafeCount', third, yesOf(FINANCE, mark))).toEqual({
      ...{ count: 'L-S0001', differenceCents: -2_000 },
    });
    expect([await day.balance('safe'), await day.balance('over-short')]).toEqual([98_000, 2_000]);
    expect(await day.whitebear.refused('resolveSafeCount', third, yesOf(FINANCE, mark))).toBe('safe_count_agrees');
    const { counting, lately } = await day.solheim.ask('safe', {});
    expect(counting).toBeNull();
    expect(lately.map(({ what, differenceCents }) => [what, differenceCents])).toEqual([
      ['safe_count_resolved', -2_000],
      ['safe_counted', -2_000],
      ['safe_counted', 0],
    ]);
    expect(await verified()).toContain('the safe holds 980.00 of a change fund of 1,000.00');
  });

  test('stands in the reports: what was short, and when the safe was counted last', async () => {
    await count(day.whitebear, SHORT);
    await count(day.solheim, SHORT);
    const { mark } = await day.whitebear.ask('safeResolution', third);
    await day.whitebear.tell('resolveSafeCount', third, yesOf(FINANCE, mark));
    const report = (name: 'over_short' | 'change_fund') =>
      day.auditor.ask('report', { report: name, from: DAY, to: DAY });
    const { rows } = await report('over_short');
    expect(rows.map((row) => [row[0], row[5]])).toEqual([['Count of the safe L-S0001', -2_000]]);
    const { notes } = await report('change_fund');
    expect(notes.map(({ words }) => words)).toContain(
      'The safe was counted last on Nov 23, 2026, by Joseph Whitebear and Ingrid Solheim: 20.00 short, put right.',
    );
  });
});
