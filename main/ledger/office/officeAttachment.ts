import type { AttachmentSeen } from '#contract/attachmentCalls';
import type { Output, Parsed } from '#contract/contract';
import { attachmentOf } from '#db/ledger/attachments';
import type { LedgerTx } from '#db/ledger/database';
import type { Attachment } from '#domain/attachment';
import { refuse } from '#domain/refusal';
import type { OfficeAt } from './officeAt.ts';

/** A file that came up from a station. */
export async function officeAttachment(
  tx: LedgerTx,
  { sha256 }: Parsed<'officeAttachment'>,
  { district }: OfficeAt,
): Promise<Output<'officeAttachment'>> {
  return (await attachmentOf(tx, district, sha256)) ?? refuse('attachment_awaited');
}

/** What the office is shown of a file before it opens it. */
export function attachmentSeen({ name, type, sha256 }: Attachment, station: string, isHere: boolean): AttachmentSeen {
  return { name, type, sha256, station, isHere };
}
