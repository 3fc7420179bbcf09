import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TieBreak } from '#contract/tieShapes';
import type { Pieces } from '#domain/denominations';
import { journalLines } from '#main/ledger/journalLines';
import { verifyJournal } from '#main/verify/verifyJournal';
import { lineFor } from '../support/journalBuilder.ts';
import { contextOf, FIRST, onEachStore, type TestContext } from '../support/ledger.ts';
import { atTheOffice, type OfficePerson, yesOf } from '../support/office.ts';
import { CHECK, type OfficeDay, officeDay, SIXTY, SOLHEIM } from '../support/officeDay.ts';
import { type Forged, forged, put, readJournal, verdict } from '../support/tampering.ts';

/* What is gone between the office's count and the bag: the first counter of a deposit records what is there. */

const deposit = 'L-P0001';
const batch = 'W3-B0001';
const FORTY: Pieces = { 2000: 2 };

onEachStore('a deposit of which something is missing', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let haddad: OfficePerson;
  let folder: string;
  let file: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterfoil-short-'));
    file = join(folder, 'journal.jsonl');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    haddad = atTheOffice(context, day.station.key, 'l.haddad');
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve(batch);
  });

  const check = { ...CHECK, batch, tender: 'check' as const };
  const none = { items: 0, cents: 0 };
  const first = {
    ...{ bankAccount: 'operating', batches: [batch], pieces: FORTY, checks: [check] },
    ...{ bag: 'QB 0081 4473', seal: 'S-991' },
  };
  const second = { deposit, pieces: FORTY, checks: { items: 1, cents: 8_640 }, moneyOrders: none };
  const third = { deposit, pieces: FORTY, missing: [] as (typeof check)[], reason: 'A twenty is gone from the safe' };
  const shown = (by = day.finance) => by.ask('deposit', { deposit });
  const settle = async (found: typeof third) => {
    const { mark, unexplained } = await day.finance.ask('depositResolution', found);
    await day.finance.tell('resolveDeposit', found, yesOf(SOLHEIM, mark));
    return unexplained.map(({ cents }) => cents);
  };
  const verified = async () => {
    let text = '';
    for await (const line of await journalLines(context, day.station.district, 'L')) text += line;
    writeFileSync(file, text);
    return (await verifyJournal(file, null)).join('\n');
  };

  test('bug: nobody was called to a deposit that waits for its second count, to be settled, or for the courier', async () => {
    const waits = async (by = day.solheim) =>
      (await by.ask('day', {})).waiting.map(({ what, label, personName, cents }) => [what, label, personName, cents]);
    await day.whitebear.tell('prepareDeposit', first);
    expect(await waits()).toEqual([['witness', deposit, 'Joseph Whitebear', null]]);
    expect(await waits(day.whitebear)).toEqual([]);
    expect(await waits(day.auditor)).toEqual([]);
    await haddad.tell('witnessDeposit', { ...second, pieces: SIXTY });
    for (const by of [day.solheim, day.finance, day.whitebear])
      expect(await waits(by)).toEqual([['settleDeposit', deposit, 'Layla Haddad', null]]);
    // It waits the day after, too.
    context.at.now += 24 * 3_600_000;
    expect(await waits()).toEqual([['settleDeposit', deposit, 'Layla Haddad', null]]);
    await settle(third);
    expect(await waits()).toEqual([['hand', deposit, 'Ebba Lindqvist', null]]);
    await day.finance.tell('handToCourier', { deposit, carrier: { courier: 'Northwest Armored' } });
    expect(await waits()).toEqual([]);
  });

  test('bug: cash gone between the office’s count and the bag could not be put on record', async () => {
    expect(await day.whitebear.tell('prepareDeposit', first)).toMatchObject({ deposit, totalCents: 12_640 });
    expect(await haddad.tell('witnessDeposit', second)).toMatchObject({ state: 'differs' });
    expect((await shown()).told?.counts).toEqual([
      {
        ...{ tender: 'cash', heldCents: 6_000, firstCents: 4_000, secondCents: 4_000 },
        ...{ firstItems: null, secondItems: null, agrees: false },
      },
      {
        ...{ tender: 'check', heldCents: 8_640, firstCents: 8_640, secondCents: 8_640 },
        ...{ firstItems: 1, secondItems: 1, agrees: true },
      },
      expect.objectContaining({ tender: 'money-order', agrees: true }),
    ]);
    // Nothing moves before it is settled by a third look and two people.
    expect(await day.balance(`undeposited:${batch}:cash`)).toBe(6_000);
    expect(await day.finance.refused('handToCourier', { deposit, carrier: { courier: 'N' } })).toBe('deposit_not_made');
    expect(await settle(third)).toEqual([-2_000, 0, 0]);
    expect(await day.balance(`deposit:${deposit}`)).toBe(12_640);
    expect(await day.balance('over-short')).toBe(2_000);
    for (const tender of ['cash', 'check']) expect(await day.balance(`undeposited:${batch}:${tender}`)).toBe(0);
    const { told } = await shown();
    expect(told).toMatchObject({ totalCents: 12_640, pieces: FORTY, checks: [check] });
    expect(told?.breaks).toEqual([
      {
        ...{ why: 'deposit_count', tender: 'cash', cents: -2_000 },
        ...{ batch: null, deposit, document: 'QB00814473', day: null },
      },
    ]);
    expect(await verified()).toContain('Balanced');
  });

  test('goes to the bank with what is in it: the day ties, and names what is gone with its bag', async () => {
    await day.whitebear.tell('prepareDeposit', first);
    await haddad.tell('witnessDeposit', second);
    await settle(third);
    await day.finance.tell('handToCourier', { deposit, carrier: { courier: 'Northwest Armored' } });
    const slip = { deposit, reference: '7', day: '2026-11-23', cents: 12_640 };
    expect(await day.finance.tell('confirmDeposit', slip)).toMatchObject({ differenceCents: 0 });
    const { tie, breaks } = await day.finance.ask('day', {});
    expect(tie.map((row) => [row.tender, row.drawersCents, row.depositCents, row.bankCents])).toEqual([
      ['cash', 6_000, 4_000, 4_000],
      ['check', 8_640, 8_640, 8_640],
    ]);
    expect(breaks.map(({ why, tender, cents, document }) => [why, tender, cents, document])).toEqual([
      ['deposit_count', 'cash', -2_000, 'QB00814473'],
    ]);
    expect(await verified()).toContain('Balanced');
  });

  test('bug: cash found in a deposit whose batches had brought none stood in no row of the day’s tie', async () => {
    const { journal } = day.station;
    journal.openDrawer({});
    const account = await day.station.account(FIRST);
    journal.pay([lineFor({ ...account, charges: [] }, 5_000)], [{ kind: 'check', cents: 5_000 }]);
    journal.closeDrawer();
    await day.station.send();
    await day.whitebear.tell('countHandoffs', { parts: [{ handoff: 'W3-D0002-check', items: 1, cents: 5_000 }] });
    await day.approve('W3-B0002');
    const number = (await day.finance.ask('depositable', {})).batches.find((one) => one.batch === 'W3-B0002');
    const [paper] = number?.checks ?? [];
    if (!paper) throw new Error('a batch with a check has one');
    const told = {
      bankAccount: 'operating',
      batches: ['W3-B0002'],
      pieces: {},
      checks: [{ ...CHECK, checkNumber: paper.checkNumber, cents: 5_000, batch: 'W3-B0002', tender: 'check' as const }],
    };
    await day.whitebear.tell('prepareDeposit', { ...told, bag: 'QB 0081 4490', seal: 'S-1990' });
    const papers = { checks: { items: 1, cents: 5_000 }, moneyOrders: none };
    await haddad.tell('witnessDeposit', { deposit, pieces: { 100: 1 }, ...papers });
    expect(await settle({ ...third, pieces: { 100: 1 }, reason: 'A dollar lay between the checks' })).toEqual([
      100, 0, 0,
    ]);
    const { tie, breaks } = await day.finance.ask('day', {});
    expect(breaks.filter(({ why }) => why === 'deposit_count')).toMatchObject([
      { tender: 'cash', cents: 100, deposit },
    ]);
    const cash = tie.find(({ tender }) => tender === 'cash');
    expect([cash?.drawersCents, cash?.depositCents]).toEqual([6_000, 100]);
    expect(await verified()).toContain('Balanced');
  });

  test('bug: what was gone of two bags of one deposit stood in the tie as one loss, with the second bag', async () => {
    await day.whitebear.tell('prepareDeposit', first);
    await haddad.tell('witnessDeposit', second);
    await settle(third);
    await day.finance.tell('courierMissed', { deposit, seal: 'S-992', reason: 'It came back from the road' });
    const twenty = { deposit, pieces: { 2000: 1 }, missing: [] };
    await day.finance.tell('recountDeposit', { ...twenty, bag: 'QB 0081 4474', seal: 'S-993' });
    await haddad.tell('witnessDeposit', { ...second, pieces: { 2000: 1 } });
    expect(await settle({ ...twenty, reason: 'Taken from the bag' })).toEqual([-2_000, 0, 0]);
    const lost = [
      ['deposit_count', 'cash', -2_000, 'QB00814473'],
      ['deposit_count', 'cash', -2_000, 'QB00814474'],
    ];
    const told = (breaks: readonly TieBreak[]) =>
      breaks
        .filter(({ why }) => why === 'deposit_count')
        .map(({ why, tender, cents, document }) => [why, tender, cents, document]);
    const { tie, breaks } = await day.finance.ask('day', {});
    expect(told(breaks)).toEqual(lost);
    expect(told((await shown()).told?.breaks ?? [])).toEqual(lost);
    expect(tie[0]).toMatchObject({ drawersCents: 6_000, depositCents: 2_000, holds: { deposit: 'differs' } });
    expect(await verified()).toContain('Balanced');
  });

  test('ends with the county with what is in it', async () => {
    const [account] = day.policy.bankAccounts;
    if (!account) throw new Error('the district has a bank account');
    await day.load({ ...day.policy, bankAccounts: [{ ...account, treasurerFund: '401' }] });
    await day.whitebear.tell('prepareDeposit', first);
    await haddad.tell('witnessDeposit', second);
    await settle(third);
    await day.finance.tell('handToCourier', { deposit, carrier: { courier: 'Northwest Armored' } });
    await day.finance.tell('confirmDeposit', { deposit, reference: '20417', day: '2026-11-23', cents: 12_640 });
    const balances = [`deposit:${deposit}`, 'treasurer:401', 'difference:deposit', 'over-short'];
    expect(await Promise.all(balances.map(day.balance))).toEqual([0, 12_640, 0, 2_000]);
    expect(await verified()).toContain('Balanced');
  });

  test('bug: the first count of a deposit was told what it had to come to', async () => {
    await day.whitebear.tell('prepareDeposit', first);
    const own = (await shown(day.whitebear)).told;
    expect(own).toMatchObject({ totalCents: 12_640, pieces: FORTY, parts: [], tie: [], breaks: [], counts: [] });
    expect((await shown()).told).toBeNull();
    await haddad.tell('witnessDeposit', { ...second, pieces: SIXTY });
    expect((await shown(day.whitebear)).told?.tie).toHaveLength(2);
  });

  test('where the district does not count blind, who prepared it sees what its batches hold', async () => {
    await day.load({ ...day.policy, counting: { blind: false } });
    await day.whitebear.tell('prepareDeposit', first);
    expect((await shown(day.whitebear)).told).toMatchObject({ totalCents: 12_640, parts: [{ cents: 6_000 }, {}] });
  });

  test.each([
    ['the second count finds all that is held', SIXTY, { ...third, pieces: SIXTY }, [0, 0, 0], 14_640],
    ['a third look finds a ten', FORTY, { ...third, pieces: { 2000: 2, 1000: 1 } }, [-1_000, 0, 0], 13_640],
    ['more is there than is held', { 2000: 4 }, { ...third, pieces: { 2000: 4 } }, [2_000, 0, 0], 16_640],
  ])('%s: it is settled with what is there', async (_, counted, found, unexplained, there) => {
    await day.whitebear.tell('prepareDeposit', first);
    expect(await haddad.tell('witnessDeposit', { ...second, pieces: counted })).toMatchObject({ state: 'differs' });
    expect(await settle(found)).toEqual(unexplained);
    expect(await day.balance(`deposit:${deposit}`)).toBe(there);
    expect(await day.balance('over-short')).toBe(14_640 - there);
    expect(await verified()).toContain('Balanced');
  });

  test('a check that is not there is told as missing, and may be found by the third look', async () => {
    const less = { ...first, pieces: SIXTY, checks: [], missing: [check] };
    expect(await day.whitebear.refused('prepareDeposit', { ...less, missing: [] })).toBe('deposit_checks_differ');
    expect(await day.whitebear.refused('prepareDeposit', { ...less, checks: [check] })).toBe('deposit_check_twice');
    expect(await day.whitebear.tell('prepareDeposit', less)).toMatchObject({ totalCents: 6_000 });
    // It is in no other deposit either.
    expect((await day.finance.ask('depositable', {})).batches).toEqual([]);
    const alike = { ...second, pieces: SIXTY, checks: none };
    expect(await haddad.tell('witnessDeposit', alike)).toMatchObject({ state: 'differs' });
    expect((await shown()).told).toMatchObject({ totalCents: 6_000, checks: [check] });
    const gone = { ...third, pieces: SIXTY, missing: [check] };
    const { unexplained } = await day.finance.ask('depositResolution', gone);
    expect(unexplained.map(({ cents }) => cents)).toEqual([0, -8_640, 0]);
    expect(await settle({ ...gone, missing: [] })).toEqual([0, 0, 0]);
    expect(await day.balance('difference:check')).toBe(0);
    expect((await shown()).told).toMatchObject({ totalCents: 14_640, checks: [check], breaks: [] });
    expect(await verified()).toContain('Balanced');
  });

  test('cash that no batch brings is not counted into it, and it can be taken back as any other', async () => {
    await day.load({
      ...day.policy,
      bankAccounts: [
        { account: 'cash', name: 'Cash account', lastFour: '1111', tenders: ['cash'] },
        { account: 'lockbox', name: 'Check account', lastFour: '2222', tenders: ['check', 'money-order'] },
      ],
    });
    const papers = { ...first, bankAccount: 'lockbox' };
    expect(await day.whitebear.refused('prepareDeposit', papers)).toBe('deposit_no_cash');
    await day.whitebear.tell('prepareDeposit', { ...first, bankAccount: 'cash', checks: [] });
    await haddad.tell('witnessDeposit', { ...second, checks: none });
    await day.finance.tell('withdrawDeposit', { deposit, reason: 'It was in the other tray' });
    const anew = { ...first, bankAccount: 'cash', pieces: SIXTY, checks: [], bag: 'QB 0081 4474', seal: 'S-992' };
    await day.whitebear.tell('prepareDeposit', anew);
    const counted = { ...second, deposit: 'L-P0002', pieces: SIXTY, checks: none };
    expect(await haddad.tell('witnessDeposit', counted)).toMatchObject({ state: 'made' });
    expect(await day.balance('over-short')).toBe(0);
    expect(await verified()).toContain('Balanced');
  });

  test('who seals such a journal again after a change is told at the first entry that does not hold', async () => {
    await day.whitebear.tell('prepareDeposit', { ...first, checks: [], missing: [check] });
    await haddad.tell('witnessDeposit', { ...second, checks: none });
    await settle({ ...third, missing: [check] });
    await verified();
    const journal = readJournal(file);
    const kinds = journal.lines.map((line) => JSON.parse(line.text).kind as string);
    const said = async (kind: string, path: string, value: unknown) => {
      const bad = forged(journal, kinds.indexOf(kind), (entry: Forged) => put(entry, path, value));
      return (await verdict(file, bad)).replace(/^Entry .* is bad: /, '');
    };
    expect(await said('deposit_witnessed', 'payload.agrees', true)).toBe(
      'Whether the counts agree is true, but must be false.',
    );
    expect(await said('deposit_prepared', 'payload.missing', [])).toBe(
      `The check papers of batch ${batch} is 0.00, but must be 86.40.`,
    );
    expect(await said('deposit_prepared', 'payload.checkCents', 8_640)).toBe('checkCents is 86.40, but must be 0.00.');
    expect(await said('deposit_resolved', 'payload.missing', [])).toBe('checkCents is 0.00, but must be 86.40.');
  });
});
