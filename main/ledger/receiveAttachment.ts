import type * as z from 'zod';
import { attachmentsHere, attachmentTold, insertAttachment } from '#db/ledger/attachments';
import type { StationKey } from '#db/ledger/stations';
import { Attachment, attachmentType } from '#domain/attachment';
import { refuse } from '#domain/refusal';
import { sha256OfBytes } from '#main/chain/sha256';
import type { AttachmentReply, AttachmentSent, AttachmentsAsked, AttachmentsWanted } from '#main/sync/wire';
import type { LedgerContext } from './context.ts';

/** Which of some files a station is to send. */
export async function attachmentsWanted(
  context: LedgerContext,
  { district }: StationKey,
  { sha256s }: z.output<typeof AttachmentsAsked>,
): Promise<z.output<typeof AttachmentsWanted>> {
  const here = await context.db.inDistrict(district, 'read', (tx) => attachmentsHere(tx, district, sha256s));
  return { wanted: sha256s.filter((sha256) => !here.has(sha256)) };
}

/**
 * Keeps the file of a paid-out: its bytes must be those whose SHA-256 stands in that entry of the station's own journal,
 * in whichever epoch. An entry that is parked vouches for its file as well.
 * @throws Refusal `attachment_unnamed`, `attachment_altered`, `attachment_kind`
 */
export async function receiveAttachment(
  context: LedgerContext,
  station: StationKey,
  { epoch, sequence, base64 }: AttachmentSent,
): Promise<AttachmentReply> {
  const bytes = Buffer.from(base64, 'base64');
  const sha256 = sha256OfBytes(bytes);
  const key = { ...station, epoch };
  return context.db.inDistrict(station.district, 'write', async (tx) => {
    const told = Attachment.safeParse(await attachmentTold(tx, key, sequence));
    if (!told.success) return refuse('attachment_unnamed');
    if (told.data.sha256 !== sha256) refuse('attachment_altered');
    const type = attachmentType(bytes) ?? refuse('attachment_kind');
    const isNew = await insertAttachment(tx, key, { sha256, type, base64, sequence }, context.now());
    return { outcome: isNew ? 'created' : 'exists' };
  });
}
