import type { Output, Parsed } from '#contract/contract';
import { keepAttachment } from '#db/station/attachments';
import { writing } from '#db/station/open';
import { ATTACHMENT_BYTES_MAX, attachmentType } from '#domain/attachment';
import { refuse } from '#domain/refusal';
import { sha256OfBytes } from '#main/chain/sha256';
import type { Parts, Session } from '#main/parts';

/** Keeps a scanned receipt on this station until an entry names it. What it is, its first bytes say and not its name. */
export async function attachReceipt(
  { db, host }: Parts,
  _session: Session,
  { name, base64 }: Parsed<'attachReceipt'>,
): Promise<Output<'attachReceipt'>> {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > ATTACHMENT_BYTES_MAX) refuse('attachment_too_large');
  const type = attachmentType(bytes) ?? refuse('attachment_kind');
  const about = { type, size: bytes.length, sha256: sha256OfBytes(bytes) };
  writing(db, (tx) => keepAttachment(tx, { ...about, bytes, keptAt: host.now() }));
  return { name, ...about };
}
