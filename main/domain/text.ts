import * as z from 'zod';

/** Whether a text is without control bytes, line breaks, halves of letters and the marks that turn writing around. */
export function isPlain(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(text);
}

/** What nobody sees and nobody types: two names that differ by it alone look the same and are not. */
const UNSEEN = /[\u00AD\u180E\u200B\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/gu;

/** As {@link lineOfText}, where nothing may be said at all. */
export function textOrNone(lengthMax: number) {
  return z
    .string()
    .overwrite((text) => text.replace(UNSEEN, '').trim())
    .max(lengthMax)
    .refine(isPlain, { error: 'must be plain text on one line' })
    .refine((text) => text === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), { error: 'must have something to read' });
}

/**
 * A line of text that a person typed or a file brought: trimmed, without what nobody sees, at least one character, and
 * plain, so that paper and screen never differ.
 */
export function lineOfText(lengthMax: number) {
  return textOrNone(lengthMax).min(1);
}

export const NAME_MAX = 80;
export const WORDS_MAX = 200;
