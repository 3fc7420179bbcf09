import { contextOf, onEachStore } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { AUDITOR, CHECK, FINANCE, type OfficeDay, officeDay, SIXTY, SOLHEIM, WHITEBEAR } from '../support/officeDay.ts';

const MONDAY = '2026-11-23';
const CASH = 'W3-D0001-cash';

/* With two supervisors, of whom one counts, nobody would be left to agree with the other: finance may, at the office. */

onEachStore('the second person at the office', (on) => {
  let day: OfficeDay;
  beforeEach(async () => {
    day = await officeDay(contextOf(on.db));
  });

  /** Whitebear counted 40.00 where the cashier gave 60.00; Solheim found 50.00. */
  async function differs() {
    await day.closedDrawer();
    await day.countAll('W3-D0001', { 2000: 2 });
    const asked = { counted: { handoff: CASH, pieces: { 2000: 2, 1000: 1 } }, reason: 'One note stuck' };
    return { asked, mark: (await day.solheim.ask('resolution', asked)).mark };
  }

  test('bug: finance could not agree to a handoff that a supervisor settles', async () => {
    const { asked, mark } = await differs();
    await day.solheim.tell('resolveHandoff', asked, yesOf(FINANCE, mark));
    const entries = await day.auditor.ask('batch', { batch: 'W3-B0001' });
    expect(entries.state).toBe('balanced');
  });

  test('bug: finance could not agree to a deposit that a supervisor settles', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const check = { ...CHECK, batch: 'W3-B0001', tender: 'check' as const };
    const prepared = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: SIXTY, checks: [check] };
    await day.whitebear.tell('prepareDeposit', { ...prepared, bag: 'QB 0081 4473', seal: 'S-991' });
    const papers = { checks: { items: 1, cents: 8_640 }, moneyOrders: { items: 0, cents: 0 } };
    await day.ortiz.tell('witnessDeposit', { deposit: 'L-P0001', pieces: { 2000: 2 }, ...papers });
    const found = { deposit: 'L-P0001', pieces: SIXTY, missing: [], reason: 'A note lay under the counter' };
    const { mark } = await day.solheim.ask('depositResolution', found);
    expect(await day.solheim.refused('resolveDeposit', found, yesOf(WHITEBEAR, mark))).toBe('approval_not_theirs');
    expect(await day.solheim.tell('resolveDeposit', found, yesOf(FINANCE, mark))).toMatchObject({ state: 'made' });
  });

  test('bug: who had a part in something was offered as its second person, and refused after her PIN', async () => {
    const { asked, mark } = await differs();
    const listed = (await day.solheim.ask('safe', {})).inTransit.find(({ handoff }) => handoff === CASH);
    expect(listed?.notApprovers).toEqual(['m.ortiz', WHITEBEAR]);
    for (const person of listed?.notApprovers ?? [])
      expect(await day.solheim.refused('resolveHandoff', asked, yesOf(person, mark))).toBe('approval_not_theirs');
  });

  test('bug: who prepared a deposit or counted it was offered, too', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const check = { ...CHECK, batch: 'W3-B0001', tender: 'check' as const };
    const prepared = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: SIXTY, checks: [check] };
    await day.whitebear.tell('prepareDeposit', { ...prepared, bag: 'QB 0081 4473', seal: 'S-991' });
    const not = async () => (await day.solheim.ask('deposit', { deposit: 'L-P0001' })).notApprovers;
    expect(await not()).toEqual([]);
    const papers = { checks: { items: 1, cents: 8_640 }, moneyOrders: { items: 0, cents: 0 } };
    await day.ortiz.tell('witnessDeposit', { deposit: 'L-P0001', pieces: { 2000: 2 }, ...papers });
    expect(await not()).toEqual([WHITEBEAR, 'm.ortiz']);
    const found = { deposit: 'L-P0001', pieces: SIXTY, missing: [], reason: 'It lay under the counter' };
    const settled = await day.solheim.ask('depositResolution', found);
    await day.solheim.tell('resolveDeposit', found, yesOf(FINANCE, settled.mark));
    await day.whitebear.tell('handToCourier', { deposit: 'L-P0001', carrier: { courier: 'Loomis' } });
    expect(await not()).toEqual([WHITEBEAR]);
  });

  test('bug: finance could not agree to the close of a day with loose ends', async () => {
    await day.closedDrawer();
    const about = { day: MONDAY, reason: 'The batch waits for finance' };
    const { mark } = await day.whitebear.ask('dayClose', about);
    await day.whitebear.tell('closeDay', { ...about, mark }, yesOf(FINANCE, mark));
    expect((await day.auditor.ask('days', {})).days[0]).toMatchObject({ approverName: 'Ebba Lindqvist' });
  });

  test.each([
    ['who started it, a supervisor', SOLHEIM, 'approval_not_theirs'],
    ['who counted it', WHITEBEAR, 'approval_not_theirs'],
    ['who gave it', 'm.ortiz', 'approval_not_theirs'],
    ['a cashier', 'l.haddad', 'approver_not_office'],
    ['an auditor', AUDITOR, 'approver_not_office'],
    ['nobody known here', 'n.obody', 'approver_not_office'],
  ])('is never %s', async (_, who, code) => {
    const { asked, mark } = await differs();
    expect(await day.solheim.refused('resolveHandoff', asked, yesOf(who, mark))).toBe(code);
  });

  test('is not finance where finance counted, or started it', async () => {
    await day.closedDrawer();
    await day.finance.tell('countHandoffs', { parts: [{ handoff: CASH, pieces: { 2000: 2 } }] });
    const asked = { counted: { handoff: CASH, pieces: SIXTY }, reason: 'One note stuck' };
    const { mark } = await day.solheim.ask('resolution', asked);
    expect(await day.solheim.refused('resolveHandoff', asked, yesOf(FINANCE, mark))).toBe('approval_not_theirs');
    const own = await day.finance.ask('resolution', asked);
    expect(await day.finance.refused('resolveHandoff', asked, yesOf(FINANCE, own.mark))).toBe('approval_not_theirs');
    await day.finance.tell('resolveHandoff', asked, yesOf(SOLHEIM, own.mark));
  });
});
