import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertDeposit } from '#db/ledger/deposits';
import { breakdown, type Pieces } from '#domain/denominations';
import { cents, sum } from '#domain/money';
import { journalLines } from '#main/ledger/journalLines';
import { verifyJournal } from '#main/verify/verifyJournal';
import { BY_FUND, correctLine, feeOf, refundInCash, reverse } from '../support/byFund.ts';
import { contextOf, onEachStore, type TestContext } from '../support/ledger.ts';
import { atTheOffice, type OfficePerson, yesOf } from '../support/office.ts';
import { type OfficeDay, officeDay, SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';
import { type Forged, forged, put, readJournal, verdict } from '../support/tampering.ts';

onEachStore('deposits by fund', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let haddad: OfficePerson;

  beforeEach(async () => {
    context = contextOf(on.db);
    const made = await officeDay(context);
    day = { ...made, policy: { ...made.policy, counting: { blind: false } } };
    haddad = atTheOffice(context, day.station.key, 'l.haddad');
    await day.load({ ...day.policy, bankAccounts: BY_FUND });
    day.station.journal.openDrawer(TWO_HUNDRED);
  });

  const batch = 'W3-B0001';
  const pay: OfficeDay['station']['journal']['pay'] = (...said) => day.station.journal.pay(...said);
  const inCash = (sewer: number, capital: number) => pay([feeOf(sewer, capital)]);
  const byCheck = (sewer: number, capital: number) =>
    pay([feeOf(sewer, capital)], [{ kind: 'check', cents: sewer + capital }]);
  const paper = (checkNumber: string, amount: number) => ({
    ...{ batch, tender: 'check' as const, checkNumber, cents: amount },
  });
  const pieces = (amount: number): Pieces => breakdown(cents(amount));

  /** The drawer closes, the office counts what it handed over, and the batch is approved. */
  const handedOver = async (cash: number, papers: number[], after: () => void = () => {}, short = 0, besides = 0) => {
    day.station.journal.closeDrawer(-short, besides);
    after();
    await day.station.send();
    const drawer = 'W3-D0001';
    const parts = [
      { handoff: `${drawer}-float`, pieces: TWO_HUNDRED },
      { handoff: `${drawer}-float-return`, pieces: TWO_HUNDRED },
      ...(cash > 0 ? [{ handoff: `${drawer}-cash`, pieces: pieces(cash) }] : []),
      ...(papers.length > 0
        ? [{ handoff: `${drawer}-check`, items: papers.length, cents: sum(papers.map(cents)) }]
        : []),
    ];
    await day.whitebear.tell('countHandoffs', { parts });
  };
  const approved = async (...said: Parameters<typeof handedOver>) => {
    await handedOver(...said);
    await day.approve(batch);
  };
  const waiting = async () => {
    const { batches } = await day.finance.ask('depositable', {});
    const parts = batches.flatMap((one) => one.parts.map((part) => `${part.account} ${part.tender} ${part.cents}`));
    return [
      ...parts,
      ...batches.flatMap((one) => one.checks.map((check) => `${check.account} no. ${check.checkNumber}`)),
    ];
  };
  let bags = 0;
  const prepare = (bankAccount: string, cash: number, checks: ReturnType<typeof paper>[] = []) => {
    bags += 1;
    const bag = { bag: `QB 0081 ${bags}`, seal: `S-99${bags}` };
    return day.whitebear.tell('prepareDeposit', {
      bankAccount,
      batches: [batch],
      pieces: pieces(cash),
      checks,
      ...bag,
    });
  };
  const refused = (bankAccount: string, cash: number, checks: ReturnType<typeof paper>[] = []) => {
    const bag = { bag: 'QB 0099', seal: 'S-900' };
    return day.whitebear.refused('prepareDeposit', {
      bankAccount,
      batches: [batch],
      pieces: pieces(cash),
      checks,
      ...bag,
    });
  };
  const witness = (deposit: string, cash: number, items = 0, papers = 0) =>
    haddad.tell('witnessDeposit', {
      ...{ deposit, pieces: pieces(cash), checks: { items, cents: papers }, moneyOrders: { items: 0, cents: 0 } },
    });
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterfoil-funds-'));
    file = join(folder, 'journal.jsonl');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const journalHolds = async () => {
    let text = '';
    for await (const line of await journalLines(context, day.station.district, 'L')) text += line;
    writeFileSync(file, text);
    expect(await verifyJournal(file, null)).toEqual(expect.arrayContaining([expect.stringMatching(/^Totals agree/)]));
  };

  test('a mixed day: cash is split by what it paid, papers go whole, and the batch is deposited once all of it is', async () => {
    // The check pays the sewer's 30.00 and 5.00 of the capital fund's, the cash the other 15.00.
    pay(
      [feeOf(3_000, 2_000)],
      [
        { kind: 'check', cents: 3_500 },
        { kind: 'cash', cents: 1_500 },
      ],
    );
    inCash(6_000, 0);
    day.station.journal.voidReceipt(inCash(0, 4_000));
    byCheck(0, 2_500);
    correctLine(day.station.journal, inCash(0, 1_000), 1, feeOf(1_000, 0));
    correctLine(day.station.journal, inCash(800, 0), 2, feeOf(0, 800));
    pay([feeOf(0, 700)], [{ kind: 'card', cents: 700 }]);
    await approved(9_000, [3_500, 2_500], undefined, 300);
    const [mixed, capital] = [paper('1010', 3_500), paper('1040', 2_500)];
    expect(await waiting()).toEqual([
      ...['capital cash 2300', 'operating cash 6700', 'capital check 2500', 'operating check 3500'],
      ...['operating no. 1010', 'capital no. 1040'],
    ]);
    expect(await refused('capital', 2_300, [capital, mixed])).toBe('deposit_check_elsewhere');
    expect(await refused('capital', 2_300, [capital, capital])).toBe('deposit_check_twice');
    expect(await prepare('capital', 2_300, [capital])).toMatchObject({ deposit: 'L-P0001', totalCents: 4_800 });
    expect(await waiting()).toEqual(['operating cash 6700', 'operating check 3500', 'operating no. 1010']);
    expect(await refused('capital', 2_300, [capital])).toBe('batch_in_deposit');
    expect(await day.finance.refused('sendBackBatch', { batch, reason: 'Late' })).toBe('batch_in_deposit');
    await witness('L-P0001', 2_300, 1, 2_500);
    expect(await day.finance.ask('batch', { batch })).toMatchObject({ state: 'approved' });
    expect(await waiting()).toEqual(['operating cash 6700', 'operating check 3500', 'operating no. 1010']);
    await prepare('operating', 6_700, [mixed]);
    expect(await waiting()).toEqual([]);
    await witness('L-P0002', 6_700, 1, 3_500);
    expect(await day.finance.ask('batch', { batch })).toMatchObject({ state: 'deposited' });
    for (const tender of ['cash', 'check']) expect(await day.balance(`undeposited:${batch}:${tender}`)).toBe(0);
    expect([await day.balance('deposit:L-P0001'), await day.balance('deposit:L-P0002')]).toEqual([4_800, 10_200]);
    const shown = async (deposit: string) => (await day.auditor.ask('deposit', { deposit })).told;
    expect((await shown('L-P0001'))?.funds).toEqual([{ fund: '402', name: 'Sewer capital', cents: 4_800 }]);
    expect(await shown('L-P0002')).toMatchObject({
      funds: [],
      tie: [
        { tender: 'cash', receiptsCents: 9_300, drawersCents: 9_000, officeCents: 6_700, elsewhereCents: 2_300 },
        { tender: 'check', receiptsCents: 6_000, drawersCents: 6_000, officeCents: 3_500, elsewhereCents: 2_500 },
      ],
      breaks: [{ why: 'over_short', tender: 'cash', batch, cents: -300 }],
    });
    // The day has each cent once, whatever bags it lies in.
    const seen = await day.auditor.ask('day', { day: '2026-11-23' });
    expect(seen.tie.slice(0, 2)).toMatchObject([
      { tender: 'cash', receiptsCents: 9_300, drawersCents: 9_000, depositCents: 9_000, holds: { deposit: 'even' } },
      { tender: 'check', receiptsCents: 6_000, drawersCents: 6_000, depositCents: 6_000, holds: { bank: 'open' } },
    ]);
    const broken = seen.breaks.filter(({ tender }) => tender !== 'card');
    expect(broken.map(({ why, tender, deposit, cents: by }) => [why, tender, deposit, by])).toEqual([
      ['over_short', 'cash', null, -300],
      ...[
        ['on_its_way', 'cash', 'L-P0001', -2_300],
        ['on_its_way', 'check', 'L-P0001', -2_500],
      ],
      ...[
        ['on_its_way', 'cash', 'L-P0002', -6_700],
        ['on_its_way', 'check', 'L-P0002', -3_500],
      ],
    ]);
    await journalHolds();
  });

  test('in the other order it is the same, and what is taken back waits again for its own account', async () => {
    inCash(6_000, 2_000);
    await approved(8_000, []);
    await prepare('operating', 6_000);
    expect(await waiting()).toEqual(['capital cash 2000']);
    await prepare('capital', 2_000);
    await day.finance.tell('withdrawDeposit', { deposit: 'L-P0001', reason: 'The bag is torn' });
    expect(await waiting()).toEqual(['operating cash 6000']);
    await witness('L-P0002', 2_000);
    await prepare('operating', 6_000);
    await witness('L-P0003', 6_000);
    expect(await day.finance.ask('batch', { batch })).toMatchObject({ state: 'deposited' });
    await journalHolds();
  });

  test('short by more than the other account has, the fund’s own bears it: nothing is left in the safe', async () => {
    inCash(200, 5_000);
    await approved(4_700, [], undefined, 500);
    expect(await waiting()).toEqual(['capital cash 4700']);
    expect(await refused('operating', 0)).toBe('deposit_nothing');
    await prepare('capital', 4_700);
    await witness('L-P0001', 4_700);
    expect(await day.finance.ask('batch', { batch })).toMatchObject({ state: 'deposited' });
  });

  /** A deposit's cash from its receipts on: each row as far as the office, and each break with its amount. */
  const tied = async (deposit: string) => {
    const told = (await day.auditor.ask('deposit', { deposit })).told;
    const [cash] = told?.tie ?? [];
    if (!told || !cash) throw new Error('there is cash in it');
    const breaks = told.breaks.map((one): [string, number] => [one.why, one.cents]);
    const { receiptsCents, elsewhereCents, depositCents } = cash;
    const explained = breaks.reduce((total, [, by]) => total + by, receiptsCents - elsewhereCents);
    expect(explained).toBe(depositCents ?? cash.officeCents);
    return { cents: [receiptsCents, cash.drawersCents, elsewhereCents, cash.officeCents], breaks };
  };

  test('bug: one loss is charged to one deposit', async () => {
    inCash(6_000, 4_000);
    await handedOver(9_000, []);
    const found = { counted: { handoff: 'W3-D0001-cash', pieces: pieces(9_000) }, reason: 'One note gone' };
    await day.finance.tell('resolveHandoff', found, yesOf(SOLHEIM, (await day.finance.ask('resolution', found)).mark));
    await day.approve(batch);
    await prepare('operating', 5_000);
    await witness('L-P0001', 5_000);
    await prepare('capital', 4_000);
    await witness('L-P0002', 2_000);
    const third = { deposit: 'L-P0002', pieces: pieces(2_000), missing: [], reason: 'Fell behind the safe' };
    const { mark } = await day.finance.ask('depositResolution', third);
    await day.finance.tell('resolveDeposit', third, yesOf(SOLHEIM, mark));
    expect(await tied('L-P0001')).toEqual({
      ...{ cents: [10_000, 10_000, 4_000, 5_000], breaks: [['handoff', -1_000]] },
    });
    expect(await tied('L-P0002')).toEqual({
      ...{ cents: [4_000, 4_000, 0, 4_000], breaks: [['deposit_count', -2_000]] },
    });
    const { breaks } = await day.auditor.ask('day', { day: '2026-11-23' });
    const lost = breaks.filter(({ why }) => why === 'handoff' || why === 'deposit_count');
    expect(lost.map(({ why, cents: by }) => [why, by])).toEqual([
      ['handoff', -1_000],
      ['deposit_count', -2_000],
    ]);
  });

  test('while the rest still waits, no other deposit tells what it is short; then its own does, also a second one of it', async () => {
    inCash(6_000, 2_000);
    await approved(7_500, [], undefined, 500);
    await prepare('capital', 2_000);
    await witness('L-P0001', 2_000);
    const capital = { cents: [2_000, 2_000, 0, 2_000], breaks: [] };
    expect(await tied('L-P0001')).toEqual(capital);
    const operating = { cents: [8_000, 7_500, 2_000, 5_500], breaks: [['over_short', -500]] };
    await prepare('operating', 5_500);
    await day.finance.tell('withdrawDeposit', { deposit: 'L-P0002', reason: 'The bag is torn' });
    await prepare('operating', 5_500);
    await witness('L-P0003', 5_500);
    expect(await tied('L-P0001')).toEqual(capital);
    expect(await tied('L-P0003')).toEqual(operating);
  });

  test('where the rest has nothing, the share that bears a loss tells it, also while it waits', async () => {
    const [rest, capital] = BY_FUND;
    if (!rest || !capital) throw new Error('there are two accounts');
    const sewer = { ...capital, account: 'sewer', name: 'Sewer account', funds: ['401'] };
    await day.load({ ...day.policy, bankAccounts: [rest, sewer, capital] });
    inCash(3_000, 5_000);
    await approved(7_500, [], undefined, 500);
    expect(await waiting()).toEqual(['sewer cash 3000', 'capital cash 4500']);
    await prepare('sewer', 3_000);
    await witness('L-P0001', 3_000);
    const alone = { cents: [3_000, 3_000, 0, 3_000], breaks: [] };
    expect(await tied('L-P0001')).toEqual(alone);
    await prepare('capital', 4_500);
    await witness('L-P0002', 4_500);
    expect(await tied('L-P0001')).toEqual(alone);
    expect(await tied('L-P0002')).toEqual({
      ...{ cents: [8_000, 7_500, 3_000, 4_500], breaks: [['over_short', -500]] },
    });
  });

  test('what was given back, reversed or corrected before the approval counts; what comes after moves nothing', async () => {
    const refunded = inCash(0, 3_000);
    refundInCash(day.station.journal, refunded, 500);
    const twice = inCash(0, 1_200);
    const late = inCash(0, 900);
    inCash(4_000, 0);
    await approved(7_400, [], () => reverse(day.station.journal, twice), 1_200, -500);
    expect(await waiting()).toEqual(['capital cash 3400', 'operating cash 4000']);
    correctLine(day.station.journal, late, 1, feeOf(900, 0));
    await day.station.send();
    expect(await waiting()).toEqual(['capital cash 3400', 'operating cash 4000']);
  });

  test('money of no purpose goes where unapplied credit and suspense stand', async () => {
    const { standing } = day.policy;
    const line = { kind: 'account' as const, accountNumber: '40-11872-03', charges: [], namedWhy: null };
    pay([{ ...line, cents: 1_000, unappliedCents: 1_000 }]);
    pay([{ kind: 'suspense', parcel: '', cents: 300 }]);
    await approved(1_300, []);
    expect(await waiting()).toEqual(['operating cash 1300']);
    const suspense = { ...standing.suspense, fund: '402' };
    const chart = [...day.policy.chart, { ...suspense, name: 'Suspense' }];
    await day.load({ ...day.policy, chart, standing: { ...standing, suspense }, bankAccounts: BY_FUND });
    expect(await waiting()).toEqual(['capital cash 300', 'operating cash 1000']);
  });

  test('checks that were settled at another amount than was counted all go to the account without funds', async () => {
    byCheck(0, 2_500);
    byCheck(0, 1_000);
    await handedOver(0, [2_500]);
    const found = { counted: { handoff: 'W3-D0001-check', items: 1, cents: 2_500 }, reason: 'One is gone' };
    const { mark } = await day.finance.ask('resolution', found);
    await day.finance.tell('resolveHandoff', found, yesOf(SOLHEIM, mark));
    await day.approve(batch);
    expect(await waiting()).toEqual(['operating check 2500', 'operating no. 1010', 'operating no. 1020']);
    await prepare('operating', 0, [paper('1010', 2_500)]);
    expect(await witness('L-P0001', 0, 1, 2_500)).toMatchObject({ state: 'made' });
  });

  test('where accounts change while a batch is half deposited, the rest of it still finds its way', async () => {
    inCash(6_000, 2_000);
    byCheck(0, 2_500);
    byCheck(1_000, 0);
    await approved(8_000, [2_500, 1_000]);
    await prepare('operating', 6_000, [paper('1030', 1_000)]);
    await day.load({ ...day.policy, bankAccounts: [{ ...BY_FUND[1], funds: ['401'] }, BY_FUND[0]] as typeof BY_FUND });
    expect(await waiting()).toEqual(['capital cash 2000', 'operating check 2500', 'operating no. 1020']);
    await day.load({ ...day.policy, bankAccounts: BY_FUND.slice(0, 1) });
    expect(await waiting()).toEqual(['operating cash 2000', 'operating check 2500', 'operating no. 1020']);
    await prepare('operating', 2_000, [paper('1020', 2_500)]);
    expect(await waiting()).toEqual([]);
  });

  test('the database itself lets no deposits hold more of a tender than the batch has', async () => {
    inCash(6_000, 2_000);
    await approved(8_000, []);
    await prepare('capital', 2_000);
    const key = { ...day.station.key, series: 'L', epoch: 1 };
    const row = { deposit: 'L-P0002', number: 2, bag: 'QB2', bankAccount: 'operating', firstReceiptAt: 1, dueAt: 2 };
    const insert = (amount: number) =>
      on.db.inDistrict(key.district, 'write', (tx) =>
        insertDeposit(tx, key, { ...row, sequence: 1 }, [{ batch, tender: 'cash', cents: amount }]),
      );
    await expect(insert(6_001)).rejects.toThrow();
    await insert(6_000);
  });

  test('with the county each fund ends in its own, and what their receipt says otherwise is the largest’s', async () => {
    const all: (typeof BY_FUND)[number]['tenders'] = ['cash', 'check', 'money-order'];
    const county = {
      account: 'county',
      name: 'County treasurer',
      lastFour: '4410',
      tenders: all,
      funds: ['401', '402'],
    };
    await day.load({ ...day.policy, bankAccounts: [...BY_FUND.slice(0, 1), { ...county, atTreasurer: true }] });
    inCash(6_000, 2_000);
    byCheck(1_000, 500);
    await approved(8_010, [1_500], undefined, -10);
    expect(await waiting()).toEqual(['county cash 8000', 'operating cash 10', 'county check 1500', 'county no. 1020']);
    await prepare('county', 8_000, [paper('1020', 1_500)]);
    await witness('L-P0001', 8_000, 1, 1_500);
    await day.finance.tell('handToCourier', { deposit: 'L-P0001', carrier: { courier: 'Northwest Armored' } });
    const told = (await day.auditor.ask('deposit', { deposit: 'L-P0001' })).told;
    expect(told?.funds.map((one) => [one.fund, one.cents])).toEqual([
      ['401', 7_000],
      ['402', 2_500],
    ]);
    const receipt = { deposit: 'L-P0001', reference: 'Receipt 20417', day: '2026-11-23', cents: 9_450 };
    const { mark } = await day.finance.ask('confirmation', receipt);
    const yes = yesOf(SOLHEIM, mark);
    expect(await day.finance.tell('confirmDeposit', receipt, yes)).toMatchObject({ differenceCents: -50 });
    const balances = ['deposit:L-P0001', 'treasurer:401', 'treasurer:402', 'difference:deposit'];
    expect(await Promise.all(balances.map(day.balance))).toEqual([0, 6_950, 2_500, 50]);
    await journalHolds();
    await forgersAreFound();
  });

  /** Who seals such a journal again after a change is told at the first entry that does not hold. */
  const forgersAreFound = async () => {
    const journal = readJournal(file);
    const kinds = journal.lines.map((line) => JSON.parse(line.text).kind as string);
    const said = async (kind: string, path: string, value: unknown) => {
      const bad = forged(journal, kinds.indexOf(kind), (entry: Forged) => put(entry, path, value));
      return (await verdict(file, bad)).replace(/^Entry .* is bad: /, '');
    };
    const part = 'payload.parts.0';
    expect(await said('deposit_prepared', `${part}.leftCents`, 20)).toBe(
      `The cash of batch ${batch} is 80.00, but must be 79.90.`,
    );
    expect(await said('deposit_prepared', `${part}.funds.1.cents`, 1_999)).toBe(
      `What the cash of batch ${batch} is of funds is 79.99, but must be 80.00.`,
    );
    expect(await said('deposit_prepared', `${part}.funds.1.fund`, '401')).toBe('A fund is told twice.');
    const two = (one: number, other: number) => [
      { fund: '401', cents: one },
      { fund: '402', cents: other },
    ];
    expect(await said('deposit_confirmed', 'payload.treasurerFunds', two(6_950, 2_501))).toBe(
      'What ends in the county’s funds is 94.51, but must be 94.50.',
    );
    expect(await said('deposit_confirmed', 'payload.treasurerFunds', two(6_949, 2_501))).toBe(
      'The postings move 69.50 on treasurer:401, but must move 69.49.',
    );
  };
});
