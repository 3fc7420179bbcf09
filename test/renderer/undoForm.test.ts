import type { VoidReason } from '#domain/receipt';
import type { RefusalCode } from '#domain/refusal';
import {
  blankUndo,
  isBegunUndo,
  toldWhy,
  type UndoAction,
  type UndoForm,
  undoNotYet,
  undoReducer,
} from '#renderer/screens/undo/undoForm';
import { blankVoid, toldSlip, type VoidAction, voidNotYet, voidReducer } from '#renderer/screens/void/voidForm';

const ID = '8d5c2b0e-0000-4000-8000-000000000001';
const blank: UndoForm<VoidReason> = blankUndo(ID, 1_000, 'reason');
const done = (...actions: UndoAction<VoidReason>[]) =>
  actions.reduce(
    (form, action) => undoReducer(form, action, ({ facts }) => (facts.field === 'amount' ? 'amount' : null)),
    blank,
  );
const because: UndoAction<VoidReason> = { did: 'choseReason', reason: 'wrong_account' };
const says = (words: string): UndoAction<VoidReason> => ({ did: 'typedWords', words });
const pin: UndoAction<VoidReason> = { did: 'typedPin', pin: '8153' };
const refused = (code: RefusalCode | null, field = ''): UndoAction<VoidReason> => ({
  did: 'refused',
  trouble: { code, facts: { field }, sentence: 'No.' },
});

test('nothing is said at first, the hand stands on the first thing to say, and nothing would be lost', () => {
  expect(blank).toMatchObject({ commandId: ID, startedAt: 1_000, reason: null, words: '', focus: { on: 'reason' } });
  expect(toldWhy(blank)).toBeNull();
  expect(isBegunUndo(blank)).toBe(false);
});

test('a reason is missing first, then the PIN, then nothing', () => {
  expect(undoNotYet(blank)).toBe('reason');
  expect(undoNotYet(done(pin))).toBe('reason');
  expect(undoNotYet(done(because))).toBe('pin');
  expect(undoNotYet(done(because, { did: 'typedPin', pin: '815' }))).toBe('pin');
  expect(undoNotYet(done(because, pin))).toBeNull();
});

test('words go with the reason, without the blanks around them, and not at all where there are none', () => {
  expect(toldWhy(done(because, says('  parcel 17 ')))).toEqual({ reason: 'wrong_account', words: 'parcel 17' });
  expect(toldWhy(done(because, says('  ')))).toEqual({ reason: 'wrong_account' });
  expect(toldWhy(done(says('parcel 17')))).toBeNull();
});

test('a reason or words alone would be lost by a reload', () => {
  expect([isBegunUndo(done(because)), isBegunUndo(done(says('p')))]).toEqual([true, true]);
  expect(isBegunUndo(done(says('p'), says('')))).toBe(false);
});

test.each<[string, UndoAction<VoidReason>]>([
  ['another reason', { did: 'choseReason', reason: 'wrong_amount' }],
  ['another word', says('parcel 18')],
])('%s takes back the PIN that was typed for what was approved, and the trouble with it', (_, change) => {
  const approved = done(because, says('parcel 17'), refused('receipt_changed'), pin);
  expect(approved.approval.pin).toBe('8153');
  expect(undoReducer({ ...approved, trouble: { under: 'primary', sentence: 'No.' } }, change)).toMatchObject({
    approval: { pin: '' },
    trouble: null,
  });
});

test.each<[RefusalCode | null, string, string]>([
  ['card_number_in_text', 'words', 'words'],
  ['bad_input', 'words', 'words'],
  ['bad_input', 'amount', 'amount'],
  ['card_number_in_text', 'amount', 'amount'],
  ['pin_wrong', '', 'approvalPin'],
  ['approval_changed', '', 'approvalPin'],
  ['receipt_changed', '', 'primary'],
  [null, '', 'primary'],
])('the refusal %s of the field “%s” stands under %s, with the hand on it', (code, field, under) => {
  expect(done(because, pin, { did: 'sent' }, refused(code, field))).toMatchObject({
    busy: false,
    reason: 'wrong_account',
    approval: { pin: '' },
    trouble: { under, sentence: 'No.' },
    focus: { on: under },
  });
});

describe('a void', () => {
  const from = (onPaper: boolean, ...actions: VoidAction[]) =>
    actions.reduce(voidReducer, blankVoid(ID, 1_000, { onPaper }));
  const reads = (text: string): VoidAction => ({ did: 'readSlip', text });

  test('asks for the slip first where one came out on paper, and for the reason where none did', () => {
    expect(from(true).focus.on).toBe('slip');
    expect(voidNotYet(from(true, because, reads('  ')))).toBe('slip');
    expect(voidNotYet(from(true, reads('7C1E 90B4')))).toBe('reason');
    expect(from(false).focus.on).toBe('reason');
    expect(voidNotYet(from(false, because))).toBe('pin');
  });

  test('stays in the field while the head on its slip is typed', () => {
    expect(from(true, reads('7C1')).focus.on).toBe('slip');
    expect(toldSlip(from(true, reads(' 7C1E 90B4 ')))).toEqual({ slip: '7C1E 90B4' });
    expect(toldSlip(from(false))).toEqual({});
  });

  test('of another slip is another thing to approve', () => {
    expect(from(true, reads('7C1E'), because, pin, reads('7C1F')).approval.pin).toBe('');
  });

  test.each<[RefusalCode, string]>([
    ['void_slip_wrong', ''],
    ['void_slip_needed', ''],
    ['bad_input', 'slip'],
  ])('refused for %s puts the hand on the slip', (code, field) => {
    expect(from(true, reads('7C1E'), because, pin, refused(code, field))).toMatchObject({
      trouble: { under: 'slip' },
      focus: { on: 'slip' },
    });
  });
});
