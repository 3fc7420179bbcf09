import { usePage } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { saveFile } from '../saveFile.ts';
import type { OtherSlipRow } from './otherSlipsForm.ts';

/** Saves the scanned receipt of a paid-out, by the browser's own way of saving. */
export function useAttachment(tell: (sentence: string | null) => void) {
  const { client } = usePage();
  return async function save({ name, sha256 }: NonNullable<OtherSlipRow['attachment']>) {
    const answer = await client.call('attachment', { sha256 });
    tell(troubleOf(answer)?.sentence ?? null);
    if (answer.ok) saveFile(answer.value, name);
  };
}
