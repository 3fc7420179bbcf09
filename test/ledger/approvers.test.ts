import { cashDropped } from '#domain/custodyPostings';
import type { Pieces } from '#domain/denominations';
import { cents } from '#domain/money';
import { contextOf, onEachStore } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import {
  FINANCE,
  type OfficeDay,
  officeDay,
  PEOPLE,
  SIXTY,
  SOLHEIM,
  TWO_HUNDRED,
  WHITEBEAR,
} from '../support/officeDay.ts';

const BATCH = 'W3-B0001';
const CASH = 'W3-D0001-cash';

onEachStore('who approves a batch', (on) => {
  let day: OfficeDay;
  beforeEach(async () => {
    day = await officeDay(contextOf(on.db));
  });

  const counts = (by: OfficeDay['finance'], handoff: string, pieces: Pieces) =>
    by.tell('countHandoffs', { parts: [{ handoff, pieces }] });

  /** A drawer with an issued float and one drop of 40.00 in its 60.00 of cash, closed and sent. */
  async function droppedFrom(issuer: OfficeDay['finance']): Promise<void> {
    const { handoff } = await issuer.tell('issueFloat', { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED });
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED, handoff);
    const line = { kind: 'account' as const, accountNumber: '40-11872-03', charges: [], namedWhy: null };
    journal.pay([{ ...line, cents: cents(6_000), unappliedCents: cents(6_000) }]);
    journal.append({
      kind: 'cash_dropped',
      payload: {
        ...{ drawer: 'W3-D0001', batch: BATCH, number: 1, handoff: 'W3-D0001-drop-1' },
        ...{ pieces: { 2000: 2 }, cents: 4_000 },
      },
      postings: cashDropped('W3-D0001', 1, cents(4_000)),
    });
    journal.closeDrawer(0, -4_000);
    await day.station.send();
  }

  /** The mark of the batch, and what each of three may do about it: nothing, or why not. */
  async function asSeen() {
    const [ofWhitebear, ofSolheim, ofFinance] = await Promise.all(
      [day.whitebear, day.solheim, day.finance].map((who) => who.ask('batch', { batch: BATCH })),
    );
    const approve = { batch: BATCH, mark: ofFinance?.mark ?? '' };
    return { approve, whitebear: ofWhitebear?.yours, solheim: ofSolheim?.yours, finance: ofFinance?.yours };
  }

  /** Leaves the office with its two supervisors: finance looks only. */
  const withoutFinance = () =>
    day.load({
      ...day.policy,
      people: PEOPLE.map((one) => (one.person === FINANCE ? { ...one, role: 'auditor' as const } : one)),
    });

  test('bug: who issued its float, took its drop or its cash approved it all the same', async () => {
    await droppedFrom(day.whitebear);
    await counts(day.solheim, 'W3-D0001-drop-1', { 2000: 2 });
    await counts(day.solheim, CASH, { 2000: 1 });
    await counts(day.solheim, 'W3-D0001-float-return', TWO_HUNDRED);
    const { approve, whitebear, solheim, finance } = await asSeen();
    const others = ['Ebba Lindqvist'];
    expect(whitebear).toEqual({ part: 'gave', what: 'L-F0001', others });
    expect(solheim).toEqual({ part: 'received', what: expect.stringMatching('^W3-D0001-'), others });
    expect(finance).toBeNull();
    expect(await day.whitebear.refused('approveBatch', approve)).toBe('batch_yours');
    expect(await day.solheim.refused('approveBatch', approve)).toBe('batch_yours');
    await day.finance.tell('approveBatch', approve);
  });

  test('bug: who settled a handoff of it approved it; who only agreed to that still may', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001', { 2000: 2 });
    const found = { counted: { handoff: CASH, pieces: SIXTY }, reason: 'One note stuck' };
    const { mark } = await day.finance.ask('resolution', found);
    await day.finance.tell('resolveHandoff', found, yesOf(SOLHEIM, mark));
    const { approve, finance, solheim } = await asSeen();
    expect(finance).toEqual({ part: 'settled', what: CASH, others: ['Ingrid Solheim'] });
    expect(solheim).toBeNull();
    expect(await day.finance.refused('approveBatch', approve)).toBe('batch_yours');
    await day.solheim.tell('approveBatch', approve);
  });

  test('with two supervisors one handles the money and the other approves, also where they settled a difference', async () => {
    await withoutFinance();
    await day.closedDrawer();
    await day.countAll('W3-D0001', { 2000: 2 });
    const found = { counted: { handoff: CASH, pieces: SIXTY }, reason: 'One note stuck' };
    const { mark } = await day.whitebear.ask('resolution', found);
    await day.whitebear.tell('resolveHandoff', found, yesOf(SOLHEIM, mark));
    const shown = await day.solheim.ask('batch', { batch: BATCH });
    const approve = { batch: BATCH, mark: shown.mark ?? '' };
    expect(await day.whitebear.refused('approveBatch', approve)).toBe('batch_yours');
    await day.solheim.tell('approveBatch', approve);
  });

  test('where both supervisors had the money in their hands, one who had none in the drawer approves', async () => {
    await withoutFinance();
    await droppedFrom(day.whitebear);
    await counts(day.solheim, 'W3-D0001-drop-1', { 2000: 2 });
    await counts(day.whitebear, CASH, { 2000: 1 });
    await counts(day.whitebear, 'W3-D0001-float-return', TWO_HUNDRED);
    const { yours, mark } = await day.solheim.ask('batch', { batch: BATCH });
    expect(yours).toBeNull();
    await day.solheim.tell('approveBatch', { batch: BATCH, mark: mark ?? '' });
  });

  test('who counted the drawer itself does not approve, whoever else is left', async () => {
    await withoutFinance();
    const { journal } = day.station;
    journal.openDrawer({});
    for (const actor of [WHITEBEAR, SOLHEIM])
      journal.append({
        ...{ kind: 'drawer_counted', postings: [], actor },
        payload: {
          ...{ drawer: 'W3-D0001', countNumber: 1 },
          count: { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 },
        },
      });
    journal.closeDrawer();
    await day.station.send();
    const { yours, mark } = await day.solheim.ask('batch', { batch: BATCH });
    expect(yours).toEqual({ part: 'counted', what: 'W3-D0001', others: [] });
    expect(await day.solheim.refused('approveBatch', { batch: BATCH, mark: mark ?? '' })).toBe('batch_yours');
  });
});
