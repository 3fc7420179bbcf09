import { policyNow } from '#db/ledger/glExports';
import type { Pieces } from '#domain/denominations';
import type { GlLineFormula } from '#domain/glLine';
import { glPlaces } from '#domain/glPlaces';
import { glRows } from '#formats/glCsv';
import { linesOfClose, namesIn } from '#main/ledger/glLines';
import { BY_FUND, feeOf } from '../support/byFund.ts';
import { contextOf, onEachStore, type TestContext } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { type OfficeDay, officeDay, SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';

const MONDAY = '2026-11-23';
const batch = 'W3-B0001';

onEachStore('what goes out to finance of a bank account by fund', (on) => {
  let context: TestContext;
  let day: OfficeDay;

  /** A drawer that took 30.00 for the sewer and 50.00 for the capital fund, and whose batch is approved. */
  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    journal.pay([feeOf(3_000, 5_000)]);
    journal.closeDrawer(0);
    await day.station.send();
    const parts = ['float', 'float-return'].map((kind) => ({ handoff: `W3-D0001-${kind}`, pieces: TWO_HUNDRED }));
    const cash = { handoff: 'W3-D0001-cash', pieces: { 2000: 4 } };
    await day.whitebear.tell('countHandoffs', { parts: [...parts, cash] });
    await day.approve(batch);
  });

  const loadByFund = () => day.load({ ...day.policy, bankAccounts: BY_FUND });
  const prepare = (bankAccount: string, pieces: Pieces) =>
    day.whitebear.tell('prepareDeposit', {
      ...{ bankAccount, batches: [batch], pieces, checks: [], bag: 'QB 0081 4473', seal: 'S-991' },
    });
  const witness = (pieces: Pieces) => {
    const none = { items: 0, cents: 0 };
    return day.finance.tell('witnessDeposit', { deposit: 'L-P0001', pieces, checks: none, moneyOrders: none });
  };
  const close = async () => {
    const asked = { day: MONDAY, reason: 'The rest waits for its bag' };
    const { mark } = await day.whitebear.ask('dayClose', asked);
    await day.whitebear.tell('closeDay', { ...asked, mark }, yesOf(SOLHEIM, mark));
  };
  const exportMonday = () => day.finance.tell('exportGl', { through: MONDAY, layout: 'batch' });
  /** The rows of the deposit, as a formula makes them: from the batch on, without their numbers and the day. */
  const rowsBy = (formula: GlLineFormula) =>
    on.db.inDistrict(day.station.district, 'read', async (tx) => {
      const now = await policyNow(tx, day.station.district);
      if (!now) throw new Error('the district has a policy');
      const of = { district: day.station.district, places: glPlaces(now.policy), names: namesIn(now.policy) };
      const lines = await linesOfClose(tx, { ...of, number: 1, layout: 'batch', formula }, 1, 0);
      const text = glRows(lines.filter(({ deposit }) => deposit !== ''));
      return text.split('\r\n').map((row) => row.split(',').slice(3).join());
    });

  test('bug: what went to a fund’s own bank account was in transit in the pool’s fund', async () => {
    await loadByFund();
    await prepare('capital', { 5000: 1 });
    await witness({ 5000: 1 });
    await close();
    await exportMonday();
    expect(await rowsBy(3)).toEqual([
      ',L-P0001,401,1113000,Cash on hand,50.00,',
      ',L-P0001,402,1113000,Cash on hand,,50.00',
      ',L-P0001,402,1119000,Deposits in transit,50.00,',
      'W3-B0001,L-P0001,401,1113000,Cash on hand,,50.00',
      '',
    ]);
    // An export from before is made again by its own formula.
    const before = [
      ',L-P0001,401,1119000,Deposits in transit,50.00,',
      'W3-B0001,L-P0001,401,1113000,Cash on hand,,50.00',
      '',
    ];
    expect([await rowsBy(1), await rowsBy(2)]).toEqual([before, before]);
  });

  test('bug: nothing could be exported once such a bag was counted again with less in it', async () => {
    await loadByFund();
    await prepare('capital', { 5000: 1 });
    await witness({ 5000: 1 });
    const deposit = 'L-P0001';
    await day.finance.tell('courierMissed', { deposit, seal: 'S-777', reason: 'The road was flooded' });
    const anew = { bag: 'QB 0081 4474', seal: 'S-992' };
    await day.finance.tell('recountDeposit', { deposit, pieces: { 2000: 2 }, missing: [], ...anew });
    const none = { items: 0, cents: 0 };
    const second = { deposit, pieces: { 2000: 2 }, checks: none, moneyOrders: none };
    await day.whitebear.tell('witnessDeposit', second);
    const third = { deposit, pieces: { 2000: 2 }, missing: [], reason: 'A ten is gone' };
    const { mark } = await day.finance.ask('depositResolution', third);
    await day.finance.tell('resolveDeposit', third, yesOf(SOLHEIM, mark));
    await close();
    await exportMonday();
    expect(await rowsBy(3)).toEqual([
      ',L-P0001,401,1113000,Cash on hand,50.00,',
      ',L-P0001,401,1113000,Cash on hand,,10.00',
      ',L-P0001,401,3698100,Cashiers’ overages and shortages,10.00,',
      ',L-P0001,402,1113000,Cash on hand,10.00,',
      ',L-P0001,402,1113000,Cash on hand,,50.00',
      ',L-P0001,402,1119000,Deposits in transit,50.00,',
      ',L-P0001,402,1119000,Deposits in transit,,10.00',
      'W3-B0001,L-P0001,401,1113000,Cash on hand,,50.00',
      '',
    ]);
  });

  test('has over and short what was gone before the bag, and less in transit in the fund of its account', async () => {
    await loadByFund();
    await prepare('capital', { 2000: 2 });
    await witness({ 2000: 2 });
    const third = { deposit: 'L-P0001', pieces: { 2000: 2 }, missing: [], reason: 'A ten is gone' };
    const { mark } = await day.finance.ask('depositResolution', third);
    await day.finance.tell('resolveDeposit', third, yesOf(SOLHEIM, mark));
    await close();
    await exportMonday();
    expect(await rowsBy(4)).toEqual([
      ',L-P0001,401,1113000,Cash on hand,40.00,',
      ',L-P0001,401,3698100,Cashiers’ overages and shortages,10.00,',
      ',L-P0001,402,1113000,Cash on hand,,40.00',
      ',L-P0001,402,1119000,Deposits in transit,40.00,',
      'W3-B0001,L-P0001,401,1113000,Cash on hand,,50.00',
      '',
    ]);
  });

  test('is in transit for the pool where it was prepared before its account took by fund', async () => {
    await prepare('operating', { 2000: 4 });
    await loadByFund();
    await witness({ 2000: 4 });
    await close();
    await exportMonday();
    expect(await rowsBy(3)).toEqual([
      ',L-P0001,401,1119000,Deposits in transit,80.00,',
      'W3-B0001,L-P0001,401,1113000,Cash on hand,,80.00',
      '',
    ]);
  });

  test('is refused where the chart has no place for deposits of that fund, which a load by fund asks for', async () => {
    const chart = day.policy.chart.filter(({ fund, bars }) => fund !== '402' || bars !== '1119000');
    await expect(day.load({ ...day.policy, chart, bankAccounts: BY_FUND })).rejects.toMatchObject({
      facts: { problem: 'standing.depositsInTransit – 402/1119000 is not in the chart' },
    });
    await loadByFund();
    await prepare('capital', { 5000: 1 });
    await witness({ 5000: 1 });
    await close();
    await day.load({ ...day.policy, chart });
    await expect(exportMonday()).rejects.toMatchObject({
      ...{ code: 'gl_place_missing', facts: { place: 'depositsInTransit', code: '402-1119000' } },
      message: expect.stringContaining('Have finance add 402-1119000 to the chart in district.json.'),
    });
    await day.load(day.policy);
    await exportMonday();
  });
});
