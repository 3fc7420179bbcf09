import { formatAmount } from '#domain/money';
import { blankForm, type CounterAction, counterReducer } from '#renderer/screens/counter/counterForm';
import { tapeOf } from '#renderer/screens/counter/tenders/tape';
import { accountView, chargeView } from '#test/support/accountViews';

const HALE = accountView('40-11872-03', [chargeView(1, 'service', 8_642)]);
const PARK = accountView('40-10000-01', [chargeView(2, 'service', 1_000)]);

const tape = (rounding: 'exact' | 'nearest-five', ...actions: CounterAction[]) =>
  tapeOf(actions.reduce(counterReducer, blankForm('8d5c2b0e-0000-4000-8000-000000000001', rounding))).map(
    ({ name, cents, sign }) => `${name} ${formatAmount(cents)} ${sign}`,
  );
const adds = (account: typeof HALE): CounterAction => ({ did: 'addedAccount', account });
const cash = (text: string): CounterAction => ({ did: 'typedCash', text });

test('an empty receipt has no tape', () => {
  expect(tape('exact')).toEqual([]);
});

test('lines add up to what is due', () => {
  expect(tape('exact', adds(HALE), adds(PARK))).toEqual([
    '40-11872-03 86.42 +',
    '40-10000-01 10.00 +',
    'Amount due 96.42 *',
  ]);
});

test('cash is on it term by term, as it was keyed, then the change', () => {
  expect(tape('exact', adds(HALE), cash('50+20+20'))).toEqual([
    '40-11872-03 86.42 +',
    'Amount due 86.42 *',
    'Cash 50.00 −',
    ' 20.00 −',
    ' 20.00 −',
    'Change due 3.58 *',
  ]);
});

test('what is missing is told, and what cannot be read is not on it', () => {
  const begun: CounterAction[] = [
    adds(HALE),
    { did: 'addedTender', kind: 'check' },
    { did: 'typedTender', tender: 0, field: 'text', text: '60' },
    { did: 'typedTender', tender: 0, field: 'checkNumber', text: '1187' },
    cash('12.655'),
  ];
  expect(tape('exact', ...begun).slice(2)).toEqual(['Check № 1187 60.00 −', 'Still to pay 26.42 *']);
});

test.each([
  ['down', 8_642, ['Rounded 0.02 −', 'Change due 13.60 *']],
  ['up', 8_643, ['Rounded 0.02 +', 'Change due 13.55 *']],
] as const)('cash rounded %s has a row of its own', (_, due, rows) => {
  const account = accountView('40-11872-03', [chargeView(1, 'service', due)]);
  expect(tape('nearest-five', adds(account), cash('100')).slice(-2)).toEqual(rows);
});
