import { sentenceOf } from '#domain/refusal';
import {
  blankCompare,
  type CompareAction,
  closeNotYet,
  compareReducer,
  placeAfterReason,
  reasonedMark,
} from '#renderer/screens/compare/compareForm';

const done = (actions: CompareAction[]) =>
  actions.reduce(compareReducer, blankCompare('8d5c2b0e-0000-4000-8000-000000000001'));

test('bug: a card number in the reason was refused in silence', () => {
  const sentence = sentenceOf('card_number_in_text', { field: 'reason' });
  const form = done([
    { did: 'typedReason', reason: '4111111111111111' },
    { did: 'typedPin', pin: '8153' },
  ]);
  const refused = { state: 'refused', value: undefined, answeredAt: 1, code: 'card_number_in_text', sentence } as const;
  const { mark, wrong } = reasonedMark(refused);
  expect([mark, wrong]).toEqual([null, sentence]);
  expect(closeNotYet(form, 'approval', wrong)).toBe('refused');
  expect(placeAfterReason('approval', wrong)).toBe('closeReason');
});

test('a reason that stands goes on to the PIN, and from there to the close', () => {
  const asked = { state: 'answered', value: { mark: 'c0ffee' }, answeredAt: 1 } as const;
  expect(reasonedMark(asked)).toEqual({ mark: 'c0ffee', wrong: null });
  const form = done([{ did: 'typedReason', reason: 'A ten given twice' }]);
  expect(closeNotYet(form, 'approval', null)).toBe('pin');
  expect(closeNotYet(done([]), 'approval', null)).toBe('reason');
  expect(closeNotYet(form, 'reason', null)).toBeNull();
  expect(placeAfterReason('approval', null)).toBe('approvalPin');
  expect(placeAfterReason('reason', null)).toBe('primary');
});
