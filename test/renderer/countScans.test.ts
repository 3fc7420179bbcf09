import { blankCount, countReducer, pileAt } from '#renderer/screens/count/countForm';

test('bug: what was scanned while checks were counted was swallowed: it is the number of a paper', () => {
  expect(['checks-first', 'moneyOrders-number', 'card', ''].map(pileAt)).toEqual(['checks', 'moneyOrders', null, null]);
  const typed = countReducer(blankCount('1'), { did: 'typedEntry', pile: 'checks', field: 'number', text: '1187' });
  const next = countReducer(typed, { did: 'enteredNumber', pile: 'checks' });
  expect([next.piles.checks.entry.number, next.focus.on]).toEqual(['1187', 'checks-first']);
});
