import type { MessageRow } from '#contract/mailCalls';
import { BLANK_OUTBOX, messageShown, otherAddress, outboxReducer } from '#renderer/screens/outbox/outboxForm';
import { mainDeed } from '../../renderer/screens/outbox/MessageDetail.tsx';

const row = (message: number, state: MessageRow['state'] = 'failed'): MessageRow => ({
  ...{ message, kind: 'slip', what: null, label: 'W3-000001', accountNumber: '', name: 'Hale, Dorothea' },
  ...{ address: 'hale@example.net', state, queuedAt: 0, changedAt: 0, changedByName: '', attempts: 1, nextAt: null },
  ...{ doubtful: false, trouble: null, document: { kind: 'receipt', label: 'W3-000001' } },
  can: { send: true, print: true, post: false, drop: true },
});

test('the first is shown until another is chosen; moving stays inside the list', () => {
  const rows = [row(3), row(2), row(1)];
  const move = (form: typeof BLANK_OUTBOX, by: 1 | -1) =>
    outboxReducer(form, { did: 'moved', by, from: messageShown(form, rows)?.message ?? null, messages: [3, 2, 1] });
  expect(messageShown(BLANK_OUTBOX, rows)?.message).toBe(3);
  const down = move(BLANK_OUTBOX, 1);
  expect(messageShown(down, rows)?.message).toBe(2);
  expect(messageShown(move(move(down, 1), 1), rows)?.message).toBe(1);
  expect(messageShown(move(BLANK_OUTBOX, -1), rows)?.message).toBe(3);
});

test('another address belongs to the message it was typed for, and only one that differs is told', () => {
  const typed = outboxReducer(BLANK_OUTBOX, { did: 'typed', text: ' hale.d@example.org ' });
  expect(otherAddress(typed, row(1))).toBe('hale.d@example.org');
  expect(otherAddress(BLANK_OUTBOX, row(1))).toBeUndefined();
  expect(otherAddress(outboxReducer(typed, { did: 'chose', message: 2 }), row(2))).toBeUndefined();
});

test('what was refused stands under the address, which stays typed', () => {
  const typed = outboxReducer(BLANK_OUTBOX, { did: 'typed', text: 'nobody' });
  const refused = outboxReducer(typed, { did: 'answered', sentence: 'No. Do it.' });
  expect(refused).toMatchObject({ trouble: 'No. Do it.', address: 'nobody', focus: { on: 'address' } });
  const done = outboxReducer(typed, { did: 'answered', sentence: null });
  expect(done).toMatchObject({ trouble: null, address: null, focus: { on: 'messages' } });
});

test('a letter is printed, an e-mail is sent; what is over is done again by its own key alone', () => {
  const deeds = { send: () => {}, print: () => {}, post: () => {}, drop: () => {} };
  expect(mainDeed(row(1, 'letter'), deeds)).toBe('print');
  expect(mainDeed(row(1, 'failed'), deeds)).toBe('send');
  expect(mainDeed(row(1, 'sent'), deeds)).toBeNull();
  expect(mainDeed(row(1, 'failed'), {})).toBeNull();
});
