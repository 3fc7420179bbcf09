import { journalAccountName } from '#main/ledger/journalAccountName';
import { BY_FUND } from '#test/support/byFund';
import { POLICY } from '#test/support/quarryBay';

const at = (bars: string) => ({ fund: '401', bars });
const standing = {
  ...POLICY.standing,
  ...{ cashOnHand: at('1113000'), changeFund: at('1118000'), cardClearing: at('1119500') },
};

const NAMES = [
  ['drawer:cash', 'In drawers: Cash (401 1113000, floats 401 1118000)'],
  ['drawer:card', 'In drawers: Card (401 1119500)'],
  ['undeposited:money-order', 'Counted, not yet deposited: Money order (401 1113000)'],
  ['transit', 'Handed over, not yet received (401 1113000, floats 401 1118000)'],
  ['clearing:card', 'Awaited from the bank: Card (401 1119500)'],
  ['safe', 'In the safe (401 1118000)'],
] as const;

test.each(NAMES)('bug: nothing said what %s is, nor where the general ledger has it', (account, name) => {
  expect(journalAccountName(account, { ...POLICY, standing })).toBe(name);
});

const PLACES = [
  ['refunds-payable', 'Refunds payable (401 2139000)'],
  ['difference:check', 'Differences to be explained: Check (401 1229000)'],
  ['difference:card', 'Differences to be explained: Card (401 1229000)'],
  ['difference:deposit', 'Differences to be explained: Deposits (401 1229000)'],
  ['change-fund', 'Change fund (401 1111000)'],
  ['deposit', 'In deposits (401 1119000)'],
  ['over-short', 'Cashiers’ overages and shortages (401 3698100)'],
  ['rounding', 'Cash rounding (401 3699100)'],
  ['treasurer:402', 'With the county’s treasurer (402 1112000)'],
  ['gl:401:3698100', 'Cashiers’ overages and shortages'],
  ['gl:999:0000000', 'not in the chart'],
  ['warrants-payable', 'not in the chart'],
] as const;

test.each(PLACES)('bug: %s was said to be elsewhere than the general ledger has it', (account, name) => {
  expect(journalAccountName(account, POLICY)).toBe(name);
});

test('a deposit stands in each fund that is deposited by itself', () => {
  expect(journalAccountName('deposit', { ...POLICY, bankAccounts: BY_FUND })).toBe(
    'In deposits (401 1119000, 402 1119000)',
  );
});

test('what has no place yet is called by its words alone', () => {
  const { changeFundSource: _, ...others } = standing;
  expect(journalAccountName('change-fund', { ...POLICY, standing: others })).toBe('Change fund');
});
