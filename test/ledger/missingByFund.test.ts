import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyNow } from '#db/ledger/glExports';
import { glPlaces } from '#domain/glPlaces';
import { linesOfClose, namesIn } from '#main/ledger/glLines';
import { journalLines } from '#main/ledger/journalLines';
import { verifyJournal } from '#main/verify/verifyJournal';
import { BY_FUND, feeOf } from '../support/byFund.ts';
import { contextOf, onEachStore, type TestContext } from '../support/ledger.ts';
import { atTheOffice, type OfficePerson, yesOf } from '../support/office.ts';
import { type OfficeDay, officeDay, SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';

const MONDAY = '2026-11-23';
const batch = 'W3-B0001';
const deposit = 'L-P0001';
const NONE = { items: 0, cents: 0 };
const CASH = { 2000: 4, 500: 1 };
/** What the check paid: 37.50 of each fund. */
const check = { batch, tender: 'check' as const, checkNumber: '1010', cents: 7_500 };

onEachStore('a check that is missing in a deposit by fund', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let haddad: OfficePerson;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterfoil-missing-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A county that takes both funds; cash of 60.00 and 25.00, and a check of 37.50 of each. */
  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    haddad = atTheOffice(context, day.station.key, 'l.haddad');
    const county = {
      account: 'county',
      name: 'County',
      lastFour: '5501',
      funds: ['401', '402'],
      atTreasurer: true as const,
    };
    const [rest] = BY_FUND;
    if (!rest) throw new Error('there is an account for the rest');
    await day.load({ ...day.policy, bankAccounts: [rest, { ...county, tenders: rest.tenders }] });
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    journal.pay([feeOf(3_750, 3_750)], [{ kind: 'check', cents: 7_500 }]);
    journal.pay([feeOf(6_000, 2_500)]);
    journal.closeDrawer(0);
    await day.station.send();
    const parts = ['float', 'float-return'].map((kind) => ({ handoff: `W3-D0001-${kind}`, pieces: TWO_HUNDRED }));
    const cash = { handoff: 'W3-D0001-cash', pieces: CASH };
    await day.whitebear.tell('countHandoffs', {
      parts: [...parts, cash, { handoff: 'W3-D0001-check', items: 1, cents: 7_500 }],
    });
    await day.approve(batch);
  });

  const prepare = (checks: (typeof check)[], missing: (typeof check)[]) =>
    day.whitebear.tell('prepareDeposit', {
      ...{ bankAccount: 'county', batches: [batch], pieces: CASH, checks, missing, bag: 'QB 0081 4473', seal: 'S-991' },
    });
  const settle = async () => {
    const third = { deposit, pieces: CASH, missing: [check], reason: 'Not in the drawer of checks' };
    const { mark } = await day.finance.ask('depositResolution', third);
    await day.finance.tell('resolveDeposit', third, yesOf(SOLHEIM, mark));
  };
  const fundsTold = async (who: OfficePerson = day.auditor) =>
    (await who.ask('deposit', { deposit })).told?.funds.map(({ fund, cents }) => [fund, cents]);
  /** What stands in transit of each fund once the day went out, by the lines of the deposit. */
  const inTransit = async () => {
    const asked = { day: MONDAY, reason: 'The rest waits' };
    const { mark } = await day.whitebear.ask('dayClose', asked);
    await day.whitebear.tell('closeDay', { ...asked, mark }, yesOf(SOLHEIM, mark));
    return on.db.inDistrict(day.station.district, 'read', async (tx) => {
      const now = await policyNow(tx, day.station.district);
      if (!now) throw new Error('the district has a policy');
      const of = { district: day.station.district, places: glPlaces(now.policy), names: namesIn(now.policy) };
      const lines = await linesOfClose(tx, { ...of, number: 1, layout: 'batch', formula: 4 }, 1, 0);
      const own = lines.filter(({ name }) => name === 'Deposits in transit');
      return own.map(({ fund, side, cents }) => [fund, side, cents]);
    });
  };
  const journalHolds = async () => {
    let text = '';
    for await (const line of await journalLines(context, day.station.district, 'L')) text += line;
    const file = join(folder, 'journal.jsonl');
    writeFileSync(file, text);
    expect(await verifyJournal(file, null)).toEqual(expect.arrayContaining([expect.stringMatching(/^Totals agree/)]));
  };
  const IN_BAG = [
    ['401', 6_000],
    ['402', 2_500],
  ];

  test('bug: its amount was taken from the largest fund, not from those that it paid', async () => {
    await prepare([], [check]);
    expect(await fundsTold(day.whitebear)).toEqual(IN_BAG);
    await haddad.tell('witnessDeposit', { deposit, pieces: CASH, checks: NONE, moneyOrders: NONE });
    await settle();
    expect(await fundsTold()).toEqual(IN_BAG);
    await day.finance.tell('handToCourier', { deposit, carrier: { courier: 'Loomis' } });
    const slip = { deposit, reference: 'C-77', day: MONDAY, cents: 8_500 };
    await day.finance.tell('confirmDeposit', slip);
    expect([await day.balance('treasurer:401'), await day.balance('treasurer:402')]).toEqual([6_000, 2_500]);
    await journalHolds();
  });

  test('bug: the general ledger had in transit of a fund what its check had taken with it', async () => {
    await prepare([], [check]);
    await haddad.tell('witnessDeposit', { deposit, pieces: CASH, checks: NONE, moneyOrders: NONE });
    await settle();
    expect(await inTransit()).toEqual([
      ['401', 'debit', 6_000],
      ['402', 'debit', 2_500],
    ]);
  });

  test('bug: nor was it otherwise where it was missed once the seal was broken', async () => {
    await prepare([check], []);
    const first = { deposit, pieces: CASH, checks: { items: 1, cents: 7_500 }, moneyOrders: NONE };
    await haddad.tell('witnessDeposit', first);
    expect(await fundsTold()).toEqual([
      ['401', 9_750],
      ['402', 6_250],
    ]);
    await day.finance.tell('courierMissed', { deposit, seal: 'S-777', reason: 'The road was flooded' });
    const anew = { bag: 'QB 0081 4474', seal: 'S-992' };
    await day.finance.tell('recountDeposit', { deposit, pieces: CASH, missing: [check], ...anew });
    await day.whitebear.tell('witnessDeposit', { deposit, pieces: CASH, checks: NONE, moneyOrders: NONE });
    await settle();
    expect(await fundsTold()).toEqual(IN_BAG);
    expect(await inTransit()).toEqual([
      ['401', 'debit', 9_750],
      ['401', 'credit', 3_750],
      ['402', 'debit', 6_250],
      ['402', 'credit', 3_750],
    ]);
    await journalHolds();
  });
});
