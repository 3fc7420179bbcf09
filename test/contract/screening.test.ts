import { admitted } from '#contract/admission';
import { cardNumberField, unkeepableField } from '#contract/screening';

test('the field that holds a card number is named, however deep it lies', () => {
  expect(cardNumberField({ payer: 'Hale 4111x1111x1111x1111' })).toBe('payer');
  expect(
    cardNumberField({ lines: [{ kind: 'account', accountNumber: '40-11872-03' }, { words: '4111111111111111' }] }),
  ).toBe('words');
  expect(cardNumberField({ notes: ['fine', '4111 1111 1111 1111'] })).toBe('notes');
  expect(cardNumberField({ payer: 'Hale, Dorothea', cents: 4111111111111111 })).toBeNull();
});

test('a bank account may look like a card number', () => {
  expect(cardNumberField({ tenders: [{ bankAccount: '4111111111111111', routing: '125000024' }] })).toBeNull();
});

test('a scanned line that is searched for passes; the same digits are refused where they would be kept', () => {
  const line = '0055105105105105100000';
  expect(cardNumberField({ text: line })).toBeNull();
  expect(cardNumberField({ words: line })).toBe('words');
  expect(cardNumberField({ text: '4111 1111 1111 1111' })).toBe('text');
});

test('bug: a card number is seen in the approval code and the last four together', () => {
  const card = { kind: 'card', brand: 'visa', lastFour: '1111' };
  expect(cardNumberField({ tenders: [{ ...card, approvalCode: '411111111111' }] })).toBe('approvalCode');
  expect(cardNumberField({ tenders: [{ ...card, approvalCode: '04417B' }] })).toBeNull();
});

test('bug: a zero byte or half of a letter came in where a text is only looked for', () => {
  expect(unkeepableField({ lines: [{ told: 'fine' }, { told: 'a\0' }] })).toBe('lines 2 told');
  expect(unkeepableField({ payer: 'Nguy\ud83d' })).toBe('payer');
  expect(unkeepableField({ payer: 'Nguyễn 🙂', cents: 100, approval: null })).toBeNull();
  for (const text of ['a\0', '\ude42'])
    expect(() => admitted('receipts', { text })).toThrow(expect.objectContaining({ code: 'bad_input' }));
});
