import { contextOf, onEachStore, type TestContext } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { type OfficeDay, officeDay, SOLHEIM, WHITEBEAR } from '../support/officeDay.ts';

onEachStore('change from the bank', (on) => {
  let context: TestContext;
  let day: OfficeDay;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
  });

  const asked = { pieces: { 2000: 10 }, reference: 'Skagit Bank, Monday’s order' };
  const ordered = async () => {
    const { mark } = await day.whitebear.ask('orderMark', asked);
    return day.whitebear.tell('orderChange', asked, yesOf(SOLHEIM, mark));
  };
  const order = 'L-G0001';

  test('goes out of the safe and comes back in other pieces, and nothing of it is left on the way', async () => {
    expect(await ordered()).toEqual({ order, cents: 20_000, safeCents: 80_000 });
    expect(await day.balance(`transit:${order}`)).toBe(20_000);
    expect((await day.auditor.ask('changeOrders', {})).orders).toEqual([
      {
        ...{ order, cents: 20_000, reference: asked.reference, orderedAt: context.at.now },
        ...{ personName: 'Joseph Whitebear', received: null },
      },
    ]);
    const back = { order, pieces: { 25: 400, 10: 500, 5: 1_000 } };
    const { mark, orderedCents } = await day.finance.ask('receivingMark', back);
    expect(orderedCents).toBe(20_000);
    expect(await day.finance.tell('receiveChange', back, yesOf(SOLHEIM, mark))).toEqual({
      ...{ order, differenceCents: 0, safeCents: 100_000 },
    });
    expect(await day.balance(`transit:${order}`)).toBe(0);
    const [listed] = (await day.auditor.ask('changeOrders', {})).orders;
    expect(listed?.received).toEqual({ at: context.at.now, cents: 20_000, personName: 'Ebba Lindqvist' });
    expect((await ordered()).order).toBe('L-G0002');
  });

  test('is refused what cannot be', async () => {
    const refused = (over: object) => day.whitebear.refused('orderChange', { ...asked, ...over });
    expect(await refused({ pieces: {} })).toBe('pieces_nothing');
    expect(await refused({ pieces: { 2000: -1 } })).toBe('bad_input');
    expect(await refused({})).toBe('approval_needed');
    expect(await day.ortiz.refused('orderChange', asked)).toBe('not_permitted');
    const most = { ...asked, pieces: { 10000: 11 } };
    const yes = yesOf(SOLHEIM, (await day.whitebear.ask('orderMark', most)).mark);
    expect(await day.whitebear.refused('orderChange', most, yes)).toBe('safe_short');
    const { mark } = await day.whitebear.ask('orderMark', asked);
    expect(await day.whitebear.refused('orderChange', asked, yesOf(WHITEBEAR, mark))).toBe('approval_not_theirs');
    const back = { order, pieces: { 2000: 10 } };
    expect(await day.finance.refused('receivingMark', back)).toBe('change_order_unknown');
    await ordered();
    const less = { order, pieces: { 2000: 9 } };
    expect(await day.finance.refused('receiveChange', less)).toBe('change_reason_needed');
    expect(await day.finance.refused('receiveChange', back)).toBe('approval_needed');
  });

  test('that comes back short is over or short, with a reason and a second person’s yes, once', async () => {
    await ordered();
    const less = { order, pieces: { 1000: 19 }, reason: 'The bank’s strap was one short' };
    const { mark } = await day.finance.ask('receivingMark', less);
    expect(await day.finance.tell('receiveChange', less, yesOf(SOLHEIM, mark))).toMatchObject({
      ...{ differenceCents: -1_000, safeCents: 99_000 },
    });
    expect(await day.balance('over-short')).toBe(1_000);
    const span = { from: '2026-11-23', to: '2026-11-23' };
    const { rows } = await day.auditor.ask('report', { report: 'over_short', ...span });
    expect(rows[0]?.[0]).toBe(`Change order ${order}`);
    expect(await day.balance(`transit:${order}`)).toBe(0);
    expect(await day.finance.refused('receivingMark', less)).toBe('change_order_done');
  });
});
