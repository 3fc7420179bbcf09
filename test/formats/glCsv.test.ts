import fc from 'fast-check';
import * as z from 'zod';
import { readCsv } from '#formats/csv';
import { dollars, GL_COLUMNS, glHeader, glRow, glRows } from '#formats/glCsv';

const line = {
  ...{ export: 3, line: 1, day: '2026-11-23', batch: 'W3-B0012', deposit: '', fund: '401', bars: '3435001' },
  ...{ name: 'Sewer service charges, homes', side: 'credit' as const, cents: 126_465 },
};

test('a line is a row of its columns, its amount on its side', () => {
  expect(glHeader()).toBe('export,line,day,batch,deposit,fund,bars,name,debit,credit\r\n');
  expect(glRows([line, { ...line, line: 2, side: 'debit', cents: 5 }])).toBe(
    '3,1,2026-11-23,W3-B0012,,401,3435001,"Sewer service charges, homes",,1264.65\r\n' +
      '3,2,2026-11-23,W3-B0012,,401,3435001,"Sewer service charges, homes",0.05,\r\n',
  );
});

test.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', ' =HYPERLINK("x")', '\r=1', '＝1', '\u00a0=1'])(
  'a name that a spreadsheet would calculate is text: %j',
  (name) => {
    const [cell = ''] = glRow([name]).split('\r\n');
    expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test('any name comes back as it was, but for the apostrophe before a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (name) => {
      const text = glHeader() + glRows([{ ...line, name }]);
      const columns = Object.fromEntries(GL_COLUMNS.map((column) => [column, { meaning: column, cell: z.string() }]));
      const rows = [];
      for await (const batch of readCsv('gl.csv', bytesOf(text), columns)) rows.push(...batch);
      expect([name.trim(), `'${name}`.trim()]).toContain(rows[0]?.values.name);
    }),
  );
});

test('cents are dollars with two decimals', () => {
  expect([0, 5, 99, 100, 126_465].map(dollars)).toEqual(['0.00', '0.05', '0.99', '1.00', '1264.65']);
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
