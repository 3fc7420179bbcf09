import { type Dispatch, useState } from 'react';
import { ATTACHMENT_BYTES_MAX, AttachmentType } from '#domain/attachment';
import { sentenceOf } from '#domain/refusal';
import { custody } from '../../messages/custody.ts';
import { useSend } from '../../page.ts';
import { sentenceUnder, troubleOf } from '../../refusal.ts';
import { Wrong } from '../../ui/Field.tsx';
import type { CustodyAction, CustodyForm } from './custodyForm.ts';

type AttachedFileProps = { form: CustodyForm; send: Dispatch<CustodyAction> };

/** The scanned receipt: chosen as a file, and kept by the station as soon as it is. */
export function AttachedFile({ form, send }: AttachedFileProps) {
  const ask = useSend();
  const [isBusy, setBusy] = useState(false);
  const wrong = sentenceUnder(form.trouble, 'file');
  const refuse = (sentence: string) => send({ did: 'fileRefused', sentence });
  async function attach(file: File) {
    if (file.size > ATTACHMENT_BYTES_MAX) return refuse(sentenceOf('attachment_too_large', {}));
    setBusy(true);
    const answer = await ask('attachReceipt', { name: file.name.slice(-80), base64: await base64Of(file) });
    setBusy(false);
    const trouble = answer && troubleOf(answer);
    if (trouble) refuse(trouble.sentence);
    else if (answer?.ok) send({ did: 'attached', attachment: answer.value });
  }
  return (
    <>
      <label className="why-row file-row">
        <span>{custody.file}</span>
        <input
          type="file"
          data-focus="file"
          accept={AttachmentType.options.join()}
          aria-invalid={wrong ? true : undefined}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void attach(file);
          }}
        />
        <span className="muted">{saidOf(form, isBusy)}</span>
      </label>
      {wrong ? <Wrong sentence={wrong} /> : null}
    </>
  );
}

function saidOf({ attachment }: CustodyForm, isBusy: boolean): string {
  if (isBusy) return custody.fileBusy;
  return attachment ? custody.fileSize(attachment.size) : custody.fileHint;
}

/** A file's bytes in base64, which is what follows the comma of its data address. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
