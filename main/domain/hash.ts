import * as z from 'zod';

/** A SHA-256 as it is written: of an entry, or of something that is approved. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be a hash of 64 hexadecimal digits' });
