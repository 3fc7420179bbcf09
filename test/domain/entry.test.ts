import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { alwaysMovesMoney, ENTRY_KINDS, Entry, entryText, Personal, personalPreimage, preimage } from '#domain/entry';

/** Texts and hashes under formula 1, written once. They never change, whatever becomes of the program. */
const golden = JSON.parse(readFileSync('test/golden/formula-1.json', 'utf8')) as {
  entries: { text: string; hash: string }[];
  personal: { personal: unknown; digest: string }[];
};
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test.each(golden.entries.map(({ text, hash }) => [Entry.parse(JSON.parse(text)).kind, text, hash]))(
  'formula 1 writes and hashes %s as it always did',
  (_, text, hash) => {
    expect(entryText(Entry.parse(JSON.parse(text)))).toBe(text);
    expect(sha256(preimage(text))).toBe(hash);
  },
);

test.each(golden.personal)('formula 1 digests what is personal as it always did: $digest', ({ personal, digest }) => {
  expect(sha256(personalPreimage(Personal.parse(personal)))).toBe(digest);
});

test('every kind has a golden entry', () => {
  expect([...new Set(golden.entries.map(({ text }) => JSON.parse(text).kind))].sort()).toEqual([...ENTRY_KINDS].sort());
});

test('the order of fields does not matter to the text', () => {
  const { text } = golden.entries[1] ?? { text: '' };
  const turned = Object.fromEntries(Object.entries(JSON.parse(text)).reverse());
  expect(entryText(Entry.parse(turned))).toBe(text);
});

test('receipts, what undoes them and what the office settles always move money; a drawer may open and close without', () => {
  expect(ENTRY_KINDS.filter(alwaysMovesMoney)).toEqual([
    'receipt_issued',
    'receipt_voided',
    'receipt_corrected',
    'receipt_reversed',
    'refund_issued',
    'cash_dropped',
    'cash_paid_in',
    'cash_paid_out',
    'change_fund_changed',
    'float_issued',
    'handoff_resolved',
    'deposit_resolved',
  ]);
});

test.each([
  ['an unknown field', { note: 'x' }],
  ['another formula', { formula: 2 }],
  ['sequence 0', { sequence: 0 }],
  ['no day', { businessDay: '2026-02-30' }],
  ['a short hash', { previousHash: 'abc' }],
  ['a kind there is not', { kind: 'drawer_burnt' }],
  ['a command id that is none', { commandId: 'x' }],
  ['a posting of nothing', { postings: [{ account: 'over-short', side: 'debit', cents: 0 }] }],
])('an entry with %s is refused', (_, wrong) => {
  const [{ text } = { text: '' }] = golden.entries;
  expect(Entry.safeParse({ ...JSON.parse(text), ...wrong }).success).toBe(false);
});
