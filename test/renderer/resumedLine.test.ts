import type { AccountView } from '#contract/shapes';
import { newAccountLine } from '#renderer/screens/counter/lines/accountLine';
import { resumedLine, rulesOfLine } from '#renderer/screens/counter/lines/lineForm';
import type { Known } from '#renderer/screens/counter/lines/lineRules';
import { accountView, chargeView } from '../support/accountViews.ts';

const HALE = accountView('40-11872-03', [chargeView(1, 'penalty', 1_500), chargeView(2, 'service', 8_640)]);

const knowing = (...accounts: AccountView[]): Known => ({
  accounts: new Map(accounts.map((account) => [account.accountNumber, account])),
  types: [],
});

test('a line on an account comes back as it was sent, with what the account owes by now', () => {
  const sent = rulesOfLine(newAccountLine(HALE, null, null)).sent({ ...newAccountLine(HALE, null, null), text: '50' });
  const paidMeanwhile = accountView(HALE.accountNumber, [chargeView(2, 'service', 8_640)]);
  expect(resumedLine(sent, knowing(paidMeanwhile))).toEqual({
    kind: 'account',
    account: paidMeanwhile,
    named: null,
    why: null,
    text: '50.00',
    billCents: null,
  });
});

test('charges that the payer named stay named', () => {
  const named = newAccountLine(HALE, 2, null);
  const sent = rulesOfLine(named).sent(named);
  expect(resumedLine(sent, knowing(HALE))).toEqual(named);
});

test('an account that is gone has no line', () => {
  const line = newAccountLine(HALE, null, null);
  expect(resumedLine(rulesOfLine(line).sent(line), knowing())).toBeNull();
});
