import { contextOf, onEachStore, type TestContext } from '../support/ledger.ts';
import { atTheOffice, type OfficePerson, yesOf } from '../support/office.ts';
import { CHECK, type OfficeDay, officeDay, SIXTY, SOLHEIM, WHITEBEAR } from '../support/officeDay.ts';

onEachStore('a deposit whose seal was broken', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let haddad: OfficePerson;

  const deposit = 'L-P0001';
  const check = { ...CHECK, batch: 'W3-B0001', tender: 'check' as const };
  const none = { items: 0, cents: 0 };
  const second = { deposit, pieces: SIXTY, checks: { items: 1, cents: 8_640 }, moneyOrders: none };
  const again = { deposit, pieces: SIXTY, missing: [], bag: 'QB 0081 4474', seal: 'S-993' };
  const broken = { deposit, seal: 'S-992', reason: 'It came back from the road' };
  const handed = { deposit, carrier: { courier: 'Northwest Armored' } };
  const shown = (by = day.finance) => by.ask('deposit', { deposit });

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    haddad = atTheOffice(context, day.station.key, 'l.haddad');
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const bag = { bag: 'QB 0081 4473', seal: 'S-991' };
    const prepared = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: SIXTY, checks: [check], ...bag };
    await day.whitebear.tell('prepareDeposit', prepared);
    await haddad.tell('witnessDeposit', second);
  });

  test('bug: a bag whose seal was another than on record went to the next courier uncounted', async () => {
    await day.finance.tell('handToCourier', handed);
    expect(await day.finance.tell('courierMissed', { ...broken, isBack: true })).toMatchObject({ isSealWhole: false });
    for (const state of ['broken', 'recounted', 'recount_differs']) {
      expect(await shown()).toMatchObject({ state, handedAt: null });
      expect(await day.finance.refused('handToCourier', handed)).toBe('deposit_seal_broken');
      expect(await day.finance.refused('courierMissed', broken)).toBe('deposit_seal_broken');
      expect(await day.finance.refused('withdrawDeposit', { deposit, reason: 'x' })).toBe('deposit_past_withdrawal');
      if (state === 'broken') await day.finance.tell('recountDeposit', again);
      if (state === 'recounted') await haddad.tell('witnessDeposit', { ...second, pieces: { 2000: 2 } });
    }
    const third = { deposit, pieces: SIXTY, missing: [], reason: 'A note stuck to the bag' };
    const { mark } = await day.finance.ask('depositResolution', third);
    await day.finance.tell('resolveDeposit', third, yesOf(SOLHEIM, mark));
    expect(await day.finance.tell('handToCourier', handed)).toMatchObject({ state: 'handed' });
    expect(await day.balance(`deposit:${deposit}`)).toBe(14_640);
    expect(await day.balance('over-short')).toBe(0);
  });

  test('two people who find what was deposited make it ready again, in a new bag; both seals are told', async () => {
    await day.finance.tell('courierMissed', broken);
    expect(await day.finance.tell('recountDeposit', again)).toEqual({ deposit, state: 'recounted' });
    const counted = await haddad.tell('witnessDeposit', second);
    expect(counted).toMatchObject({ state: 'made' });
    expect(counted.counts[0]).toMatchObject({ firstCents: 6_000, secondCents: 6_000, heldCents: 6_000 });
    const { bag, told, steps } = await shown();
    expect(bag).toBe('QB00814474');
    expect(told).toMatchObject({ seal: 'S993', totalCents: 14_640, breaks: [] });
    expect(steps.map(({ step, seals, bagged }) => [step, seals, bagged])).toEqual([
      ['prepared', null, { bag: 'QB00814473', seal: 'S991' }],
      ['made', null, null],
      ['broken', { recorded: 'S991', read: 'S992' }, null],
      ['recounted', null, { bag: 'QB00814474', seal: 'S993' }],
      ['resealed', null, null],
    ]);
    // The new seal is the one that is read from now on.
    const missed = { deposit, seal: 'S-993', reason: 'The road was flooded' };
    expect(await day.finance.tell('courierMissed', missed)).toMatchObject({ isSealWhole: true });
    expect(await shown()).toMatchObject({ state: 'made' });
    expect(await day.finance.ask('batch', { batch: 'W3-B0001' })).toMatchObject({ state: 'deposited' });
  });

  test('the second recount is by another person, and blind to the first', async () => {
    await day.finance.tell('courierMissed', broken);
    await day.finance.tell('recountDeposit', again);
    expect((await shown(day.auditor)).told).toBeNull();
    expect((await shown()).told).not.toBeNull();
    expect((await day.finance.ask('deposits', {})).deposits[0]).toMatchObject({ isYours: true });
    expect((await haddad.ask('deposits', {})).deposits[0]).toMatchObject({ isYours: false });
    expect(await day.finance.refused('witnessDeposit', second)).toBe('deposit_yours');
    // Who prepared it has no part in the recount.
    expect(await day.whitebear.tell('witnessDeposit', second)).toMatchObject({ state: 'made' });
  });

  test('what is missing is settled by a third count and two people, and the tie names it (F35, F37)', async () => {
    await day.finance.tell('courierMissed', broken);
    const less = { ...again, pieces: { 2000: 2 }, missing: [check] };
    await day.finance.tell('recountDeposit', less);
    const alike = { ...second, pieces: { 2000: 2 }, checks: none };
    const counted = await haddad.tell('witnessDeposit', alike);
    expect(counted).toMatchObject({ state: 'recount_differs' });
    expect(
      counted.counts.map(({ heldCents, firstCents, secondCents, agrees }) => [
        ...[heldCents, firstCents, secondCents, agrees],
      ]),
    ).toEqual([
      [6_000, 4_000, 4_000, false],
      [8_640, 0, 0, false],
      [0, 0, 0, true],
    ]);
    expect(await day.balance(`deposit:${deposit}`)).toBe(14_640);
    const third = { deposit, pieces: { 2000: 2 }, missing: [check], reason: 'Taken from the bag' };
    const { foundCents, unexplained, mark } = await day.solheim.ask('depositResolution', third);
    expect([foundCents, unexplained.map(({ cents }) => cents)]).toEqual([4_000, [-2_000, -8_640, 0]]);
    expect(await day.solheim.refused('resolveDeposit', third, yesOf(SOLHEIM, mark))).toBe('approval_not_theirs');
    await day.solheim.tell('resolveDeposit', third, yesOf(WHITEBEAR, mark));
    expect(await day.balance(`deposit:${deposit}`)).toBe(4_000);
    expect(await day.balance('over-short')).toBe(2_000);
    expect(await day.balance('difference:check')).toBe(8_640);
    const { told, state } = await shown();
    expect(state).toBe('made');
    expect(told).toMatchObject({ totalCents: 4_000, pieces: { 2000: 2 }, checks: [] });
    expect(told?.settled).toEqual([
      {
        ...{ isRecount: true, personName: 'Ingrid Solheim', approverName: 'Joseph Whitebear' },
        words: 'Taken from the bag',
        differences: [
          { tender: 'cash', cents: -2_000 },
          { tender: 'check', cents: -8_640 },
          { tender: 'money-order', cents: 0 },
        ],
      },
    ]);
    expect(told?.breaks.map(({ why, tender, cents }) => [why, tender, cents])).toEqual([
      ['deposit_count', 'cash', -2_000],
      ['deposit_count', 'check', -8_640],
    ]);
    await day.finance.tell('handToCourier', handed);
    const slip = { deposit, reference: '7', day: '2026-11-23', cents: 4_000 };
    expect(await day.finance.tell('confirmDeposit', slip)).toMatchObject({ differenceCents: 0 });
    expect(
      (await day.finance.ask('day', {})).tie.map(({ tender, depositCents, bankCents, holds }) => [
        ...[tender, depositCents, bankCents, holds.bank],
      ]),
    ).toEqual([
      ['cash', 4_000, 4_000, 'even'],
      ['check', 0, 0, 'open'],
    ]);
  });

  test('is recounted once, what is missing was in it, and neither its bag nor its seal was ever used', async () => {
    expect(await day.finance.refused('recountDeposit', again)).toBe('deposit_not_broken');
    await day.finance.tell('courierMissed', broken);
    const refused = (over: object) => day.finance.refused('recountDeposit', { ...again, ...over });
    expect(await day.ortiz.refused('recountDeposit', again)).toBe('not_permitted');
    expect(await refused({ missing: [check, check] })).toBe('deposit_check_unknown');
    expect(await refused({ bag: 'qb 00814473' })).toBe('bag_used');
    for (const seal of ['S-991', 'S-992']) expect(await refused({ seal })).toBe('seal_used');
    // bug: a bag had the number of a seal used, or read, before.
    for (const bag of ['S-991', 's 992']) expect(await refused({ bag })).toBe('bag_was_seal');
    await day.finance.tell('recountDeposit', again);
    expect(await refused({})).toBe('deposit_not_broken');
    await day.closedDrawer();
    await day.countAll('W3-D0002');
    await day.approve('W3-B0002');
    const checks = [{ ...check, batch: 'W3-B0002', checkNumber: '1030' }];
    const next = { bankAccount: 'operating', batches: ['W3-B0002'], pieces: SIXTY, checks };
    const refusedNext = (bag: string, seal: string) => day.whitebear.refused('prepareDeposit', { ...next, bag, seal });
    expect(await refusedNext('QB 0081 4474', 'S-994')).toBe('bag_used');
    expect(await refusedNext('QB 0081 4475', 'S-993')).toBe('seal_used');
  });

  test('the day names what must be counted again, and to whom; the safe still has it', async () => {
    const waiting = async (by = day.finance) =>
      (await by.ask('day', {})).waiting.map(({ what, label, personName }) => [what, label, personName]);
    const ready = async () => (await day.finance.ask('safe', {})).readyCents;
    expect(await waiting()).toEqual([['hand', deposit, 'Layla Haddad']]);
    await day.finance.tell('courierMissed', broken);
    expect(await waiting()).toEqual([['recount', deposit, 'Ebba Lindqvist']]);
    expect(await ready()).toBe(14_640);
    await day.finance.tell('recountDeposit', again);
    expect(await waiting()).toEqual([]);
    expect(await waiting(day.solheim)).toEqual([['witness', deposit, 'Ebba Lindqvist']]);
    expect((await day.finance.ask('deposits', {})).ready).toBe(1);
    await day.solheim.tell('witnessDeposit', second);
    expect(await waiting(day.solheim)).toEqual([['hand', deposit, 'Ingrid Solheim']]);
    expect(await ready()).toBe(14_640);
  });

  test('the reports have what was found last', async () => {
    await day.finance.tell('courierMissed', broken);
    await day.finance.tell('recountDeposit', { ...again, pieces: { 2000: 2 } });
    await haddad.tell('witnessDeposit', second);
    const third = { deposit, pieces: { 2000: 2 }, missing: [], reason: 'Taken from the bag' };
    const { mark } = await day.finance.ask('depositResolution', third);
    await day.finance.tell('resolveDeposit', third, yesOf(SOLHEIM, mark));
    const span = { from: '2026-11-23', to: '2026-11-23' };
    const rows = async (report: 'deposits' | 'deposits_in_transit' | 'over_short') =>
      (await day.finance.ask('report', { report, ...span })).rows;
    expect(await rows('deposits')).toEqual([expect.arrayContaining([deposit, 'lies ready', 4_000, 8_640, 12_640])]);
    expect(await rows('deposits_in_transit')).toEqual([expect.arrayContaining([deposit, 'QB00814474', 12_640])]);
    expect(await rows('over_short')).toContainEqual(expect.arrayContaining([`Deposit ${deposit}`, -2_000]));
  });
});
