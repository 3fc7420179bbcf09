import type { RefusalCode } from '#domain/refusal';
import type { Trouble } from '#renderer/refusal';
import { refusedAt, withRefused } from '#renderer/screens/undo/undoForm';
import {
  blankVoid,
  isWholeSlip,
  slipAsked,
  type VoidAction,
  voidPlaceOf,
  voidReducer,
} from '#renderer/screens/void/voidForm';

const SLIP = '1111 2222 3333';
const after = (...actions: VoidAction[]) =>
  actions.reduce(voidReducer, blankVoid('8d5c2b0e-0000-4000-8000-000000000001', 0, { onPaper: true }));
const trouble = (code: RefusalCode, field = ''): Trouble => ({ code, facts: { field }, sentence: 'No.' });
const read: VoidAction = { did: 'readSlip', text: SLIP };
const judged = (wrong: Trouble | null, slip = SLIP): VoidAction => ({ did: 'judgedSlip', slip, trouble: wrong });

test('bug: a wrong slip keeps the hand, and is told before there is a reason', () => {
  expect(after(read).focus.on).toBe('slip');
  expect(after(read, judged(trouble('void_slip_wrong')))).toMatchObject({
    focus: { on: 'slip', turn: 1 },
    trouble: { under: 'slip', sentence: 'No.' },
  });
  expect(after(read, judged(null)).focus.on).toBe('reason');
});

test('what is wrong beside the slip does not hold the hand there', () => {
  expect(after(read, judged(trouble('void_drawer_closed')))).toMatchObject({ focus: { on: 'reason' }, trouble: null });
});

test('a slip that was typed on since is not the one that was judged', () => {
  const typedOn = after(read, { did: 'readSlip', text: `${SLIP} 4` });
  expect(voidReducer(typedOn, judged(null))).toBe(typedOn);
});

test('a slip is asked about once it is whole, and with nothing else', () => {
  const short = after({ did: 'readSlip', text: '1111 2222' });
  expect([isWholeSlip(short), isWholeSlip(after(read))]).toEqual([false, true]);
  expect(slipAsked(after(read, { did: 'typedWords', words: 'Visa 4111 1111 1111 1111' }))).toEqual({
    reason: 'wrong_amount',
    slip: SLIP,
  });
  expect(isWholeSlip(blankVoid('8d5c2b0e-0000-4000-8000-000000000001', 0, { onPaper: false }))).toBe(true);
});

test.each<[RefusalCode, string, string]>([
  ['void_slip_wrong', '', 'slip'],
  ['card_number_in_text', 'slip', 'slip'],
  ['card_number_in_text', 'words', 'words'],
  ['void_credit_spent', '', 'primary'],
])('bug: the proposal’s refusal %s of field “%s” stands at %s', (code, field, under) => {
  const refused = refusedAt({ state: 'refused', ...trouble(code, field) }, voidPlaceOf);
  expect(withRefused(after(read), refused).trouble).toEqual({ under, sentence: 'No.' });
  const sent = after(read, { did: 'refused', trouble: { code: null, facts: {}, sentence: 'No answer.' } });
  expect(withRefused(sent, refused).trouble?.sentence).toBe('No answer.');
});

test('what is answered or still asked refuses nothing', () => {
  expect([refusedAt({ state: 'asking' }), refusedAt({ state: 'answered' })]).toEqual([null, null]);
});
