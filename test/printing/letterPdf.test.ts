import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { depositLetter } from '#printing/depositLetter';
import { documentPdf } from '#printing/documentPdf';
import type { Letter, LetterTable } from '#printing/letter';
import { columnWidths } from '#printing/letterTable';
import { PAPER, RECOUNTED, SETTLED } from '#test/support/depositPapers';
import { goldenSlips, slipFacts } from '#test/support/slipCases';

const font = (name: string) => readFileSync(`node_modules/dejavu-fonts-ttf/ttf/DejaVu${name}.ttf`);
const fonts = {
  ...{ regular: font('SansMono'), bold: font('SansMono-Bold') },
  ...{ rest: font('SansCondensed'), strong: font('SansCondensed-Bold') },
};
const MADE_AT = Date.parse('2026-11-23T18:43:00Z');

/** Width and height of each page in points. */
function pagesOf(pdf: Uint8Array): string[] {
  const boxes = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return Array.from(boxes, ([, width, height]) => `${width} ${height}`);
}

/** How many texts stand on each page. */
function textsOnPages(pdf: Uint8Array): number[] {
  const streams = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/FlateDecode\s*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g);
  const drawn = Array.from(streams, ([, packed = '']) => inflateSync(Buffer.from(packed, 'latin1')).toString('latin1'));
  return drawn.filter((one) => one.includes('BT\n')).map((one) => one.split('] TJ').length - 1);
}

const letter = depositLetter(PAPER, slipFacts());

test('a deposit is one page of letter paper, and the same letter is the same file', async () => {
  const [first, second] = [await documentPdf(letter, fonts, MADE_AT), await documentPdf(letter, fonts, MADE_AT)];
  expect(pagesOf(first)).toEqual(['612 792']);
  expect(Buffer.from(first).equals(second)).toBe(true);
});

test('bug: a recounted deposit was less than its batches, and its paper named no loss between', async () => {
  const lost = {
    ...{ isRecount: true, personName: 'Ingrid Solheim', approverName: 'Joseph Whitebear', words: 'Taken from the bag' },
    differences: [
      { tender: 'cash' as const, cents: -28_000 },
      { tender: 'check' as const, cents: -8_640 },
      { tender: 'money-order' as const, cents: 0 },
    ],
  };
  const short = { ...lost, isRecount: false, approverName: null, words: null };
  const over = { ...short, differences: [{ tender: 'cash' as const, cents: 500 }] };
  const told = { ...PAPER, ...RECOUNTED, checks: PAPER.checks.slice(1), settled: [over, short, lost] };
  const table = depositLetter(told, slipFacts()).blocks.find(
    (block) => block.block === 'table' && block.title === 'From the batches to what is in it',
  );
  expect(table).toMatchObject({
    rows: [
      ['2 batches', '3,497.60', '3,012.80', '86.40', '6,596.80'],
      ['Over, settled by Ingrid Solheim', '+5.00', '', '', '+5.00'],
      ['Short at the count, settled by Ingrid Solheim', '−280.00', '−86.40', '', '−366.40'],
      [
        'Lost on the way, settled by Ingrid Solheim and Joseph Whitebear: Taken from the bag',
        ...['−280.00', '−86.40', '', '−366.40'],
      ],
    ],
    totals: ['In the deposit', '3,497.60', '2,926.40', '86.40', '6,510.40'],
  });
  expect(letter.blocks.filter((block) => block.block === 'table' && block.title?.startsWith('From'))).toEqual([]);
});

test('a slip is still a roll', async () => {
  const [slip] = Object.values(goldenSlips());
  if (!slip) throw new Error('the golden slips are gone');
  expect(pagesOf(await documentPdf(slip, fonts, MADE_AT))[0]).toMatch(/^226\./);
});

test('a deposit of 400 checks names each of them, over as many pages as it takes', async () => {
  const checks = Array.from({ length: 400 }, (_, at) => ({
    ...{ batch: 'W1-B0411', tender: 'check' as const, checkNumber: String(1000 + at), cents: 8_640 },
  }));
  const long = depositLetter({ ...PAPER, checks }, slipFacts());
  const table = long.blocks.find((block) => block.block === 'table' && block.title?.startsWith('Checks'));
  expect(table).toMatchObject({ totals: ['400 checks', '', '', '34,560.00'] });
  expect(table?.block === 'table' && table.rows).toHaveLength(400);
  expect(pagesOf(await documentPdf(long, fonts, MADE_AT)).length).toBeGreaterThan(6);
});

test.each([8, 10, 12, 14])(
  'bug: of a deposit of %i checks the signatures stood alone on the last page',
  async (number) => {
    const checks = Array.from({ length: number }, (_, at) => ({
      ...{ batch: 'W1-B0411', tender: 'check' as const, checkNumber: String(1000 + at), cents: 8_640 },
    }));
    const letter = depositLetter({ ...PAPER, checks }, slipFacts());
    expect(letter.blocks.at(-1)).toMatchObject({
      what: expect.stringMatching(/^Deposit L-P0231, [\d,.]+ in bag QB00814473 for Operating account ··0917$/),
    });
    const pages = textsOnPages(await documentPdf(letter, fonts, MADE_AT));
    // What is signed, three who sign, and the foot with its number.
    expect(pages.at(-1)).toBeGreaterThanOrEqual(6);
  },
);

test('every fact of a deposit is on it', () => {
  const confirmed = { isCounty: true, reference: 'T-88123', day: '2026-11-24', cents: 659_680 };
  const settled = { ...PAPER, ...SETTLED, carrierName: 'Northwest Armored', confirmed };
  const text = JSON.stringify(depositLetter(settled, slipFacts(true)));
  for (const word of ['L-P0231', 'QB00814473', 'S991', '··0917', 'Leila Haddad', 'Ingrid Solheim', 'Northwest Armored'])
    expect(text).toContain(word);
  expect(text).toContain('County’s receipt');
  expect(text).toContain('T-88123 of Nov 24, 2026, 6,596.80');
  expect(text).toContain('TRAINING');
  expect(text).toContain('3F9A B0C1 3F9A');
});

test('bug: of one whose seal was broken its paper named only who counted it again, and its seals cryptically', () => {
  const { blocks } = depositLetter({ ...PAPER, ...RECOUNTED }, slipFacts());
  expect(blocks[0]).toMatchObject({
    facts: expect.arrayContaining([
      { name: 'Seal', value: 'S1000' },
      { name: 'First count', value: 'Joseph Whitebear, Nov 23, 2026 17:19' },
      { name: 'Second count', value: 'Leila Haddad, Nov 23, 2026 17:24' },
      { name: 'Seal broken', value: 'bag QB00814473, Nov 23, 2026 17:50' },
      { name: 'Its seals', value: 'S991 on record, S997 read' },
      { name: 'First recount', value: 'Ingrid Solheim, Nov 23, 2026 18:02' },
      { name: 'Second recount', value: 'Marisol Ortiz, Nov 23, 2026 18:09' },
    ]),
  });
  expect(blocks.at(-1)).toMatchObject({
    who: ['Ingrid Solheim, first recount', 'Marisol Ortiz, second recount', 'Carrier, took it sealed'],
  });
});

test('where an account takes by fund, it tells what in it is of which', () => {
  const funds = [
    { fund: '402', name: 'Sewer capital', cents: 600_000 },
    { fund: '403', name: 'Debt service', cents: 59_680 },
  ];
  const told = depositLetter({ ...PAPER, funds }, slipFacts()).blocks;
  expect(told).toContainEqual(
    expect.objectContaining({
      ...{ title: 'By fund', totals: ['Total', '6,596.80'] },
      rows: [
        ['402 Sewer capital', '6,000.00'],
        ['403 Debt service', '596.80'],
      ],
    }),
  );
  expect(JSON.stringify(letter)).not.toContain('By fund');
});

const table = (over: Partial<LetterTable>): LetterTable => ({ block: 'table', columns: [], rows: [], ...over });
const widthOf = (text: string) => text.length * 10;

test.each([
  [
    'what is left over goes to words',
    [{ name: 'Who' }, { name: 'Sum', right: true as const }],
    [['A', '1.00']],
    [60, 40],
  ],
  [
    'amounts alone share it',
    [
      { name: 'A', right: true as const },
      { name: 'B', right: true as const },
    ],
    [],
    [50, 50],
  ],
  [
    'words give what is missing',
    [{ name: 'W' }, { name: 'S', right: true as const }],
    [['w'.repeat(30), '1.00']],
    [60, 40],
  ],
  [
    'the widest give first',
    [{ name: 'A' }, { name: 'B' }, { name: 'S', right: true as const }],
    [['aaa', 'b'.repeat(40), '1']],
    [30, 60, 10],
  ],
])('columns: %s', (_, columns, rows, widths) => {
  expect(columnWidths(table({ columns, rows }), 100, widthOf)).toEqual(widths);
});

test('any letter becomes pages', async () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 });
  const anyLetter: fc.Arbitrary<Letter> = fc.record({
    ...{ title: words, aside: words, foot: words },
    ...{ masthead: fc.array(words, { maxLength: 3 }), banners: fc.array(words, { maxLength: 1 }) },
    blocks: fc.array(
      fc.oneof(
        fc.record({ block: fc.constant('text' as const), text: words }),
        fc.record({ block: fc.constant('signatures' as const), what: words, who: fc.array(words, { maxLength: 5 }) }),
        fc.record({
          ...{ block: fc.constant('facts' as const) },
          facts: fc.array(fc.record({ name: words, value: words }), { maxLength: 5 }),
        }),
        fc.record({
          ...{ block: fc.constant('table' as const), columns: fc.constant([{ name: 'A' }, { name: 'B' }]) },
          rows: fc.array(fc.tuple(words, words), { maxLength: 80 }),
        }),
      ),
      { maxLength: 4 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(anyLetter, async (one) => {
      expect(new Set(pagesOf(await documentPdf(one, fonts, MADE_AT)))).toEqual(new Set(['612 792']));
    }),
    { numRuns: 15 },
  );
}, 30_000);
