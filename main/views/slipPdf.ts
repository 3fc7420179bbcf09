import type { Output, Parsed } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import type { ReadyContext } from './context.ts';
import { documentOf } from './document.ts';

/** The same document as a PDF. */
export async function slipPdf(db: StationDb, input: Parsed<'slipPdf'>, at: ReadyContext): Promise<Output<'slipPdf'>> {
  const { kind, label } = input.document;
  const bytes = await at.makePdf(documentOf(db, input.document), at.now);
  return {
    // A void and a permit have no label of their own: theirs is the receipt's.
    fileName: kind === 'void' || kind === 'permit' ? `${label}-${kind}.pdf` : `${label}.pdf`,
    base64: Buffer.from(bytes).toString('base64'),
  };
}
