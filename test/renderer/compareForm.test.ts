import { compare } from '#domain/balancing';
import { cents } from '#domain/money';
import { sentenceOf } from '#domain/refusal';
import {
  blankCompare,
  type CompareAction,
  closeNotYet,
  compareReducer,
  placeAfterReason,
  reasonBecause,
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
  const refused = {
    state: 'refused',
    value: undefined,
    answeredAt: 1,
    code: 'card_number_in_text',
    facts: {},
    sentence,
  } as const;
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

describe('bug: the hint of the reason spoke of a tolerance that nothing was beyond', () => {
  const limits = { overShortReasonBeyondCents: 100, overShortApprovalBeyondCents: 2_000 };
  const check = { checkNumber: '1187', cents: 41_822 };
  const compared = (counted: number, number = '1187', unprinted: object[] = []) => ({
    unprinted,
    comparison: compare(
      { cashCents: cents(1_000), checks: [check], moneyOrders: [], cardCents: cents(0), cards: 0 },
      { cash: { '1': counted }, checks: [{ ...check, checkNumber: number }], moneyOrders: [], cardTotalCents: 0 },
    ),
  });

  test('0.50 short and a check by another number: it is the papers', () => {
    expect(reasonBecause(compared(950, '1178'), limits)).toBe('papers');
  });

  test('beyond the tolerance it is the tolerance, whatever else there is', () => {
    expect(reasonBecause(compared(899), limits)).toEqual({ beyondCents: 100 });
    expect(reasonBecause(compared(899, '1178'), limits)).toEqual({ beyondCents: 100 });
    const early = { overShortReasonBeyondCents: 2_000, overShortApprovalBeyondCents: 100 };
    expect(reasonBecause(compared(899), early)).toEqual({ beyondCents: 100 });
  });

  test('within it nothing is asked, but for slips that did not come out (F46)', () => {
    expect(reasonBecause(compared(900), limits)).toBeNull();
    expect(reasonBecause(compared(900, '1187', [{}]), limits)).toBe('slips');
    expect(reasonBecause(compared(899, '1187', [{}]), limits)).toEqual({ beyondCents: 100 });
  });
});
