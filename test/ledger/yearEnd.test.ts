import { contextOf, onEachStore, type TestContext } from '../support/ledger.ts';
import { CHECK, type OfficeDay, officeDay, SIXTY, TWO_HUNDRED } from '../support/officeDay.ts';

const NONE = { items: 0, cents: 0 };

onEachStore('the end of a year', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
  });
  const nextYear = () => {
    context.at.now = Date.parse('2027-01-04T18:00:00Z');
  };

  test('certifies the change fund: in the safe, in drawers, on the way, by which resolutions', async () => {
    await day.whitebear.tell('issueFloat', { to: 'l.haddad', station: 'W3', pieces: { 2000: 5 } });
    day.station.journal.openDrawer(TWO_HUNDRED);
    await day.station.send();
    await day.whitebear.tell('countHandoffs', { parts: [{ handoff: 'W3-D0001-float', pieces: TWO_HUNDRED }] });
    nextYear();
    expect((await day.auditor.ask('yearEnd', { year: 2026 })).changeFund).toEqual({
      ...{ givenCents: 100_000, safeCents: 70_000, missingCents: 0 },
      drawers: [{ drawer: 'W3-D0001', cashierName: 'Marisol Ortiz', businessDay: '2026-11-23', cents: 20_000 }],
      inTransit: [{ handoff: 'L-F0001', cents: 10_000 }],
      resolutions: [{ day: '2026-11-23', resolution: 'Resolution 2026-14', cents: 100_000 }],
    });
    // What came after the year is none of it.
    const before = await day.auditor.ask('yearEnd', { year: 2025 });
    expect(before.changeFund).toMatchObject({
      givenCents: 0,
      safeCents: 0,
      drawers: [],
      inTransit: [],
      resolutions: [],
    });
  });

  test('lists deposits that were made and that the bank did not have yet', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const checks = [{ ...CHECK, batch: 'W3-B0001', tender: 'check' as const }];
    const told = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: SIXTY, checks };
    context.at.now = Date.parse('2026-12-31T18:00:00Z');
    await day.whitebear.tell('prepareDeposit', { ...told, bag: 'QB 0081 4473', seal: 'S-991' });
    const papers = { checks: { items: 1, cents: 8_640 }, moneyOrders: NONE };
    const ask = () => day.finance.ask('yearEnd', { year: 2026 });
    expect((await ask()).deposits).toEqual([]);
    await day.finance.tell('witnessDeposit', { deposit: 'L-P0001', pieces: SIXTY, ...papers });
    const made = {
      ...{ deposit: 'L-P0001', bankAccount: 'operating', bag: 'QB00814473', madeDay: '2026-12-31', cents: 14_640 },
    };
    expect(await ask()).toMatchObject({
      ...{ day: '2026-12-31', depositsCents: 14_640 },
      deposits: [{ ...made, state: 'made', bankDay: null }],
    });
    nextYear();
    await day.whitebear.tell('handToCourier', { deposit: 'L-P0001', carrier: { courier: 'Northwest Armored' } });
    const slip = { deposit: 'L-P0001', reference: 'S-1', cents: 14_640 };
    await day.finance.tell('confirmDeposit', { ...slip, day: '2027-01-04' });
    expect((await ask()).deposits).toEqual([{ ...made, state: 'confirmed', bankDay: '2027-01-04' }]);
    expect(await day.finance.refused('yearEnd', { year: 2027 })).toBe('day_ahead');
    expect(await day.ortiz.refused('yearEnd', { year: 2026 })).toBe('not_permitted');
  });

  test('a deposit that the bank had in the old year is none, whenever the office was told', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const checks = [{ ...CHECK, batch: 'W3-B0001', tender: 'check' as const }];
    const told = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: SIXTY, checks };
    await day.whitebear.tell('prepareDeposit', { ...told, bag: 'QB 0081 4473', seal: 'S-991' });
    const papers = { checks: { items: 1, cents: 8_640 }, moneyOrders: NONE };
    await day.finance.tell('witnessDeposit', { deposit: 'L-P0001', pieces: SIXTY, ...papers });
    await day.whitebear.tell('handToCourier', { deposit: 'L-P0001', carrier: { courier: 'Northwest Armored' } });
    nextYear();
    await day.finance.tell('confirmDeposit', {
      deposit: 'L-P0001',
      reference: 'S-1',
      day: '2026-12-30',
      cents: 14_640,
    });
    expect((await day.finance.ask('yearEnd', { year: 2026 })).deposits).toEqual([]);
  });
});
