import * as z from 'zod';
import { Attachment, AttachmentType } from '#domain/attachment';
import { Hash } from '#domain/hash';
import { officeQuery } from './definition.ts';
import { Label } from './shapes.ts';

/** A scanned receipt as its entry names it, of whose station, and whether the file itself has come up. */
export const AttachmentSeen = Attachment.pick({ name: true, type: true, sha256: true }).extend({
  station: Label,
  isHere: z.boolean(),
});
export type AttachmentSeen = z.infer<typeof AttachmentSeen>;

/** What came up from stations beside their entries. */
export const attachmentCalls = {
  /** The file that proves a paid-out of any station, as it was scanned. */
  officeAttachment: officeQuery({
    who: ['supervisor', 'finance', 'auditor'],
    input: { sha256: Hash },
    output: z.strictObject({ type: AttachmentType, base64: z.string() }),
    reads: ['office'],
  }),
} as const;
