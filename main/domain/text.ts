import * as z from 'zod';

/** Whether a text is without control bytes, line breaks, halves of letters and the marks that turn writing around. */
export function isPlain(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(text);
}

/**
 * A line of text that a person typed or a file brought: trimmed, at least one character unless said otherwise, and
 * plain, so that paper and screen never differ.
 */
export function lineOfText(lengthMax: number) {
  return z.string().trim().min(1).max(lengthMax).refine(isPlain, { error: 'must be plain text on one line' });
}

export const NAME_MAX = 80;
export const WORDS_MAX = 200;
