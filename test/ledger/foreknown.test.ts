import { cashDropped } from '#domain/custodyPostings';
import { cents } from '#domain/money';
import { contextOf, onEachStore } from '../support/ledger.ts';
import { type OfficeDay, officeDay, SOLHEIM, TWO_HUNDRED, WHITEBEAR } from '../support/officeDay.ts';

const DRAWER = 'W3-D0001';
const OF = { drawer: DRAWER, batch: 'W3-B0001' };
const TENDERS = ['cash', 'check', 'money-order', 'card'] as const;

onEachStore('counts that were not blind', (on) => {
  let day: OfficeDay;
  beforeEach(async () => {
    day = await officeDay(contextOf(on.db));
  });

  /** A drawer whose cashier tried two drops, whose totals the first supervisor read, and whose close the other agreed to. */
  async function lookedInto(): Promise<void> {
    const { journal } = day.station;
    const drop = { ...OF, pieces: { 2000: 2 }, cents: 4_000 };
    journal.openDrawer(TWO_HUNDRED);
    const line = { kind: 'account' as const, accountNumber: '40-11872-03', charges: [], namedWhy: null };
    journal.pay([{ ...line, cents: cents(6_000), unappliedCents: cents(6_000) }]);
    for (const hundreds of [4, 3])
      journal.append({
        ...{ kind: 'drop_refused', postings: [] },
        payload: { ...OF, pieces: { 10000: hundreds }, cents: hundreds * 10_000 },
      });
    const mark = 'a'.repeat(64);
    journal.append({
      ...{ kind: 'cash_out_refused', approver: WHITEBEAR, postings: [] },
      payload: { ...OF, what: 'swap', cents: 28_000, mark },
    });
    const tenders = TENDERS.map((tender) => ({ tender, cents: 0, items: tender === 'cash' ? null : 0 }));
    const receipts = { issued: 1, voided: 0, issuedCents: 6_000, voidedCents: 0 };
    journal.append({
      ...{ kind: 'totals_read', actor: WHITEBEAR, postings: [] },
      payload: { drawer: DRAWER, number: 1, label: 'W3-X0001', totals: { tenders, moves: [], receipts } },
    });
    journal.append({
      kind: 'cash_dropped',
      payload: { ...drop, number: 1, handoff: `${DRAWER}-drop-1` },
      postings: cashDropped(DRAWER, 1, cents(4_000)),
    });
    journal.closeDrawer(0, -4_000, SOLHEIM);
    await day.station.send();
  }

  const counts = (by: OfficeDay['finance'], ...parts: [what: string, pieces: object][]) =>
    by.tell('countHandoffs', {
      parts: parts.map(([what, pieces]) => ({ handoff: `${DRAWER}-${what}`, pieces })) as never,
    });
  const foreknown = async () => {
    const { foreknown: told } = await day.finance.ask('batch', { batch: OF.batch });
    return told.map(({ how, personName, times, handoffs }) => [how, personName, times, handoffs]);
  };
  const TRIED = ['tried', 'Marisol Ortiz', 3, []];

  test('bug: who had read a drawer’s totals, or agreed to its close, counted as if blind: whoever approves it is told', async () => {
    await lookedInto();
    expect(await foreknown()).toEqual([TRIED]);
    // The drop came after she had read the totals: that count was blind.
    await counts(day.whitebear, ['cash', { 2000: 1 }], ['drop-1', { 2000: 2 }]);
    await counts(day.solheim, ['float-return', TWO_HUNDRED]);
    await counts(day.finance, ['float', TWO_HUNDRED]);
    expect(await foreknown()).toEqual([
      TRIED,
      ['read', 'Joseph Whitebear', 1, [`${DRAWER}-cash`]],
      ['agreed', 'Ingrid Solheim', 1, [`${DRAWER}-float-return`]],
    ]);
  });

  test('bug: who found by trying how much the safe lacked knew what float came back, and counted it as if blind', async () => {
    await lookedInto();
    await counts(day.finance, ['float', TWO_HUNDRED]);
    const float = { to: 'l.haddad', station: 'W3' };
    for (const hundreds of [9, 8])
      expect(await day.solheim.refused('issueFloat', { ...float, pieces: { 10000: hundreds, 100: 1 } })).toBe(
        'safe_short',
      );
    expect(await foreknown()).toEqual([TRIED]);
    await counts(day.solheim, ['drop-1', { 2000: 2 }]);
    await counts(day.solheim, ['float-return', TWO_HUNDRED]);
    expect(await foreknown()).toEqual([
      TRIED,
      ['agreed', 'Ingrid Solheim', 1, [`${DRAWER}-drop-1`, `${DRAWER}-float-return`]],
      ['safe', 'Ingrid Solheim', 2, [`${DRAWER}-float-return`]],
    ]);
  });

  test('nothing is told of who counted what others looked into, nor where the district does not count blind', async () => {
    await lookedInto();
    await counts(day.finance, ['float', TWO_HUNDRED], ['float-return', TWO_HUNDRED], ['cash', { 2000: 1 }]);
    expect(await foreknown()).toEqual([TRIED]);
    await counts(day.solheim, ['drop-1', { 2000: 2 }]);
    expect(await foreknown()).toEqual([TRIED, ['agreed', 'Ingrid Solheim', 1, [`${DRAWER}-drop-1`]]]);
    await day.load({ ...day.policy, counting: { blind: false } });
    expect(await foreknown()).toEqual([]);
  });
});
