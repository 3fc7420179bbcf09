import { randomUUID } from 'node:crypto';
import { expectGoodJournal } from '../support/goodJournal.ts';
import { lastEntry } from '../support/lastEntry.ts';
import { account } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { balances, cash, check, countAndClose, yesTo } from '../support/undoing.ts';

/* Change swapped with the safe, a surprise count, and the X report: nothing moves, and the journal says who did it. */

const HALE = '40-11872-03';

let station: TestStation;
let ortiz: Caller;
let whitebear: Caller;
let drawer: string;
beforeEach(async () => {
  station = await createStation({ accounts: [account(HALE, 'Hale, Dorothea', [])] });
  ortiz = await station.signedIn('m.ortiz');
  whitebear = await station.signedIn('j.whitebear');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 5_000 }];
  await ortiz.tell('takePayment', { drawer, lines, tenders: [cash(5_000)] });
  await ortiz.tell('takePayment', { drawer, lines, tenders: [check(5_000, '1187')] });
});
afterEach(async () => {
  await expectGoodJournal(station);
  await station.close();
});

const counted = (pieces: object, checks = [{ checkNumber: '1187', cents: 5_000 }]) => ({
  cash: pieces,
  checks,
  moneyOrders: [],
  cardTotalCents: 0,
});
const EVEN = { 2000: 12, 1000: 1 };

describe('a swap of change', () => {
  const swap = (out: object, into: object) => ({ drawer, out, in: into });

  test('moves no money, and is kept with who agreed; the drawer still closes even', async () => {
    const asked = swap({ 2000: 2 }, { 500: 6, 100: 10 });
    const { cents, mark } = await ortiz.ask('swapProposal', asked);
    expect(cents).toBe(4_000);
    expect(await ortiz.tell('swapChange', { ...asked, approval: await yesTo(ortiz, mark) })).toEqual({
      label: 'W3-S0001',
      cents: 4_000,
    });
    const { entry } = lastEntry(station, 'change_swapped');
    expect([entry.postings, entry.approver]).toEqual([[], 'j.whitebear']);
    expect(balances(station, 'drawer:W3-D0001:cash')).toEqual({ 'drawer:W3-D0001:cash': 25_000 });
    const text = await station.lastSlip();
    for (const said of [/Change swap W3-S0001/, /20\.00 × +2 +40\.00/, /1\.00 × +10 +10\.00/, /each way +40\.00/])
      expect(text).toMatch(said);
    const { closed } = await countAndClose(ortiz, drawer, counted(EVEN));
    const { rows } = await ortiz.ask('slip', { document: { kind: 'z', label: closed.z } });
    expect(rows.map((row) => row.trim().replace(/ +/g, ' '))).toContain('Change swaps with the safe 1');
  });

  test('bug: what a drawer holds could be found by proposing swaps: only a second person’s yes asks it', async () => {
    const asked = swap({ 10000: 3 }, { 2000: 15 });
    const { mark } = await ortiz.ask('swapProposal', asked);
    const tell = (approval?: string) =>
      ortiz.refused('swapChange', { commandId: randomUUID(), ...asked, ...(approval ? { approval } : {}) });
    expect(await tell()).toBe('approval_needed');
    expect(await tell(await yesTo(ortiz, mark))).toBe('drawer_too_low');
  });

  test('bug: a swap of more than the drawer held was refused without a trace: it is kept, once, and costs its yes', async () => {
    const asked = swap({ 10000: 3 }, { 2000: 15 });
    const { mark } = await ortiz.ask('swapProposal', asked);
    const approval = await yesTo(ortiz, mark);
    const told = { commandId: randomUUID(), ...asked, approval };
    for (let times = 0; times < 2; times += 1) expect(await ortiz.refused('swapChange', told)).toBe('drawer_too_low');
    const { entry } = lastEntry(station, 'cash_out_refused');
    expect([entry.actor, entry.approver, entry.postings]).toEqual(['m.ortiz', 'j.whitebear', []]);
    expect(entry.payload).toEqual({ drawer, batch: 'W3-B0001', what: 'swap', cents: 30_000, mark });
    expect(await ortiz.refused('swapChange', { ...told, commandId: randomUUID() })).toBe('approval_used');
    expect(lastEntry(station, 'cash_out_refused').entry.sequence).toBe(entry.sequence);
    const less = swap({ 2000: 1 }, { 500: 4 });
    const proposed = await ortiz.ask('swapProposal', less);
    const done = await ortiz.tell('swapChange', { ...less, approval: await yesTo(ortiz, proposed.mark) });
    expect(done).toMatchObject({ label: 'W3-S0001' });
    await expectGoodJournal(station);
  });

  test('of unequal worth, of nothing, or without a second person is refused', async () => {
    expect(await ortiz.refused('swapProposal', swap({ 2000: 2 }, { 500: 7 }))).toBe('swap_unequal');
    expect(await ortiz.refused('swapProposal', swap({}, {}))).toBe('nothing_counted');
    const asked = swap({ 2000: 1 }, { 500: 4 });
    expect(await ortiz.refused('swapChange', { commandId: randomUUID(), ...asked })).toBe('approval_needed');
    expect(await whitebear.refused('swapProposal', asked)).toBe('drawer_not_yours');
    const { mark } = await ortiz.ask('swapProposal', asked);
    const other = { ...swap({ 1000: 2 }, { 500: 4 }), approval: await yesTo(ortiz, mark) };
    expect(await ortiz.refused('swapChange', { commandId: randomUUID(), ...other })).toBe('approval_changed');
  });
});

describe('a surprise count', () => {
  test('is journalled with its comparison, told to the supervisor alone, and leaves the drawer open', async () => {
    const short = { 2000: 12 };
    const { label, comparison } = await whitebear.tell('checkDrawer', { drawer, count: counted(short) });
    expect(label).toBe('W3-K0001');
    expect(comparison.tenders[0]).toMatchObject({ tender: 'cash', countedCents: 24_000, differenceCents: -1_000 });
    const { entry } = lastEntry(station, 'drawer_checked');
    expect([entry.actor, entry.postings, entry.payload.comparison]).toEqual(['j.whitebear', [], comparison]);
    expect((await ortiz.ask('station', {})).drawer?.state).toBe('open');
    expect(await ortiz.refused('comparison', { drawer })).toBe('drawer_not_counted');
    const even = await whitebear.tell('checkDrawer', { drawer, count: counted(EVEN) });
    expect([even.label, even.comparison.tenders[0]?.differenceCents]).toEqual(['W3-K0002', 0]);
  });

  test('may be of a parked drawer, and not of the own, a counted or a closed one', async () => {
    const asked = () => ({ commandId: randomUUID(), drawer, count: counted(EVEN) });
    expect(await ortiz.refused('checkDrawer', asked())).toBe('not_permitted');
    await ortiz.tell('parkDrawer', { drawer });
    expect((await whitebear.tell('checkDrawer', { drawer, count: counted(EVEN) })).label).toBe('W3-K0001');
    await ortiz.tell('unparkDrawer', { drawer });
    const own = await whitebear.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
    expect(await whitebear.refused('checkDrawer', { ...asked(), drawer: own.drawer })).toBe('drawer_own');
    await ortiz.tell('startCount', { drawer });
    expect(await whitebear.refused('checkDrawer', asked())).toBe('drawer_counting');
    await ortiz.tell('leaveCount', { drawer });
    await countAndClose(ortiz, drawer, counted(EVEN));
    expect(await whitebear.refused('checkDrawer', asked())).toBe('drawer_closed');
    expect(await whitebear.refused('checkDrawer', { ...asked(), drawer: 'W3-D0099' })).toBe('drawer_unknown');
  });
});

describe('an X report', () => {
  test('tells a supervisor what the drawer must hold and how it came about, and the journal who read it (F43)', async () => {
    await ortiz.tell('dropCash', { drawer, pieces: { 2000: 3 } });
    const { label, totals } = await whitebear.tell('readTotals', { drawer });
    expect([label, totals.tenders[0], totals.receipts]).toEqual([
      'W3-X0001',
      { tender: 'cash', cents: 19_000, items: null },
      { issued: 2, voided: 0, issuedCents: 10_000, voidedCents: 0 },
    ]);
    expect(totals.moves.filter(({ tender }) => tender === 'cash').map(({ kind, cents }) => [kind, cents])).toEqual(
      expect.arrayContaining([
        ['drawer_opened', 20_000],
        ['receipt_issued', 5_000],
        ['cash_dropped', -6_000],
      ]),
    );
    expect(lastEntry(station, 'totals_read').entry.actor).toBe('j.whitebear');
    const text = await station.lastSlip();
    for (const said of [/X report W3-X0001/, /Drops: 1 +−60\.00/, /Expected +190\.00/, /Expected: 1 +50\.00/])
      expect(text).toMatch(said);
    // It is what it was, whatever happened since.
    await ortiz.tell('dropCash', { drawer, pieces: { 2000: 1 } });
    const { rows } = await whitebear.ask('slip', { document: { kind: 'x', label } });
    expect(rows.join('\n')).toBe(text);
  });

  test('bug: another supervisor read an X report off its slip, of which the journal tells nothing', async () => {
    const { label } = await whitebear.tell('readTotals', { drawer });
    await station.lastSlip();
    const document = { kind: 'x' as const, label };
    const [solheim, lindqvist, park] = await Promise.all(
      ['i.solheim', 'e.lindqvist', 's.park'].map((person) => station.signedIn(person)),
    );
    const listed = async (by: Caller) => (await by.ask('otherSlips', {})).slips.map((slip) => slip.label);
    for (const by of [solheim, lindqvist] as Caller[]) {
      expect(await by.refused('slip', { document })).toBe('totals_not_counted');
      expect(await by.refused('slipPdf', { document })).toBe('totals_not_counted');
      expect(await by.refused('reprintProposal', { document: 'x', label })).toBe('totals_not_counted');
      expect(JSON.stringify((await by.ask('paper', {})).slips)).not.toContain('X report');
      expect(await listed(by)).not.toContain(label);
    }
    for (const by of [whitebear, park] as Caller[]) {
      expect((await by.ask('slip', { document })).rows.join('\n')).toContain(label);
      expect(await listed(by)).toContain(label);
    }
  });

  test('stays hidden from every cashier, on the screen’s paper too, and from who holds the drawer', async () => {
    const { label } = await whitebear.tell('readTotals', { drawer });
    await station.lastSlip();
    const document = { kind: 'x' as const, label };
    expect(await ortiz.refused('slip', { document })).toBe('not_permitted');
    expect(await ortiz.refused('slipPdf', { document })).toBe('not_permitted');
    const told = async (caller: Caller) => JSON.stringify((await caller.ask('paper', {})).slips);
    expect(await told(ortiz)).not.toContain('X report');
    expect(await told(whitebear)).toContain('X report');
    expect(await ortiz.refused('readTotals', { commandId: randomUUID(), drawer })).toBe('not_permitted');
    const own = await whitebear.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
    expect(await whitebear.refused('readTotals', { commandId: randomUUID(), drawer: own.drawer })).toBe('drawer_own');
    const solheim = await station.signedIn('i.solheim');
    const read = await solheim.tell('readTotals', { drawer: own.drawer });
    const theirs = { document: { kind: 'x' as const, label: read.label } };
    expect(await whitebear.refused('slip', theirs)).toBe('drawer_own');
    expect((await solheim.ask('slip', theirs)).rows.join('\n')).toContain(own.drawer);
  });
});
