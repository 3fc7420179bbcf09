import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { documentPdf, type PaperFonts } from './documentPdf.ts';
import type { PdfAnswer, PdfOrder } from './pdfMaker.ts';

/*
 * The thread in which PDFs are made: embedding fonts takes longer than anybody at the counter should be held up.
 */

const { regular, bold, rest, strong } = workerData as PaperFonts;
const bytesOf = (font: PaperFonts['regular']) => (typeof font === 'string' ? readFileSync(font) : font);
const fonts = { regular: bytesOf(regular), bold: bytesOf(bold), rest: bytesOf(rest), strong: bytesOf(strong) };

parentPort?.on('message', ({ order, document, madeAt }: PdfOrder) => {
  const say = (answer: PdfAnswer) => parentPort?.postMessage(answer);
  documentPdf(document, fonts, madeAt).then(
    (bytes) => say({ order, bytes }),
    (error: unknown) => say({ order, wrong: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
