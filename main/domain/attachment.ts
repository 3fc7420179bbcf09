import * as z from 'zod';
import { Hash } from './hash.ts';
import { lineOfText, NAME_MAX } from './text.ts';

/** The largest file that is attached to an entry: 1 MB. */
export const ATTACHMENT_BYTES_MAX = 1_048_576;

export const AttachmentType = z.enum(['application/pdf', 'image/jpeg', 'image/png']);
export type AttachmentType = z.infer<typeof AttachmentType>;

/** A file beside an entry: the entry vouches for its bytes by their SHA-256. */
export const Attachment = z.strictObject({
  name: lineOfText(NAME_MAX),
  type: AttachmentType,
  size: z.int().min(1).max(ATTACHMENT_BYTES_MAX),
  sha256: Hash,
});
export type Attachment = z.infer<typeof Attachment>;

/** Whether a file is one that a page can show. */
export function isPicture(type: string): boolean {
  return type === 'image/jpeg' || type === 'image/png';
}

const BEGINS: Readonly<Record<AttachmentType, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

/** What a file is by its first bytes, whatever its name says; null for none of those that are taken. */
export function attachmentType(bytes: Uint8Array): AttachmentType | null {
  return AttachmentType.options.find((type) => BEGINS[type].every((byte, place) => bytes[place] === byte)) ?? null;
}
