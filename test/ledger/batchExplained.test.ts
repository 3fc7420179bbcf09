import { cashPaidIn } from '#domain/custodyPostings';
import type { EntryOf } from '#domain/entry';
import { cents } from '#domain/money';
import { contextOf, onEachStore } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { FINANCE, type OfficeDay, officeDay, SIXTY, SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';

const CASH = 'W3-D0001-cash';

onEachStore('what explains a batch', (on) => {
  let day: OfficeDay;
  beforeEach(async () => {
    day = await officeDay(contextOf(on.db));
  });

  const batch = () => day.auditor.ask('batch', { batch: 'W3-B0001' });
  const closed = async () => (await batch()).steps.find(({ step }) => step === 'closed');

  /** A drawer with 25.00 paid in that closes 20.00 short, and what the office counts of its cash. */
  async function shortDrawer(): Promise<void> {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const place = { fund: '402', bars: '3790000' };
    journal.append(
      {
        kind: 'cash_paid_in',
        payload: {
          ...{ drawer: 'W3-D0001', batch: 'W3-B0001', label: 'W3-I0001', mark: 'a'.repeat(64), pieces: { 500: 5 } },
          ...{ number: 1, cents: 2_500, place },
        },
        postings: cashPaidIn('W3-D0001', place, cents(2_500)),
        approver: SOLHEIM,
      },
      { salt: 'b'.repeat(32), words: 'Scrap sold' },
    );
    journal.closeDrawer(-2_000, 2_500);
    // Closed with a reason and a second person's yes instead.
    const { kind, payload, postings } = JSON.parse(journal.entries.pop()?.text ?? '') as EntryOf<'drawer_closed'>;
    const why = { salt: 'c'.repeat(32), words: '20.00 were given out twice' };
    journal.append({ kind, payload, postings, approver: SOLHEIM }, why);
    await day.station.send();
  }

  const count = (pieces: Record<string, number>) =>
    day.whitebear.tell('countHandoffs', {
      parts: [
        { handoff: 'W3-D0001-float', pieces: TWO_HUNDRED },
        { handoff: 'W3-D0001-float-return', pieces: TWO_HUNDRED },
        { handoff: CASH, pieces },
      ],
    });

  test('bug: a batch did not tell what was paid into its drawer', async () => {
    await shortDrawer();
    expect((await batch()).totals).toBeNull();
    await count({ 500: 1 });
    const paidIn = { label: 'W3-I0001', cents: 2_500, words: 'Scrap sold', byName: 'Marisol Ortiz' };
    expect((await batch()).totals?.paidIns).toMatchObject([{ ...paidIn, approverName: 'Ingrid Solheim' }]);
  });

  test('bug: why a drawer closed short, which says how much, was told before the office had counted', async () => {
    await shortDrawer();
    expect(await closed()).toMatchObject({ reason: null, approverName: null });
    await count({ 500: 1 });
    expect(await closed()).toMatchObject({ reason: '20.00 were given out twice', approverName: 'Ingrid Solheim' });
  });

  test('bug: of a settled handoff one person was named, and no reason', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001', { 2000: 2 });
    const cash = async () => (await batch()).handoffs.find(({ handoff }) => handoff === CASH);
    expect(await cash()).toMatchObject({ state: 'differs', settlement: null });
    const found = { counted: { handoff: CASH, pieces: SIXTY }, reason: 'One note stuck' };
    const { mark } = await day.solheim.ask('resolution', found);
    await day.solheim.tell('resolveHandoff', found, yesOf(FINANCE, mark));
    expect(await cash()).toMatchObject({
      state: 'settled',
      settlement: { byName: 'Ingrid Solheim', approverName: 'Ebba Lindqvist', words: 'One note stuck' },
    });
  });
});
