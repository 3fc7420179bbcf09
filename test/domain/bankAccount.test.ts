import { BankAccounts } from '#domain/bankAccount';

const account = (name: string, tenders: string[], over: object = {}) => ({
  ...{ account: name, name, lastFour: '0917', tenders },
  ...over,
});
const faults = (...accounts: object[]) =>
  BankAccounts.safeParse(accounts).error?.issues.map(({ message }) => message) ?? [];

const REST = 'must take each of cash, check and money-order to exactly one account without funds';

test('each tender goes to exactly one account, each account has a name of its own, and cash is no image', () => {
  const papers = ['check', 'money-order'];
  expect(faults(account('all', ['cash', ...papers]))).toEqual([]);
  expect(faults(account('cash', ['cash']), account('images', papers, { remote: true }))).toEqual([]);
  expect(faults(account('cash', ['cash']), account('cash', papers))).toEqual(['names an account twice']);
  expect(faults(account('cash', ['cash']), account('checks', ['check']))).toEqual([REST]);
  expect(faults(account('all', ['cash', ...papers], { remote: true }))).toEqual([
    'cannot take cash to an account to which images of checks are sent',
  ]);
});

test('an account takes its tenders by fund, beside exactly one that takes the rest, and no fund goes to two', () => {
  const all = ['cash', 'check', 'money-order'];
  const rest = account('rest', all);
  const capital = (over: object) => account('capital', all, { funds: ['402'], ...over });
  expect(faults(rest, capital({}), account('storm', ['cash'], { funds: ['403', '404'] }))).toEqual([]);
  expect(faults(capital({}))).toEqual([REST]);
  expect(faults(rest, account('other', ['cash']), capital({}))).toEqual([REST]);
  const twice = 'takes the money of a fund in one tender to two accounts, or twice to one';
  expect(faults(rest, capital({}), account('storm', ['cash'], { funds: ['402'] }))).toEqual([twice]);
  expect(faults(rest, capital({ funds: ['402', '402'] }))).toEqual([twice]);
  const [cash, papers] = [capital({ tenders: ['cash'] }), account('papers', ['check'], { funds: ['402'] })];
  expect(faults(rest, cash, papers)).toEqual([]);
  expect(faults(rest, capital({ funds: [] }))).toHaveLength(1);
});

test('with the county an account ends in one fund, or in those that it takes', () => {
  const all = ['cash', 'check', 'money-order'];
  const rest = account('rest', all, { treasurerFund: '401' });
  expect(faults(rest, account('county', all, { funds: ['402', '403'], atTreasurer: true }))).toEqual([]);
  expect(faults(account('rest', all, { atTreasurer: true }))).toEqual([
    'must name the funds of an account that is atTreasurer, or one treasurerFund for all of it',
  ]);
  const both = { funds: ['402'], atTreasurer: true, treasurerFund: '402' };
  expect(faults(rest, account('county', all, both))).toEqual(['cannot be atTreasurer and have one treasurerFund']);
});
