/** Text from outside as it may be stored and shown beside our own: short, and without what no text column or page can hold. */
export function shown(text: string): string {
  return text.slice(0, 300).replace(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '?');
}
