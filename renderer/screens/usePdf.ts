import type { Input } from '#contract/contract';
import { usePage } from '../page.ts';
import { troubleOf } from '../refusal.ts';
import { saveFile } from './saveFile.ts';

/** Saves a document as a PDF. */
export function usePdf() {
  const { client, notice } = usePage();
  return async function save(document: Input<'slipPdf'>['document']) {
    const answer = await client.call('slipPdf', { document });
    notice.tell(troubleOf(answer)?.sentence ?? null);
    if (answer.ok) saveFile({ type: 'application/pdf', base64: answer.value.base64 }, answer.value.fileName);
  };
}
