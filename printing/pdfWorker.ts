import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { PdfAnswer, PdfOrder } from './pdfMaker.ts';
import { type SlipFonts, slipPdf } from './slipPdf.ts';

/*
 * The thread in which PDFs are made: embedding three fonts takes longer than anybody at the counter should be held up.
 */

const { regular, bold, rest } = workerData as SlipFonts;
const bytesOf = (font: SlipFonts['regular']) => (typeof font === 'string' ? readFileSync(font) : font);
const fonts = { regular: bytesOf(regular), bold: bytesOf(bold), rest: bytesOf(rest) };

parentPort?.on('message', ({ order, slip, madeAt }: PdfOrder) => {
  const say = (answer: PdfAnswer) => parentPort?.postMessage(answer);
  slipPdf(slip, fonts, madeAt).then(
    (bytes) => say({ order, bytes }),
    (error: unknown) => say({ order, wrong: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
