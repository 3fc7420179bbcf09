import PDFDocument from 'pdfkit';
import { graphemes } from './columns.ts';
import { NOT_HERE } from './fontRuns.ts';
import type { Letter, LetterBlock, LetterTable } from './letter.ts';
import { columnWidths } from './letterTable.ts';
import { collected, type FontFile, fontOf, hasLetter, type PdfPage } from './pdfPage.ts';

/** TrueType files as bytes or as paths: DejaVu Sans Condensed and its bold. */
export type LetterFonts = { rest: FontFile; strong: FontFile };

const MARGIN = 54;
const FOOT = 24;
const SIZE = 9;
const CELL = 4;
const GAP = 12;
const TITLE = 15;

/**
 * A letter as a PDF: pages of 8.5 by 11 inches, each with its number of how many.
 * @param madeAt instant (ms) that the file bears as its date, so that the same letter is the same file
 */
export function letterPdf(letter: Letter, fonts: LetterFonts, madeAt: number): Promise<Uint8Array> {
  const page = new PDFDocument({
    size: 'LETTER',
    layout: letter.isWide ? 'landscape' : 'portrait',
    margins: { top: MARGIN, bottom: MARGIN + FOOT, left: MARGIN, right: MARGIN },
    font: '',
    bufferPages: true,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: letter.title, CreationDate: new Date(madeAt), ModDate: new Date(madeAt) },
  });
  const bytes = collected(page);
  page.registerFont('rest', fontOf(fonts.rest));
  page.registerFont('strong', fontOf(fonts.strong));
  page.font('rest').fontSize(SIZE);
  drawHead(page, letter);
  for (const block of letter.blocks) drawBlock(page, block);
  drawFeet(page, letter);
  page.end();
  return bytes;
}

function drawHead(page: PdfPage, { masthead, banners, title, aside }: Letter): void {
  masthead.forEach((line, place) => {
    write(page, line, { font: place === 0 ? 'strong' : 'rest' });
  });
  for (const banner of banners) {
    page.moveDown(0.5);
    write(page, banner, { font: 'strong', size: TITLE, align: 'center' });
  }
  page.moveDown(1);
  const top = page.y;
  write(page, aside, { align: 'right' });
  page.y = top - (TITLE - SIZE) / 2;
  write(page, title, { font: 'strong', size: TITLE });
  page.moveDown(0.6);
}

type Manner = {
  font?: 'rest' | 'strong';
  size?: number;
  align?: 'left' | 'right' | 'center';
  at?: number;
  width?: number;
};

/** Writes a text at the height where the page is, and goes on below it. */
function write(page: PdfPage, text: string, manner: Manner = {}): void {
  const { font = 'rest', size = SIZE, align = 'left', at = MARGIN, width = roomOf(page) } = manner;
  page.font(font).fontSize(size);
  page.text(shown(page, font, text), at, page.y, { width, align });
}

function drawBlock(page: PdfPage, block: LetterBlock): void {
  if (block.block === 'facts') drawFacts(page, block.facts);
  if (block.block === 'signatures') drawSignatures(page, block);
  if (block.block === 'table') drawTable(page, block);
  if (block.block === 'text') {
    write(page, block.text);
    page.moveDown(1);
  }
}

/** Two beside one another, each name before its value. */
function drawFacts(page: PdfPage, facts: readonly { name: string; value: string }[]): void {
  const half = (roomOf(page) - GAP) / 2;
  const named = half * 0.36;
  for (let at = 0; at < facts.length; at += 2) {
    const top = page.y;
    let below = top;
    facts.slice(at, at + 2).forEach(({ name, value }, place) => {
      const left = MARGIN + place * (half + GAP);
      page.y = top;
      write(page, name, { at: left, width: named });
      below = Math.max(below, page.y);
      page.y = top;
      write(page, value, { font: 'strong', at: left + named, width: half - named });
      below = Math.max(below, page.y);
    });
    page.y = below + 3;
  }
  page.moveDown(0.8);
}

/** Nobody signs a page that does not say what it is of. */
function drawSignatures(page: PdfPage, { what, who }: Extract<LetterBlock, { block: 'signatures' }>): void {
  const width = (roomOf(page) - GAP * 2) / 3;
  need(page, heightOfText(page, what) + 60 * Math.ceil(who.length / 3));
  write(page, what, { font: 'strong' });
  for (let at = 0; at < who.length; at += 3) {
    const top = page.y + 36;
    who.slice(at, at + 3).forEach((name, place) => {
      const left = MARGIN + place * (width + GAP);
      line(page, top, left, left + width);
      page.y = top + 4;
      write(page, name, { at: left, width });
    });
    page.y = top + 24;
  }
}

function heightOfText(page: PdfPage, text: string): number {
  return page
    .font('strong')
    .fontSize(SIZE)
    .heightOfString(text || ' ', { width: roomOf(page) });
}

function drawTable(page: PdfPage, table: LetterTable): void {
  const { title, columns, rows, totals } = table;
  const widths = columnWidths(table, roomOf(page), (text, isStrong) => cellWidth(page, text, isStrong));
  const names = columns.map(({ name }) => name);
  const head = () => {
    drawRow(page, table, widths, names, 'strong');
    line(page, page.y, MARGIN, MARGIN + roomOf(page));
    page.y += 2;
  };
  need(page, SIZE * 8);
  if (title) {
    write(page, title, { font: 'strong', size: SIZE + 1.5 });
    page.y += 3;
  }
  head();
  for (const row of rows) {
    if (need(page, heightOf(page, row, widths))) head();
    drawRow(page, table, widths, row, 'rest');
  }
  if (totals) {
    if (need(page, heightOf(page, totals, widths) + 4)) head();
    line(page, page.y, MARGIN, MARGIN + roomOf(page));
    page.y += 2;
    drawRow(page, table, widths, totals, 'strong');
  }
  page.moveDown(1.2);
}

/** A point more than it needs, so that no sum of points breaks it. */
function cellWidth(page: PdfPage, text: string, isStrong: boolean): number {
  const font = isStrong ? 'strong' : 'rest';
  const words = shown(page, font, text);
  return page.font(font).fontSize(SIZE).widthOfString(words) + 2 * CELL + 1;
}

type Widths = readonly number[];

function heightOf(page: PdfPage, row: readonly string[], widths: Widths): number {
  page.font('rest').fontSize(SIZE);
  const heights = row.map((cell, at) => page.heightOfString(cell || ' ', { width: (widths[at] ?? 0) - 2 * CELL }));
  return Math.max(...heights) + CELL;
}

function drawRow(
  page: PdfPage,
  { columns }: LetterTable,
  widths: Widths,
  row: readonly string[],
  font: 'rest' | 'strong',
): void {
  const top = page.y;
  const height = heightOf(page, row, widths);
  let left = MARGIN;
  row.forEach((cell, at) => {
    const width = widths[at] ?? 0;
    page.y = top + CELL / 2;
    write(page, cell, { font, at: left + CELL, width: width - 2 * CELL, align: columns[at]?.right ? 'right' : 'left' });
    left += width;
  });
  page.y = top + height;
}

/** Begins a new page where so much has no room any more, and says whether it did. */
function need(page: PdfPage, height: number): boolean {
  if (page.y + height <= page.page.height - MARGIN - FOOT) return false;
  page.addPage();
  page.y = MARGIN;
  return true;
}

function line(page: PdfPage, y: number, from: number, to: number): void {
  page.moveTo(from, y).lineTo(to, y).lineWidth(0.6).stroke('#5F6B7A');
}

function drawFeet(page: PdfPage, { foot }: Letter): void {
  const { start, count } = page.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    page.switchToPage(at);
    // Under the margin: the library would begin another page for it.
    page.page.margins.bottom = 0;
    page.y = page.page.height - MARGIN;
    const top = page.y;
    write(page, foot);
    page.y = top;
    write(page, `Page ${at - start + 1} of ${count}`, { align: 'right' });
  }
}

function roomOf(page: PdfPage): number {
  return page.page.width - 2 * MARGIN;
}

/** What the font lacks is shown as lacking: the library would draw an empty box. */
function shown(page: PdfPage, font: 'rest' | 'strong', text: string): string {
  return graphemes(text)
    .map((sign) => ([...sign].every((letter) => hasLetter(page, font, letter)) ? sign : NOT_HERE))
    .join('');
}
