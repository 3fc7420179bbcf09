import type { Input } from '#contract/contract';
import { usePage } from '../page.ts';
import { troubleOf } from '../refusal.ts';

/** Saves a document as a PDF, by the browser's own way of saving. */
export function usePdf() {
  const { client, notice } = usePage();
  return async function save(document: Input<'slipPdf'>['document']) {
    const answer = await client.call('slipPdf', { document });
    notice.tell(troubleOf(answer)?.sentence ?? null);
    if (!answer.ok) return;
    const bytes = Uint8Array.from(atob(answer.value.base64), (letter) => letter.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    const link = window.document.createElement('a');
    link.href = address;
    link.download = answer.value.fileName;
    link.click();
    // The browser has taken the bytes by the time the next task runs.
    setTimeout(() => URL.revokeObjectURL(address), 0);
  };
}
