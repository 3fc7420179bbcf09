import { textFields } from '../support/everyText.ts';

const fields = textFields(() => ({}));

test('the walk finds what there is', () => {
  const paths = fields.map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(120);
  expect(paths).toEqual(expect.arrayContaining(['findAccounts.text', 'takePayment.payer', 'signIn.person']));
  expect(paths).toContain('takePayment.lines[](2).told[]');
  expect(paths).toContain('correctReceipt.correction(1).to(3).address');
});

/** What is no text but a file, and so may be longer. */
const FILES: Readonly<Record<string, number>> = { 'attachReceipt.base64': 2_000_004 };

test.each(fields.map((field) => [field.path, field] as const))('%s has a limit', (path, { schema }) => {
  for (const letter of ['a', 'A', '1', '.', 'a@b.', 'Я'])
    expect([letter, schema.safeParse(letter.repeat(FILES[path] ?? 10_000)).success]).toEqual([letter, false]);
});

/** What is looked up and what is only laid out on the screen; the paper's own rules make that safe (test/printing). */
const NOT_KEPT = new Set(['findAccounts.text', 'receipts.text']);

test('nothing that may be kept takes halves of letters, control bytes, line breaks or turned writing', () => {
  const hostile = ['a\u0000b', 'a\u001Bb', 'a\nb', 'a\u202Eb', 'a\u2067b', 'a\uD83Db', 'a\u2028b', 'a\u0085b'];
  const taking = fields
    .filter(({ call, path }) => call !== 'draftSlip' && !NOT_KEPT.has(path))
    .filter(({ schema }) => hostile.some((text) => schema.safeParse(text).success));
  expect(taking.map(({ path }) => path)).toEqual([]);
});

test('what nobody sees is dropped, and a text of nothing else is empty', () => {
  const payer = fields.find(({ path }) => path === 'takePayment.payer')?.schema;
  expect(payer?.parse('Ha\u200Ble, \uFEFFDoro\u00ADthea\u2060')).toBe('Hale, Dorothea');
  for (const unseen of ['\u200B', '\uFEFF \u00AD', '\u{E0041}', '\u200D', '\u0301', ' \u2062'])
    expect([unseen, payer?.safeParse(unseen).success]).toEqual([unseen, false]);
  for (const seen of ['👩‍🔧 Hale', 'می‌خواهم', '=1+1', '李小龍', 'Nguyễn', '№ 5']) expect(payer?.parse(seen)).toBe(seen);
});
