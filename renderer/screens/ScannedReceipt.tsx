import type { AttachmentSeen } from '#contract/attachmentCalls';
import { isPicture } from '#domain/attachment';
import { scannedReceipt as words } from '../messages/scannedReceipt.ts';
import { usePage } from '../page.ts';
import { troubleOf } from '../refusal.ts';
import { useScan } from './useScan.tsx';

/** What proves a paid-out: a press shows a picture, and saves any other file as it was scanned. Until that has come up, only its name is there. */
export function ScannedReceipt({ file }: { file: AttachmentSeen }) {
  const { open, viewer } = useOpening();
  if (!file.isHere) return <small className="under">{words.awaited(file)}</small>;
  return (
    <>
      <button type="button" className="bare saves" onClick={() => void open(file)}>
        {isPicture(file.type) ? words.look(file.name) : words.save(file.name)}
      </button>
      {viewer}
    </>
  );
}

/** Opens the very bytes that the entry names, or says that others came. */
function useOpening() {
  const { client, host, notice } = usePage();
  const scan = useScan();
  async function open({ name, sha256 }: AttachmentSeen): Promise<void> {
    const answer = await client.call('officeAttachment', { sha256 });
    notice.tell(troubleOf(answer)?.sentence ?? null);
    if (!answer.ok) return;
    const bytes = Uint8Array.from(atob(answer.value.base64), (letter) => letter.charCodeAt(0));
    if ((await host.sha256(bytes)) === sha256) scan.open({ ...answer.value, name });
    else notice.tell(words.altered);
  }
  return { open, viewer: scan.viewer };
}
