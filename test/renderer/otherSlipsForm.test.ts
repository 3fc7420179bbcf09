import {
  BLANK_OTHER_SLIPS,
  type OtherSlipRow,
  otherSlipsReducer,
  slipShown,
} from '#renderer/screens/otherSlips/otherSlipsForm';

const row = (label: string): OtherSlipRow => ({
  ...{ kind: 'drop', label, drawer: 'W3-D0001', at: 0, personName: 'Marisol Ortiz' },
  ...{ cents: 2_000, words: null, attachment: null },
});
const slips = ['W3-D0001-drop-2', 'W3-D0001-drop-1'].map(row);
const labels = slips.map(({ label }) => label);

test('the latest is on show until another is chosen, and the hand stays within the list', () => {
  expect(slipShown(BLANK_OTHER_SLIPS, slips)?.label).toBe(labels[0]);
  expect(slipShown(BLANK_OTHER_SLIPS, [])).toBeUndefined();
  const down = otherSlipsReducer(BLANK_OTHER_SLIPS, { did: 'moved', by: 1, from: labels[0] ?? null, labels });
  expect(slipShown(down, slips)?.label).toBe(labels[1]);
  const further = otherSlipsReducer(down, { did: 'moved', by: 1, from: labels[1] ?? null, labels });
  expect(further.chosen).toBe(labels[1]);
  expect(otherSlipsReducer(further, { did: 'moved', by: -1, from: labels[1] ?? null, labels }).chosen).toBe(labels[0]);
});

test('what was refused stands until another slip is chosen', () => {
  const told = otherSlipsReducer(BLANK_OTHER_SLIPS, { did: 'answered', sentence: 'Not here.' });
  expect(told.trouble).toBe('Not here.');
  expect(otherSlipsReducer(told, { did: 'chose', label: 'W3-Z0001' })).toEqual({ chosen: 'W3-Z0001', trouble: null });
});
