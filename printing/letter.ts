/** A column of a letter's table: amounts stand right. */
export type LetterColumn = { name: string; right?: true };

/** A table over as many pages as it needs, its head on each of them. The last row may be its totals. */
export type LetterTable = {
  block: 'table';
  title?: string;
  columns: readonly LetterColumn[];
  rows: readonly (readonly string[])[];
  totals?: readonly string[];
};

/** A document for letter paper, as meaning: what the office files, where a narrow slip has no room. */
export type LetterBlock =
  | LetterTable
  /** Names and values, two of them beside one another. */
  | { block: 'facts'; facts: readonly { name: string; value: string }[] }
  | { block: 'text'; text: string }
  /** What is signed, room to sign, and under each line who signs there: always on one page. */
  | { block: 'signatures'; what: string; who: readonly string[] };

export type Letter = {
  title: string;
  /** Opposite the title. */
  aside: string;
  /** Above it, the first one strong. */
  masthead: readonly string[];
  /** What must be seen from afar: `TRAINING: not money`. */
  banners: readonly string[];
  blocks: readonly LetterBlock[];
  /** The page lies on its side, for a table of many columns. */
  isWide?: true;
  /** At the lower edge of each page, before its number. */
  foot: string;
};
