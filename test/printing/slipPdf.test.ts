import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fontRuns } from '#printing/fontRuns';
import { slipPdf } from '#printing/slipPdf';
import { anySlip } from '#test/support/anySlip';
import { goldenSlips } from '#test/support/slipCases';

const FONTS = 'node_modules/dejavu-fonts-ttf/ttf/';
const fonts = {
  regular: readFileSync(`${FONTS}DejaVuSansMono.ttf`),
  bold: readFileSync(`${FONTS}DejaVuSansMono-Bold.ttf`),
  rest: readFileSync(`${FONTS}DejaVuSansCondensed.ttf`),
};
const MADE_AT = Date.parse('2026-11-23T18:43:00Z');

/** Width and height of each page in points. */
function pagesOf(pdf: Uint8Array): [number, number][] {
  const boxes = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return Array.from(boxes, ([, width, height]) => [Number(width), Number(height)]);
}

test.each(Object.entries(goldenSlips()))('%s is one page, 80 mm wide and as long as it needs', async (_name, slip) => {
  const pages = pagesOf(await slipPdf(slip, fonts, MADE_AT));
  expect(pages).toHaveLength(1);
  expect(pages[0]?.[0]).toBeCloseTo((80 / 25.4) * 72, 1);
  expect(pages[0]?.[1]).toBeGreaterThan(slip.rows.length * 10);
});

test('the same slip is the same file, from font bytes or font paths', async () => {
  const { duplicate } = goldenSlips();
  if (!duplicate) throw new Error('the golden slip is gone');
  const paths = {
    regular: `${FONTS}DejaVuSansMono.ttf`,
    bold: `${FONTS}DejaVuSansMono-Bold.ttf`,
    rest: `${FONTS}DejaVuSansCondensed.ttf`,
  };
  const [first, second] = [await slipPdf(duplicate, fonts, MADE_AT), await slipPdf(duplicate, paths, MADE_AT)];
  expect(Buffer.from(first).equals(second)).toBe(true);
});

test('letters that the font lacks do not stop a slip', async () => {
  const slip = {
    title: 'x',
    rows: [{ row: 'pair' as const, left: '李小龍 👩‍👩‍👧', right: '1.00' }],
    banners: [],
    qr: null,
  };
  expect(pagesOf(await slipPdf(slip, fonts, MADE_AT))).toHaveLength(1);
});

test('any slip at all becomes a page', async () => {
  await fc.assert(
    fc.asyncProperty(anySlip, async (slip) => {
      expect(pagesOf(await slipPdf(slip, fonts, MADE_AT))).toHaveLength(1);
    }),
    { numRuns: 25 },
  );
}, 30_000);

test('a letter goes to the font that has it, in its own column', () => {
  const mono = new Set('Nguyn 12');
  const rest = new Set('ễ');
  const has = (font: string, letter: string) => (font === 'rest' ? rest : mono).has(letter);
  expect(fontRuns('Nguyễn 1☃n\u0302', 'regular', has)).toEqual([
    { column: 0, font: 'regular', text: 'Nguy' },
    { column: 4, font: 'rest', text: 'ễ' },
    { column: 5, font: 'regular', text: 'n 1' },
    { column: 8, font: 'regular', text: '\uFFFD' },
    { column: 9, font: 'regular', text: 'n' },
    { column: 9, font: 'regular', text: '\uFFFD' },
  ]);
});
