import { columnsOf, graphemes } from './columns.ts';

export const FONT_NAMES = ['regular', 'bold', 'rest'] as const;
export type SlipFontName = (typeof FONT_NAMES)[number];

/** Stands for a letter that no font has. */
export const NOT_HERE = '\uFFFD';

/** A stretch of text in one font, and the column in which it begins. */
export type FontRun = { column: number; font: SlipFontName; text: string };

/**
 * Cuts a text of one-column signs by the fonts that have its letters. Marks that stand apart from their letter are
 * drawn over it, in runs of their own at the same column; setting them with the letter is more than the PDF library's
 * font reader can do without falling over.
 */
export function fontRuns(
  text: string,
  own: 'regular' | 'bold',
  has: (font: SlipFontName, letter: string) => boolean,
): FontRun[] {
  const runs: FontRun[] = [];
  let open: FontRun | null = null;
  let next = 0;
  for (const sign of graphemes(text)) {
    const column = next;
    next += columnsOf(sign);
    const [letter = '', ...marks] = sign;
    if (open !== null && marks.length === 0 && has(own, letter)) {
      open.text += letter;
      continue;
    }
    const drawn = [letter, ...marks].map((part) => runOf(part, column, own, has));
    runs.push(...drawn);
    const [only] = drawn;
    open = drawn.length === 1 && only?.font === own ? only : null;
  }
  return runs.filter((run) => run.text.trim() !== '');
}

function runOf(
  letter: string,
  column: number,
  own: 'regular' | 'bold',
  has: (font: SlipFontName, letter: string) => boolean,
): FontRun {
  if (has(own, letter)) return { column, font: own, text: letter };
  if (has('rest', letter)) return { column, font: 'rest', text: letter };
  return { column, font: own, text: NOT_HERE };
}
