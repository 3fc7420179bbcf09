import type { Pieces } from '#domain/denominations';
import { BY_FUND, feeOf, reverse } from '../support/byFund.ts';
import { lineFor } from '../support/journalBuilder.ts';
import { contextOf, FIRST, onEachStore, type TestContext } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { CHECK, type OfficeDay, officeDay, SIXTY, SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';

const HOUR = 3_600_000;
const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const batch = 'W3-B0001';

onEachStore('where a receipt went', (on) => {
  let context: TestContext;
  let day: OfficeDay;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
  });

  const goesOut = async (through: string, layout: 'batch' | 'day' = 'batch') => {
    const about = { day: through, reason: 'The last drawer waits for its cashier' };
    const { mark } = await day.whitebear.ask('dayClose', about);
    await day.whitebear.tell('closeDay', { ...about, mark }, yesOf(SOLHEIM, mark));
    await day.finance.tell('exportGl', { through, layout });
  };
  const traced = (label: string) => day.auditor.ask('traced', { label });
  const linesOf = async (label: string) =>
    (await traced(label)).lines.map((line) => `${line.export} ${line.bars} ${line.side} ${line.cents}`);
  const depositsOf = async (label: string) => (await traced(label)).deposits.map(({ deposit }) => deposit);

  test.each(['batch', 'day'] as const)('bug: by %s, left out what undid it since', async (layout) => {
    const { check, cash } = await day.closedDrawer();
    await day.countAll('W3-D0001');
    await goesOut(MONDAY, layout);
    day.refund(check);
    day.correctTender(cash);
    await day.station.send();
    context.at.now += 24 * HOUR;
    await goesOut(TUESDAY, layout);
    const refund = ['2 1220000 debit 500', '2 2139000 credit 500'];
    const asCard = ['2 1229000 debit 6000', '2 3698100 credit 6000'];
    expect(await linesOf('W3-000001')).toEqual(['1 1113000 debit 14640', '1 1220000 credit 8640', ...refund]);
    expect(await linesOf('W3-000002')).toEqual(['1 1113000 debit 14640', '1 2391000 credit 6000', ...asCard]);
    const ofBatch = await linesOf(batch);
    for (const line of ['1 1220000 credit 8640', '1 2391000 credit 6000', ...refund, ...asCard])
      expect(ofBatch).toContain(line);
    expect(await traced('W3-000001')).toMatchObject({ closedWith: MONDAY, batch });
  });

  test('bug: by card alone, void or never, was said to lie in the deposits of its batch', async () => {
    const { journal } = day.station;
    const account = { ...(await day.station.account(FIRST)), charges: [] };
    journal.openDrawer(TWO_HUNDRED);
    journal.pay([lineFor(account, 8_640)], [{ kind: 'check', cents: 8_640 }]);
    journal.pay([lineFor(account, 4_000)], [{ kind: 'card', cents: 4_000 }]);
    journal.voidReceipt(journal.pay([lineFor(account, 1_000)]));
    journal.pay([lineFor(account, 6_000)]);
    const twice = journal.pay([lineFor(account, 2_000)]);
    journal.closeDrawer(-2_000);
    reverse(journal, twice);
    await day.station.send();
    await day.countAll('W3-D0001');
    await day.approve(batch);
    const checks = [{ ...CHECK, batch, tender: 'check' as const }];
    const bag = (number: string) => ({ bag: `QB 0081 ${number}`, seal: `S-${number}` });
    const about = { bankAccount: 'operating', batches: [batch] };
    await day.whitebear.tell('prepareDeposit', { ...about, pieces: SIXTY, checks, ...bag('4473') });
    expect(await depositsOf('W3-000001')).toEqual(['L-P0001']);
    expect(await depositsOf('W3-000004')).toEqual(['L-P0001']);
    for (const label of ['W3-000002', 'W3-000003', 'W3-000005']) expect(await depositsOf(label)).toEqual([]);
    expect(await depositsOf(batch)).toEqual(['L-P0001']);
  });

  test('bug: a receipt that was reversed lost the deposit that lists its check', async () => {
    const { journal } = day.station;
    const account = { ...(await day.station.account(FIRST)), charges: [] };
    journal.openDrawer(TWO_HUNDRED);
    const check = journal.pay([lineFor(account, 8_640)], [{ kind: 'check', cents: 8_640 }]);
    const cash = journal.pay([lineFor(account, 6_000)]);
    journal.closeDrawer();
    await day.station.send();
    await day.countAll('W3-D0001');
    await day.approve(batch);
    const checks = [{ ...CHECK, batch, tender: 'check' as const }];
    const about = { bankAccount: 'operating', batches: [batch], pieces: SIXTY, checks };
    await day.whitebear.tell('prepareDeposit', { ...about, bag: 'QB 0081 4473', seal: 'S-4473' });
    for (const one of [check, cash]) reverse(journal, one);
    await day.station.send();
    expect(await depositsOf('W3-000001')).toEqual(['L-P0001']);
    expect(await depositsOf('W3-000002')).toEqual([]);
  });

  test('bug: a check was traced to every deposit with checks of its batch: to the one that lists it, cash to all with cash of it', async () => {
    await day.load({ ...day.policy, bankAccounts: BY_FUND });
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    journal.pay([feeOf(3_000, 0)], [{ kind: 'check', cents: 3_000 }]);
    journal.pay([feeOf(0, 5_000)], [{ kind: 'check', cents: 5_000 }]);
    journal.pay([feeOf(2_000, 4_000)]);
    const cashAndCheck = [
      { kind: 'cash' as const, cents: 1_000 },
      { kind: 'check' as const, cents: 1_000 },
    ];
    journal.pay([feeOf(2_000, 0)], cashAndCheck);
    journal.closeDrawer();
    await day.station.send();
    const papers = { handoff: 'W3-D0001-check', items: 3, cents: 9_000 };
    const float = ['float', 'float-return'].map((of) => ({ handoff: `W3-D0001-${of}`, pieces: TWO_HUNDRED }));
    const cash = { handoff: 'W3-D0001-cash', pieces: { 1000: 7 } };
    await day.whitebear.tell('countHandoffs', { parts: [...float, cash, papers] });
    await day.approve(batch);
    const { batches } = await day.whitebear.ask('depositable', {});
    const prepare = (bankAccount: string, pieces: Pieces, number: string) => {
      const checks = batches.flatMap((one) => one.checks.filter(({ account }) => account === bankAccount));
      const listed = checks.map(({ account: _, ...check }) => check);
      const bag = { bag: `QB 0081 ${number}`, seal: `S-${number}` };
      return day.whitebear.tell('prepareDeposit', { bankAccount, batches: [batch], pieces, checks: listed, ...bag });
    };
    await prepare('operating', { 1000: 3 }, '4473');
    await prepare('capital', { 1000: 4 }, '4474');
    const [operating, capital] = ['L-P0001', 'L-P0002'];
    const went = [[operating], [capital], [operating, capital], [operating, capital]];
    for (const [place, deposits] of went.entries())
      expect([place + 1, (await depositsOf(`W3-00000${place + 1}`)).sort()]).toEqual([place + 1, deposits]);
  });
});
