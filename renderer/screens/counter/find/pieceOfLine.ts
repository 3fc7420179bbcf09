/** From so many digits on, and of none of these lengths, a number is no account's (9), phone's or parcel's (10, 11). */
const DIGITS_MIN = 8;
const NUMBERS: readonly number[] = [9, 10, 11];

/** Whether a text that finds nothing is a bill line of which not every digit was read. */
export function isPieceOfLine(text: string): boolean {
  const digits = text.replace(/\s/g, '');
  return /^\d+$/.test(digits) && digits.length >= DIGITS_MIN && !NUMBERS.includes(digits.length);
}
