import type { Output, Parsed } from '#contract/contract';
import { attachmentOf } from '#db/station/attachments';
import type { StationDb } from '#db/station/open';
import { refuse } from '#domain/refusal';

/** A file that is kept at this station beside an entry that names it. */
export function attachment(db: StationDb, { sha256 }: Parsed<'attachment'>): Output<'attachment'> {
  const { type, bytes } = attachmentOf(db, sha256) ?? refuse('attachment_elsewhere');
  return { type, base64: bytes.toString('base64') };
}
