import { randomUUID } from 'node:crypto';
import type { Input } from '#contract/contract';
import { balanceOf } from '#db/station/journal';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';
let station: TestStation;
let ortiz: Caller;
let drawer: string;

const FLOAT = { 2000: 5, 1000: 10 };
const NOTHING = { cash: FLOAT, checks: [], moneyOrders: [], cardTotalCents: 0 };

beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT }));
});

afterEach(() => station.close());

async function take(tenders: Input<'takePayment'>['tenders']): Promise<string> {
  const total = tenders.reduce((sum, tender) => sum + tender.cents, 0);
  return (
    await ortiz.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account', accountNumber: HALE, cents: total }],
      tenders,
    })
  ).label;
}

async function counted(count: Input<'submitCount'>['count'], reason?: string) {
  await ortiz.tell('startCount', { drawer });
  await ortiz.tell('submitCount', { drawer, count });
  return ortiz.ask('comparison', { drawer, ...(reason === undefined ? {} : { reason }) });
}

async function approvedBy(person: string, mark: string): Promise<string> {
  return (await ortiz.ask('approve', { mark, person, pin: PINS.get(person) ?? '' })).approval;
}

const accountsOf = () =>
  ['cash', 'check', 'card'].map((tender) => balanceOf(station.look, `drawer:${drawer}:${tender}`));

describe('a close', () => {
  test('of a drawer with no activity leaves nothing in it', async () => {
    expect((await counted(NOTHING)).demand).toBe('nothing');
    const closed = await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
    expect(closed).toEqual({ drawer, z: 'W3-Z0001', grandTotalCents: 0, overShortCents: 0 });
    expect(balanceOf(station.look, `transit:${drawer}-float-return`)).toBe(20_000);
    expect(balanceOf(station.look, `transit:${drawer}-float`)).toBe(-20_000);
  });

  test('without any float closes too', async () => {
    await counted(NOTHING);
    await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
    ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
    await counted({ cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 });
    expect((await ortiz.tell('closeDrawer', { drawer, countNumber: 1 })).z).toBe('W3-Z0002');
  });

  test('compares each tender for itself and posts what differs where it belongs (F28, F30, F37)', async () => {
    await take([{ kind: 'cash', cents: 5_000 }]);
    await take([{ kind: 'check', cents: 8_640, checkNumber: '1187', routing: '021000021', bankAccount: '4000123412' }]);
    await take([{ kind: 'card', cents: 2_000, brand: 'visa', lastFour: '8841', approvalCode: '04417B' }]);
    const seen = await counted({
      cash: { ...FLOAT, 2000: 7, 500: 1, 25: 19 },
      checks: [{ checkNumber: '1187', cents: 8_640 }],
      moneyOrders: [],
      cardTotalCents: 2_100,
    });
    expect(
      seen.comparison.tenders.map((tender) => [
        tender.tender,
        tender.expectedCents,
        tender.countedCents,
        tender.differenceCents,
      ]),
    ).toEqual([
      ['cash', 25_000, 24_975, -25],
      ['check', 8_640, 8_640, 0],
      ['money-order', 0, 0, 0],
      ['card', 2_000, 2_100, 100],
    ]);
    expect({ demand: seen.demand, cash: seen.cash }).toEqual({
      demand: 'nothing',
      cash: [
        { by: 'float', cents: 20_000, items: 1 },
        { by: 'receipts', cents: 5_000, items: 1 },
      ],
    });
    await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
    expect(accountsOf()).toEqual([0, 0, 0]);
    expect(
      ['over-short', 'difference:card', 'clearing:card', `transit:${drawer}-cash`, `transit:${drawer}-check`].map(
        (name) => balanceOf(station.look, name),
      ),
    ).toEqual([25, -100, 2_100, 4_975, 8_640]);
  });

  test('with cash over credits over-short', async () => {
    await counted({ ...NOTHING, cash: { ...FLOAT, 100: 1 } });
    await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
    expect(balanceOf(station.look, 'over-short')).toBe(-100);
  });

  test('short of more than the float hands on what there is', async () => {
    const seen = await counted({ ...NOTHING, cash: { 2000: 1 } }, 'Robbed at the counter');
    const approval = await approvedBy('j.whitebear', seen.mark);
    await ortiz.tell('closeDrawer', { drawer, countNumber: 1, reason: 'Robbed at the counter', approval });
    expect([
      accountsOf(),
      balanceOf(station.look, `transit:${drawer}-float-return`),
      balanceOf(station.look, 'over-short'),
    ]).toEqual([[0, 0, 0], 2_000, 18_000]);
  });

  test('prints a Z report whose number and grand total only grow', async () => {
    await take([{ kind: 'cash', cents: 5_000 }]);
    await counted({ ...NOTHING, cash: { ...FLOAT, 5000: 1 } });
    await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
    ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT }));
    const label = await take([{ kind: 'cash', cents: 7_000 }]);
    const about = { label, reason: 'wrong_amount' as const, slip: await headOnSlip(ortiz, label) };
    const { mark } = await ortiz.ask('voidProposal', about);
    await ortiz.tell('voidReceipt', { ...about, approval: await approvedBy('j.whitebear', mark) });
    await counted(NOTHING);
    const closed = await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
    expect(closed).toMatchObject({ z: 'W3-Z0002', grandTotalCents: 12_000 });
    expect(await station.lastSlip()).toMatch(/W3-Z0002[\s\S]*120\.00/);
    expect((await ortiz.ask('zReports', {})).reports.map((report) => report.label)).toEqual(['W3-Z0002', 'W3-Z0001']);
  });

  test('names checks that were not found and checks that nobody received', async () => {
    const check = {
      kind: 'check',
      cents: 8_640,
      checkNumber: '1187',
      routing: '021000021',
      bankAccount: '4000123412',
    } as const;
    const label = await take([check]);
    const seen = await counted({ ...NOTHING, checks: [{ checkNumber: '1178', cents: 8_640 }] });
    // bug: nothing told of which receipt a missing check is.
    expect(seen.missingOf).toEqual([{ checkNumber: '1187', cents: 8_640, receipts: [label] }]);
    expect(seen.comparison).toMatchObject({
      missingChecks: [{ checkNumber: '1187', cents: 8_640 }],
      unknownChecks: [{ checkNumber: '1178', cents: 8_640 }],
    });
    expect(seen.demand).toBe('reason');
  });
});

describe('a count', () => {
  test('is blind: expected is refused to everybody before one is in (F47)', async () => {
    expect(await ortiz.refused('comparison', { drawer })).toBe('drawer_not_counted');
    await ortiz.tell('startCount', { drawer });
    const whitebear = await station.signedIn('j.whitebear');
    expect(await ortiz.refused('comparison', { drawer })).toBe('drawer_not_counted');
    expect(await whitebear.refused('comparison', { drawer })).toBe('drawer_not_counted');
  });

  test('can be left before it is submitted, and the counter goes on', async () => {
    await ortiz.tell('startCount', { drawer });
    expect((await ortiz.tell('leaveCount', { drawer })).state).toBe('open');
    await take([{ kind: 'cash', cents: 100 }]);
  });

  test('once submitted stays; only a second person recounts (F35)', async () => {
    const first = await counted({ ...NOTHING, cash: {} });
    expect(await ortiz.refused('leaveCount', { commandId: randomUUID(), drawer })).toBe('drawer_counted');
    expect(await ortiz.refused('submitCount', { commandId: randomUUID(), drawer, count: NOTHING })).toBe(
      'recount_needs_another',
    );
    const whitebear = await station.signedIn('j.whitebear');
    expect(await whitebear.tell('submitCount', { drawer, count: NOTHING })).toEqual({ countNumber: 2 });
    expect(await whitebear.refused('submitCount', { commandId: randomUUID(), drawer, count: NOTHING })).toBe(
      'recount_needs_another',
    );
    const approval = await approvedBy('j.whitebear', first.mark);
    expect(
      await ortiz.refused('closeDrawer', { commandId: randomUUID(), drawer, countNumber: 1, reason: 'x', approval }),
    ).toBe('count_changed');
    await ortiz.tell('closeDrawer', { drawer, countNumber: 2 });
    const { n } = station.look.$client
      .prepare("SELECT count(*) AS n FROM entries WHERE kind = 'drawer_counted'")
      .get() as { n: number };
    expect(n).toBe(2);
  });
});

describe('refused', () => {
  test('a difference beyond tolerance without a reason', async () => {
    await counted({ ...NOTHING, cash: { ...FLOAT, 500: 1 } });
    expect(await ortiz.refused('closeDrawer', { commandId: randomUUID(), drawer, countNumber: 1 })).toBe(
      'reason_needed',
    );
    await ortiz.tell('closeDrawer', { drawer, countNumber: 1, reason: 'A payer left without his change' });
  });

  test('a difference beyond the second limit without a supervisor who saw exactly it', async () => {
    const seen = await counted({ ...NOTHING, cash: { ...FLOAT, 5000: 1 } }, 'Do not know');
    const input = { drawer, countNumber: 1, reason: 'Do not know' };
    const refusedWith = (approval?: string) =>
      ortiz.refused('closeDrawer', {
        commandId: randomUUID(),
        ...input,
        ...(approval === undefined ? {} : { approval }),
      });
    expect(await refusedWith()).toBe('approval_needed');
    expect(await refusedWith(await approvedBy('j.whitebear', '0'.repeat(64)))).toBe('approval_changed');
    expect(await ortiz.refused('approve', { mark: seen.mark, person: 'm.ortiz', pin: PINS.get('m.ortiz') })).toBe(
      'approval_not_theirs',
    );
    expect(await ortiz.refused('approve', { mark: seen.mark, person: 'l.haddad', pin: PINS.get('l.haddad') })).toBe(
      'approver_not_supervisor',
    );
    const late = await approvedBy('j.whitebear', seen.mark);
    station.clock.advance(121_000);
    expect(await refusedWith(late)).toBe('approval_lapsed');
    await ortiz.tell('closeDrawer', { ...input, approval: await approvedBy('j.whitebear', seen.mark) });
    expect(balanceOf(station.look, 'over-short')).toBe(-5_000);
  });

  test('a difference that the drawer’s own cashier approves, whoever closes it', async () => {
    const solheim = await station.signedIn('i.solheim');
    ({ drawer } = await solheim.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT }));
    await solheim.tell('startCount', { drawer });
    await solheim.tell('submitCount', { drawer, count: { ...NOTHING, cash: {} } });
    const whitebear = await station.signedIn('j.whitebear');
    for (const by of [whitebear, await station.signedIn('l.haddad')])
      await by.tell('submitCount', { drawer, count: { ...NOTHING, cash: {} } });
    const { mark } = await whitebear.ask('comparison', { drawer, reason: 'Do not know' });
    const approvedAs = async (caller: Caller, person: string) =>
      (await caller.ask('approve', { mark, person, pin: PINS.get(person) ?? '' })).approval;
    const input = { drawer, countNumber: 3, reason: 'Do not know' };
    const approval = await approvedAs(whitebear, 'i.solheim');
    expect(await whitebear.refused('closeDrawer', { commandId: randomUUID(), ...input, approval })).toBe(
      'approval_not_theirs',
    );
    await solheim.tell('closeDrawer', { ...input, approval: await approvedAs(solheim, 'j.whitebear') });
  });

  test('an approval of another reason: what was said yes to holds the words too', async () => {
    const seen = await counted({ ...NOTHING, cash: { ...FLOAT, 5000: 1 } }, 'Do not know');
    const approval = await approvedBy('j.whitebear', seen.mark);
    const close = (reason: string) =>
      ortiz.refused('closeDrawer', { commandId: randomUUID(), drawer, countNumber: 1, reason, approval });
    expect(await close('Found under the tray')).toBe('approval_changed');
  });

  test('a difference that whoever made the deciding recount approves', async () => {
    await counted({ ...NOTHING, cash: {} });
    const whitebear = await station.signedIn('j.whitebear');
    await whitebear.tell('submitCount', { drawer, count: { ...NOTHING, cash: { ...FLOAT, 5000: 1 } } });
    const reason = 'Do not know';
    const { mark } = await ortiz.ask('comparison', { drawer, reason });
    const input = { drawer, countNumber: 2, reason };
    const approval = await approvedBy('j.whitebear', mark);
    expect(await ortiz.refused('closeDrawer', { commandId: randomUUID(), ...input, approval })).toBe(
      'approval_not_theirs',
    );
    const closed = await ortiz.tell('closeDrawer', { ...input, approval: await approvedBy('i.solheim', mark) });
    const { rows } = await ortiz.ask('slip', { document: { kind: 'z', label: closed.z } });
    expect(rows.join(' ')).toMatch(
      /Recounted, count 2 +Joseph Whitebear.*Joseph Whitebear, counted.*Marisol Ortiz, handed over/,
    );
  });

  test('an approval that its own giver uses', async () => {
    const short = { ...NOTHING, cash: { ...FLOAT, 5000: 1 } };
    await counted(short, 'Do not know');
    const whitebear = await station.signedIn('j.whitebear');
    for (const by of [whitebear, await station.signedIn('l.haddad')])
      await by.tell('submitCount', { drawer, count: short });
    const { mark } = await ortiz.ask('comparison', { drawer, reason: 'Do not know' });
    const approval = await approvedBy('j.whitebear', mark);
    const input = { drawer, countNumber: 3, reason: 'Do not know', approval };
    expect(await whitebear.refused('closeDrawer', { commandId: randomUUID(), ...input })).toBe('approval_not_theirs');
    await ortiz.tell('closeDrawer', input);
  });

  test('steps out of order', async () => {
    const tell = (name: string, more = {}) => ortiz.refused(name, { commandId: randomUUID(), drawer, ...more });
    expect(await tell('leaveCount')).toBe('drawer_not_counting');
    expect(await tell('submitCount', { count: NOTHING })).toBe('drawer_not_counting');
    expect(await tell('closeDrawer', { countNumber: 1 })).toBe('drawer_not_counted');
    await ortiz.tell('startCount', { drawer });
    expect(await tell('startCount')).toBe('drawer_counting');
    expect(await tell('closeDrawer', { countNumber: 1 })).toBe('drawer_not_counted');
    await ortiz.tell('submitCount', { drawer, count: NOTHING });
    expect(await tell('startCount')).toBe('drawer_counted');
    await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
    for (const [name, more] of [
      ['startCount', {}],
      ['submitCount', { count: NOTHING }],
      ['closeDrawer', { countNumber: 1 }],
    ] as const)
      expect(await tell(name, more)).toBe('drawer_closed');
  });

  test('somebody else’s drawer', async () => {
    const haddad = await station.signedIn('l.haddad');
    expect(await haddad.refused('startCount', { commandId: randomUUID(), drawer })).toBe('drawer_not_yours');
    await ortiz.tell('startCount', { drawer });
    expect(await haddad.refused('submitCount', { commandId: randomUUID(), drawer, count: NOTHING })).toBe(
      'drawer_not_yours',
    );
    await ortiz.tell('submitCount', { drawer, count: NOTHING });
    expect(await haddad.refused('comparison', { drawer })).toBe('drawer_not_yours');
    expect(await haddad.refused('closeDrawer', { commandId: randomUUID(), drawer, countNumber: 1 })).toBe(
      'drawer_not_yours',
    );
  });

  test.each([
    ['negative pieces', { cash: { 100: -1 } }],
    ['a part of a piece', { cash: { 100: 1.5 } }],
    ['an absurd number of pieces', { cash: { 1: 1e9 } }],
    ['a note that does not exist', { cash: { 300: 1 } }],
    ['a check of nothing', { checks: [{ checkNumber: '1', cents: 0 }] }],
    [
      'checks that together are more than can be added up',
      { checks: ['1', '2'].map((checkNumber) => ({ checkNumber, cents: 9_000_000_000_000 })) },
    ],
    ['a negative card total', { moneyOrders: [], cardTotalCents: -1 }],
  ])('%s in a count', async (_, change) => {
    await ortiz.tell('startCount', { drawer });
    expect(
      await ortiz.refused('submitCount', { commandId: randomUUID(), drawer, count: { ...NOTHING, ...change } }),
    ).toBe('bad_input');
  });
});
