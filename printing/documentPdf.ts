import type { Letter } from './letter.ts';
import { type LetterFonts, letterPdf } from './letterPdf.ts';
import type { Slip } from './slip.ts';
import { type SlipFonts, slipPdf } from './slipPdf.ts';

/** The fonts of all printed documents. */
export type PaperFonts = SlipFonts & LetterFonts;

/** A slip or a letter as a PDF. */
export function documentPdf(document: Slip | Letter, fonts: PaperFonts, madeAt: number): Promise<Uint8Array> {
  return 'blocks' in document ? letterPdf(document, fonts, madeAt) : slipPdf(document, fonts, madeAt);
}
