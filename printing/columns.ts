/** Scripts and signs that take two columns where a Latin letter takes one. */
const WIDE =
  /[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Yi}\u3000-\u303F\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|\uFE0F/u;

/** Text in which every character is a letter of one column, as nearly all of ours is: Latin, Cyrillic, dashes, the minus. */
const NARROW = /^[\x20-\x7E\xA1-\xAC\xAE-\u02FF\u0400-\u0482\u2010-\u2027\u2212]*$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The signs a reader sees, a letter with its accents being one. */
export function graphemes(text: string): string[] {
  // Finding where a sign ends is slow and seldom needed.
  if (NARROW.test(text)) return [...text];
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Whether a sign takes two columns. */
export function isWide(grapheme: string): boolean {
  return WIDE.test(grapheme);
}

/** How many columns a text takes on paper. */
export function columnsOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let columns = 0;
  for (const grapheme of graphemes(text)) columns += columnsOfOne(grapheme);
  return columns;
}

/**
 * Text that is safe to lay out: composed, on one line, and without the bytes that command a printer or the marks that
 * turn writing around. Names come from files and keyboards; a slip must not be steered by them.
 */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]/gu, ' ')
    .replace(/\p{Cf}/gu, '');
}

/** Breaks a text into rows of at most `width` columns, between words where it can, inside a word that is too long. */
export function wrapped(text: string, width: number): string[] {
  // What fits stays as it is, spaces too: columns of figures are set with them.
  if (columnsOf(text) <= width) return [text];
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (columnsOf(longer) <= width) {
      row = longer;
      continue;
    }
    if (row.trim() !== '') rows.push(row);
    const pieces = broken(word, width);
    row = pieces.pop() ?? '';
    rows.push(...pieces);
  }
  return row === '' && rows.length > 0 ? rows : [...rows, row];
}

function broken(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const grapheme of graphemes(word)) {
    if (piece !== '' && columnsOf(piece + grapheme) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += grapheme;
  }
  return [...pieces, piece];
}

function columnsOfOne(grapheme: string): number {
  // A mark with nothing to stand on is drawn over whatever comes before it.
  if (/^\p{M}+$/u.test(grapheme)) return 0;
  return isWide(grapheme) ? 2 : 1;
}
