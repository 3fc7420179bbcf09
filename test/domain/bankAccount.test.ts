import { BankAccounts } from '#domain/bankAccount';

const account = (name: string, tenders: string[], over: object = {}) => ({
  ...{ account: name, name, lastFour: '0917', tenders },
  ...over,
});
const faults = (...accounts: object[]) =>
  BankAccounts.safeParse(accounts).error?.issues.map(({ message }) => message) ?? [];

test('each tender goes to exactly one account, each account has a name of its own, and cash is no image', () => {
  const papers = ['check', 'money-order'];
  expect(faults(account('all', ['cash', ...papers]))).toEqual([]);
  expect(faults(account('cash', ['cash']), account('images', papers, { remote: true }))).toEqual([]);
  expect(faults(account('cash', ['cash']), account('cash', papers))).toEqual(['names an account twice']);
  expect(faults(account('cash', ['cash']), account('checks', ['check']))).toEqual([
    'must take each of cash, check and money-order to exactly one account',
  ]);
  expect(faults(account('all', ['cash', ...papers], { remote: true }))).toEqual([
    'cannot take cash to an account to which images of checks are sent',
  ]);
});
