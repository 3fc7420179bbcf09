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

/** Saves a paper of the office as a PDF. */
export function useOfficePdf() {
  const { client, notice } = usePage();
  return async function save(paper: Input<'officePaper'>['paper']) {
    const answer = await client.call('officePaper', { paper });
    notice.tell(troubleOf(answer)?.sentence ?? null);
    if (answer.ok) saveFile({ type: 'application/pdf', base64: answer.value.base64 }, answer.value.fileName);
  };
}
