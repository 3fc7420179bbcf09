import type { Output, Parsed } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import type { ReadyContext } from './context.ts';
import { documentSeen } from './documentSeen.ts';
import { noticeLabelled } from './notice.ts';

/** The same document as a PDF. */
export async function slipPdf(db: StationDb, input: Parsed<'slipPdf'>, at: ReadyContext): Promise<Output<'slipPdf'>> {
  const { kind, label } = input.document;
  const bytes = await at.makePdf(documentSeen(db, input.document, at), at.now);
  // A notice's label is only its number in the list.
  const shown = kind === 'notice' ? noticeLabelled(db, label).label : label;
  return {
    // A void, a permit and a notice have no label of their own: theirs is the receipt's.
    fileName: kind === 'void' || kind === 'permit' || kind === 'notice' ? `${shown}-${kind}.pdf` : `${shown}.pdf`,
    base64: Buffer.from(bytes).toString('base64'),
  };
}
