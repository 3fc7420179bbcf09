import { journalAccountName } from '#main/ledger/journalAccountName';
import { POLICY } from '#test/support/quarryBay';

const at = (bars: string) => ({ fund: '401', bars });
const standing = {
  ...POLICY.standing,
  ...{ cashOnHand: at('1113000'), changeFund: at('1118000'), cardClearing: at('1119500') },
};

const NAMES = [
  ['drawer:cash', 'In drawers: Cash (401 1113000)'],
  ['drawer:card', 'In drawers: Card (401 1119500)'],
  ['undeposited:money-order', 'Counted, not yet deposited: Money order (401 1113000)'],
  ['transit', 'Handed over, not yet received (401 1113000)'],
  ['clearing:card', 'Awaited from the bank: Card (401 1119500)'],
  ['safe', 'In the safe (401 1118000)'],
] as const;

test.each(NAMES)('bug: nothing said what %s is, nor where the general ledger has it', (account, name) => {
  expect(journalAccountName(account, { ...POLICY, standing })).toBe(name);
});

test('what has no place yet is called by its words alone', () => {
  const { changeFundSource: _, ...others } = standing;
  expect(journalAccountName('change-fund', { ...POLICY, standing: others })).toBe('Change fund');
});
