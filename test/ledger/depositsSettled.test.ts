import { lineFor } from '../support/journalBuilder.ts';
import { contextOf, FIRST, onEachStore, type TestContext } from '../support/ledger.ts';
import { atTheOffice, type OfficePerson, yesOf } from '../support/office.ts';
import { type OfficeDay, officeDay, SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';

/* Checks that the office had counted otherwise than the drawer, until a second look at the handoff settled it. */

const deposit = 'L-P0001';
const batch = 'W3-B0001';
const handoff = 'W3-D0001-check';
const none = { items: 0, cents: 0 };

onEachStore('a deposit of checks whose handoff was settled', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let haddad: OfficePerson;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    haddad = atTheOffice(context, day.station.key, 'l.haddad');
    const { journal } = day.station;
    const account = { ...(await day.station.account(FIRST)), charges: [] };
    journal.openDrawer(TWO_HUNDRED);
    for (const amount of [4_000, 1_000]) journal.pay([lineFor(account, amount)], [{ kind: 'check', cents: amount }]);
    journal.closeDrawer();
    await day.station.send();
  });

  const paper = (checkNumber: string, cents: number) => ({ batch, tender: 'check' as const, checkNumber, cents });
  const [first, second] = [paper('1010', 4_000), paper('1020', 1_000)];
  const settledAt = async (items: number, cents: number) => {
    const floats = ['float', 'float-return'].map((what) => ({ handoff: `W3-D0001-${what}`, pieces: TWO_HUNDRED }));
    await day.whitebear.tell('countHandoffs', { parts: [...floats, { handoff, items: 1, cents: 2_000 }] });
    const found = { counted: { handoff, items, cents }, reason: 'Counted again by two' };
    const { mark } = await day.finance.ask('resolution', found);
    await day.finance.tell('resolveHandoff', found, yesOf(SOLHEIM, mark));
    await day.approve(batch);
  };
  const about = (checks: (typeof first)[], missing: (typeof first)[] = []) => ({
    ...{ bankAccount: 'operating', batches: [batch], pieces: {}, checks },
    ...(missing.length > 0 ? { missing } : {}),
    ...{ bag: 'QB 0081 4473', seal: 'S-991' },
  });
  const prepare = (checks: (typeof first)[]) => day.whitebear.tell('prepareDeposit', about(checks));
  const refused = (checks: (typeof first)[]) => day.whitebear.refused('prepareDeposit', about(checks));
  const witness = (items: number, cents: number) =>
    haddad.tell('witnessDeposit', { deposit, pieces: {}, checks: { items, cents }, moneyOrders: none });
  const breaks = async () => {
    const { told } = await day.finance.ask('deposit', { deposit });
    return told?.breaks.map((one) => [one.why, one.tender, one.document, one.cents]);
  };

  test('bug: once it was settled at what was given, checks that nobody brought took the place of the real ones', async () => {
    await settledAt(2, 5_000);
    expect(await refused([paper('777', 4_000), paper('778', 1_000)])).toBe('deposit_check_unknown');
    expect(await refused([first, paper('778', 1_000)])).toBe('deposit_check_unknown');
    expect(await refused([first])).toBe('deposit_checks_differ');
    await prepare([first, second]);
    expect(await witness(2, 5_000)).toMatchObject({ state: 'made' });
    expect(await breaks()).toEqual([]);
  });

  test('bug: once it was settled, a check that is gone could not be told as missing', async () => {
    await settledAt(2, 5_000);
    await day.whitebear.tell('prepareDeposit', about([first], [second]));
    expect(await witness(1, 4_000)).toMatchObject({ state: 'differs' });
    const found = { deposit, pieces: {}, missing: [second], reason: 'The small one is gone' };
    const { mark } = await day.finance.ask('depositResolution', found);
    await day.finance.tell('resolveDeposit', found, yesOf(SOLHEIM, mark));
    expect(await breaks()).toEqual([['deposit_count', 'check', 'QB00814473', -1_000]]);
  });

  test('bug: a paper that no close counted went into the deposit and nothing named it', async () => {
    await settledAt(3, 6_500);
    const other = paper('778', 1_500);
    expect(await refused([first, second])).toBe('deposit_checks_differ');
    expect(await refused([first, paper('778', 1_250), paper('778', 1_250)])).toBe('deposit_check_twice');
    await prepare([first, second, other]);
    expect(await witness(3, 6_500)).toMatchObject({ state: 'made' });
    const handed = ['handoff', 'check', handoff, 1_500];
    expect(await breaks()).toEqual([handed, ['not_counted', 'check', '778', 0]]);
    const told = (await day.finance.ask('day', {})).breaks.map((one) => [one.why, one.tender, one.document, one.cents]);
    expect(told).toContainEqual(['not_counted', 'check', '778', 0]);
  });

  test('where less was found, what is left of the close’s papers goes to the bank and breaks nothing more', async () => {
    await settledAt(1, 4_000);
    await prepare([first]);
    expect(await witness(1, 4_000)).toMatchObject({ state: 'made' });
    expect(await breaks()).toEqual([['handoff', 'check', handoff, -1_000]]);
  });
});
