import { contextOf, onEachStore, type TestContext } from '../support/ledger.ts';
import { atTheOffice, type OfficePerson, yesOf } from '../support/office.ts';
import { CHECK, type OfficeDay, officeDay, SIXTY, SOLHEIM, WHITEBEAR } from '../support/officeDay.ts';

const DAY = 86_400_000;

onEachStore('a deposit that ends with the county, or is sent as images', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let haddad: OfficePerson;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    haddad = atTheOffice(context, day.station.key, 'l.haddad');
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
  });

  const check = { ...CHECK, batch: 'W3-B0001', tender: 'check' as const };
  const none = { items: 0, cents: 0 };
  const bag = { bag: 'QB 0081 4473', seal: 'S-991' };
  const whole = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: SIXTY, checks: [check], ...bag };
  const deposit = 'L-P0001';
  const prepare = (over: object = {}) => day.whitebear.tell('prepareDeposit', { ...whole, ...over });
  const witness = (over: object = {}) =>
    haddad.tell('witnessDeposit', {
      ...{ deposit, pieces: SIXTY, checks: { items: 1, cents: 8_640 }, moneyOrders: none },
      ...over,
    });
  const accounts = (over: { remote?: true; treasurerFund?: string }) =>
    day.load({
      ...day.policy,
      bankAccounts: [
        { account: 'cash', name: 'Cash account', lastFour: '1111', tenders: ['cash'], ...only(over.treasurerFund) },
        {
          ...{ account: 'papers', name: 'Check account', lastFour: '2222' },
          ...{ tenders: ['check', 'money-order'], ...(over.remote ? { remote: over.remote } : {}) },
        },
      ],
    });
  const only = (treasurerFund: string | undefined) => (treasurerFund === undefined ? {} : { treasurerFund });
  const images = { bankAccount: 'papers', pieces: {}, bag: undefined, seal: undefined };

  test('of images leaves in no bag, and its paper is destroyed by two after its days', async () => {
    await accounts({ remote: true });
    const refused = (over: object) => day.whitebear.refused('prepareDeposit', { ...whole, ...over });
    expect(await refused({ ...images, ...bag })).toBe('bag_not_wanted');
    expect(await refused({ bankAccount: 'cash', checks: [], bag: undefined })).toBe('bag_missing');
    expect(await prepare(images)).toMatchObject({ totalCents: 8_640 });
    const send = { deposit, confirmation: 'RDC 20261123-88' };
    expect(await day.finance.refused('transmitDeposit', send)).toBe('deposit_not_made');
    await witness({ pieces: {} });
    const carrier = { courier: 'Northwest Armored' };
    expect(await day.finance.refused('handToCourier', { deposit, carrier })).toBe('deposit_is_images');
    expect(await day.finance.refused('courierMissed', { deposit, seal: 'S-991', reason: 'Late' })).toBe(
      'deposit_is_images',
    );
    const destroyAfter = '2026-12-07';
    expect(await day.finance.tell('transmitDeposit', send)).toEqual({
      ...{ deposit, state: 'handed', isLate: false, destroyAfter },
    });
    expect(await day.finance.refused('transmitDeposit', send)).toBe('deposit_not_made');
    expect(await day.finance.refused('destruction', { deposit })).toBe('checks_not_to_destroy');
    const slip = { deposit, reference: 'RDC 20261123-88', day: '2026-11-23', cents: 8_640 };
    await day.finance.tell('confirmDeposit', slip);
    expect(await day.finance.refused('destruction', { deposit })).toBe('checks_kept');
    context.at.now += 15 * DAY;
    const { mark, ...seen } = await day.finance.ask('destruction', { deposit });
    expect(seen).toEqual({ items: 1, cents: 8_640, destroyAfter });
    expect(await day.finance.refused('destroyChecks', { deposit })).toBe('approval_needed');
    const yes = yesOf(SOLHEIM, mark);
    expect(await day.finance.tell('destroyChecks', { deposit }, yes)).toEqual({ deposit, items: 1 });
    expect(await day.finance.refused('destroyChecks', { deposit }, yesOf(WHITEBEAR, mark))).toBe(
      'checks_not_to_destroy',
    );
    const { told } = await day.auditor.ask('deposit', { deposit });
    expect(told?.images).toEqual({
      ...{ confirmation: 'RDC 20261123-88', destroyAfter, destroyedAt: context.at.now },
    });
  });

  test('bug: checks were destroyed although the bank’s slip says that not all of them came', async () => {
    await accounts({ remote: true });
    await prepare(images);
    await witness({ pieces: {} });
    await day.finance.tell('transmitDeposit', { deposit, confirmation: 'RDC 20261123-88' });
    const slip = { deposit, reference: 'RDC 20261123-88', day: '2026-11-23' as const, cents: 4_640 };
    const less = await day.finance.ask('confirmation', slip);
    await day.finance.tell('confirmDeposit', slip, yesOf(SOLHEIM, less.mark));
    context.at.now += 15 * DAY;
    expect(await day.finance.refused('destruction', { deposit })).toBe('checks_bank_differs');
    expect(await day.finance.refused('destroyChecks', { deposit })).toBe('checks_bank_differs');
    const whole = { ...slip, cents: 8_640, reason: 'The bank found it' };
    const right = await day.finance.ask('confirmation', whole);
    await day.finance.tell('correctConfirmation', whole, yesOf(SOLHEIM, right.mark));
    const { mark } = await day.finance.ask('destruction', { deposit });
    expect(await day.finance.tell('destroyChecks', { deposit }, yesOf(SOLHEIM, mark))).toEqual({ deposit, items: 1 });
  });

  test('in a bag is never sent as images', async () => {
    await prepare();
    await witness();
    const send = { deposit, confirmation: 'RDC 20261123-88' };
    expect(await day.finance.refused('transmitDeposit', send)).toBe('deposit_in_bag');
  });

  test('ends with the county where the county is treasurer, and what is missing there is a difference', async () => {
    await accounts({ treasurerFund: '401' });
    await prepare({ bankAccount: 'cash', checks: [] });
    await witness({ checks: none });
    await day.finance.tell('handToCourier', { deposit, carrier: { courier: 'Northwest Armored' } });
    const receipt = { deposit, reference: 'Receipt 20417', day: '2026-11-23', cents: 5_900 };
    const { mark } = await day.finance.ask('confirmation', receipt);
    const yes = yesOf(SOLHEIM, mark);
    expect(await day.finance.tell('confirmDeposit', receipt, yes)).toMatchObject({ differenceCents: -100 });
    const balances = [`deposit:${deposit}`, 'treasurer:401', 'difference:deposit'].map((account) =>
      day.balance(account),
    );
    expect(await Promise.all(balances)).toEqual([0, 5_900, 100]);
    const { told, isCounty } = await day.auditor.ask('deposit', { deposit });
    expect(isCounty).toBe(true);
    expect(told?.breaks).toMatchObject([{ why: 'bank', tender: null, batch: null, deposit, cents: -100 }]);
  });
});
