import { usePage } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { useScan } from '../useScan.tsx';
import type { OtherSlipRow } from './otherSlipsForm.ts';

/** Opens the scanned receipt of a paid-out, which this station keeps. */
export function useAttachment(tell: (sentence: string | null) => void) {
  const { client } = usePage();
  const scan = useScan();
  async function open({ name, sha256 }: NonNullable<OtherSlipRow['attachment']>) {
    const answer = await client.call('attachment', { sha256 });
    tell(troubleOf(answer)?.sentence ?? null);
    if (answer.ok) scan.open({ ...answer.value, name });
  }
  return { open, viewer: scan.viewer };
}
