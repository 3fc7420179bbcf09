import type { AttachmentSeen } from '#contract/attachmentCalls';
import { scannedReceipt as words } from '../messages/scannedReceipt.ts';
import { usePage } from '../page.ts';
import { troubleOf } from '../refusal.ts';
import { saveFile } from './saveFile.ts';

/** What proves a paid-out: a press saves the file as it was scanned. Until that has come up, only its name is there. */
export function ScannedReceipt({ file }: { file: AttachmentSeen }) {
  const save = useSaving();
  if (!file.isHere) return <small className="under">{words.awaited(file)}</small>;
  return (
    <button type="button" className="bare saves" onClick={() => void save(file)}>
      {words.save(file.name)}
    </button>
  );
}

/** Saves the very bytes that the entry names, or says that others came. */
function useSaving() {
  const { client, host, notice } = usePage();
  return async function save({ name, sha256 }: AttachmentSeen): Promise<void> {
    const answer = await client.call('officeAttachment', { sha256 });
    notice.tell(troubleOf(answer)?.sentence ?? null);
    if (!answer.ok) return;
    const bytes = Uint8Array.from(atob(answer.value.base64), (letter) => letter.charCodeAt(0));
    if ((await host.sha256(bytes)) === sha256) saveFile(answer.value, name);
    else notice.tell(words.altered);
  };
}
