import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { graphemes, isWide } from './columns.ts';
import { FONT_NAMES, fontRuns, NOT_HERE } from './fontRuns.ts';
import { layOut, type PaperRow } from './layout.ts';
import { collected, type FontFile, fontOf, hasLetter, type PdfPage } from './pdfPage.ts';
import { SLIP_WIDTH, type Slip } from './slip.ts';

/**
 * TrueType files as bytes or as paths: DejaVu Sans Mono, its bold, and DejaVu Sans Condensed for the rest. Mono has four
 * alphabets in one width, but half of the Vietnamese letters are missing in it, and every second family there is Nguyễn.
 */
export type SlipFonts = { regular: FontFile; bold: FontFile; rest: FontFile };

const POINTS_PER_MM = 72 / 25.4;
const PAGE_WIDTH = 80 * POINTS_PER_MM;
const MARGIN = 4 * POINTS_PER_MM;
const COLUMN_OF_SIZE = 1233 / 2048;
const LINE_OF_SIZE = 1.3;
/** A thermal printer can only double; on a screen a row that is a little higher reads better. */
const DOUBLE = 1.4;
const QR_SIDE = 24 * POINTS_PER_MM;

/**
 * A slip as a PDF: a roll 80 mm wide and as long as the slip.
 * @param madeAt instant (ms) that the file bears as its date, so that the same slip is the same file
 */
export function slipPdf(slip: Slip, fonts: SlipFonts, madeAt: number, width = SLIP_WIDTH): Promise<Uint8Array> {
  const rows = layOut(slip, width, shown);
  const size = (PAGE_WIDTH - 2 * MARGIN) / width / COLUMN_OF_SIZE;
  const height = rows.reduce((total, row) => total + heightOf(row, size), 2 * MARGIN);
  const document = new PDFDocument({
    size: [PAGE_WIDTH, height],
    margin: 0,
    // None of the fonts that pdfkit has in files of its own: those are not beside the built program.
    font: '',
    lang: 'en-US',
    displayTitle: true,
    info: { Title: slip.title, CreationDate: new Date(madeAt), ModDate: new Date(madeAt) },
  });
  const bytes = collected(document);
  for (const name of FONT_NAMES) document.registerFont(name, fontOf(fonts[name]));
  let top = MARGIN;
  for (const row of rows) {
    draw(document, row, top, size);
    top += heightOf(row, size);
  }
  document.end();
  return bytes;
}

function draw(page: PdfPage, row: PaperRow, top: number, size: number): void {
  if (row.row === 'qr') {
    drawQr(page, row.content, top);
  } else if (row.row === 'large') {
    drawText(page, row.text, top, size, { font: 'bold', wide: 2, high: 2 });
  } else {
    const font = row.weight === 'normal' ? 'regular' : 'bold';
    drawText(page, row.text, top, size, { font, wide: 1, high: row.weight === 'double' ? DOUBLE : 1 });
  }
}

type Manner = { font: 'regular' | 'bold'; wide: number; high: number };

/** Letters are stretched as a printer does it, so that columns stay where they were set. */
function drawText(page: PdfPage, text: string, top: number, size: number, manner: Manner): void {
  page.save();
  page.transform(manner.wide, 0, 0, manner.high, MARGIN, top);
  for (const run of fontRuns(text, manner.font, (font, letter) => hasLetter(page, font, letter))) {
    const cell = size * COLUMN_OF_SIZE;
    page.font(run.font).fontSize(size);
    page.save();
    page.translate(run.column * cell, 0);
    // A letter of the other font is made to fit the column it stands in.
    if (run.font === 'rest') page.scale(Math.min(1, cell / page.widthOfString(run.text)), 1);
    page.text(run.text, 0, 0, { lineBreak: false });
    page.restore();
  }
  page.restore();
}

function drawQr(page: PdfPage, content: string, top: number): void {
  const code = encode(content, { ecc: 'M', border: 0 });
  const module = QR_SIDE / code.size;
  const left = (PAGE_WIDTH - QR_SIDE) / 2;
  for (const [y, line] of code.data.entries()) {
    for (const [x, isDark] of line.entries()) {
      if (isDark) page.rect(left + x * module, top + y * module, module, module);
    }
  }
  page.fill('black');
}

function heightOf(row: PaperRow, size: number): number {
  if (row.row === 'qr') return QR_SIDE + size;
  const high = row.row === 'large' ? 2 : row.weight === 'double' ? DOUBLE : 1;
  return high * LINE_OF_SIZE * size;
}

/** No font of ours has letters of two columns; the sign for "a letter that is not here" takes one. */
function shown(text: string): string {
  return graphemes(text)
    .map((sign) => (isWide(sign) ? NOT_HERE : sign))
    .join('');
}
