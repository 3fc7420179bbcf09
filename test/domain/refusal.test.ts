import { REFUSAL_CODES, Refusal, refuse, sentenceOf } from '#domain/refusal';

/** A fact for every name, so that a sentence with a misspelt one shows `undefined`. */
const facts = new Proxy<Record<string, string | number>>(
  {},
  { get: (_, name) => factOf(String(name)), has: () => true },
);
function factOf(name: string): string | number {
  if (name.endsWith('Cents')) return 126_465;
  return name.endsWith('Day') || name === 'from' || name === 'to' ? '2026-11-23' : `<${name}>`;
}

test.each(REFUSAL_CODES)('%s says what is wrong, then what to do', (code) => {
  const sentence = sentenceOf(code, facts);
  expect(sentence).toMatch(/^(\p{Lu}|<|\d)[^\n]*\.$/u);
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object|_| {2}/);
  // Two short sentences, or one that ends in what to do.
  expect(sentence.split(/[.;,] /).length).toBeGreaterThanOrEqual(2);
  expect(sentence.length).toBeLessThanOrEqual(170);
  expect(sentence).not.toMatch(/error|invalid|failed|please|oops/i);
});

test('no two codes say the same', () => {
  const sentences = REFUSAL_CODES.map((code) => sentenceOf(code, facts));
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('amounts stand as amounts', () => {
  expect(sentenceOf('tender_short', { missingCents: 126_465 })).toBe('Still missing: 1,264.65. Add another tender.');
  expect(sentenceOf('pin_wrong', { left: 1 })).toBe('That PIN is wrong. Try again; 1 more try before the lock.');
  expect(sentenceOf('pin_wrong', { left: 2 })).toContain('2 more tries');
});

test.each([
  ['finance', 'cashier,supervisor', 'This is not for finance. Ask a cashier or a supervisor to do it.'],
  [
    'auditor',
    'cashier,supervisor,finance',
    'This is not for an auditor. Ask a cashier, a supervisor or finance to do it.',
  ],
  ['cashier', 'supervisor', 'This is not for a cashier. Ask a supervisor to do it.'],
])('what %s may not do, %s may', (role, allowed, sentence) => {
  expect(sentenceOf('not_permitted', { role, allowed })).toBe(sentence);
});

test('a card number in a text is named as what it looks like', () => {
  expect(sentenceOf('card_number_in_text', { field: 'text' })).toBe(
    'The field “Find” holds what looks like a payment card number. Take it out; cards are paid at the terminal only.',
  );
});

test('a refusal carries its code, its facts and its sentence', () => {
  expect(() => refuse('account_unknown', { accountNumber: '40-11872-03' })).toThrow(
    expect.objectContaining({
      name: 'Refusal',
      code: 'account_unknown',
      facts: { accountNumber: '40-11872-03' },
      message: 'There is no account 40-11872-03. Check the number on the bill or search by name.',
    }),
  );
  expect(new Refusal('malformed', {})).toBeInstanceOf(Error);
});
