import { GlMapping, mappedHeader, mappedRows, unknownPlace } from '#formats/glMapping';

const line = {
  ...{ export: 3, line: 1, day: '2026-11-23', batch: 'W3-B0012', deposit: 'L-P0001', fund: '401', bars: '3435001' },
  ...{ name: '=Sewer', side: 'credit' as const, cents: 126_465 },
};
const mapping = GlMapping.parse({
  columns: [
    { name: 'JournalId', value: 'CF-{export}-{line}' },
    { name: 'Date', value: '{day}' },
    { name: 'Account', value: '{account}' },
    { name: 'Amount', value: '{amount}' },
    { name: 'Side', value: '{side}' },
    { name: 'Text', value: '{name}' },
  ],
  dates: 'MM/DD/YYYY',
  accounts: { '401-3435001': '10-4000-01' },
});

test('another layout has its own columns, dates, accounts and signs, and is as safe to open', () => {
  expect(mappedHeader(mapping)).toBe('JournalId,Date,Account,Amount,Side,Text\r\n');
  expect(mappedRows([line, { ...line, line: 2, side: 'debit', bars: '1113000', name: 'Cash' }], mapping)).toBe(
    "CF-3-1,11/23/2026,10-4000-01,-1264.65,C,'=Sewer\r\nCF-3-2,11/23/2026,401-1113000,1264.65,D,Cash\r\n",
  );
  expect(mappedHeader({ ...mapping, header: false })).toBe('');
});

test.each([
  ['a field there is not', { columns: [{ name: 'x', value: '{price}' }] }, 'may name only export, line, day'],
  ['no columns', { columns: [] }, 'must name at least one column'],
  [
    'columns that are no list (bug: it was told in the words of a library)',
    { columns: 'x' },
    'must be a list of columns',
  ],
  [
    'a brace that stays open (bug: it was taken)',
    { columns: [{ name: 'x', value: '{export' }] },
    'has a brace without',
  ],
  [
    'two columns of one name (bug: they were taken)',
    { columns: ['{day}', '{line}'].map((value) => ({ name: 'x', value })) },
    'two columns alike',
  ],
  [
    'an account that is no place (bug: it was taken)',
    { columns: [{ name: 'x', value: '' }], accounts: { sewer: '10-4000' } },
    'must be a fund and its BARS code',
  ],
  [
    'an account whose code has a letter (bug: it was taken)',
    { columns: [{ name: 'x', value: '' }], accounts: { '401-343500l': '10-4000' } },
    '401-343500l',
  ],
  ['dates of another kind', { columns: [{ name: 'x', value: '{day}' }], dates: 'DD.MM' }, 'Invalid option'],
  ['what nobody reads', { columns: [{ name: 'x', value: '' }], delimiter: ';' }, 'Unrecognized key'],
])('a mapping file with %s is refused', (_, file, says) => {
  expect(GlMapping.safeParse(file).error?.message).toContain(says);
});

test('bug: an account that the chart does not have was mapped in vain, and nobody was told', () => {
  expect(unknownPlace(mapping, new Set(['401-3435001', '401-1113000']))).toBeNull();
  expect(unknownPlace(mapping, new Set(['401-3435002']))).toBe('401-3435001');
  expect(unknownPlace({ ...mapping, accounts: {} }, new Set())).toBeNull();
});
