/** A stretch of a text, in the units of its `slice`: `from` is in it, `to` is not. */
export type MatchRange = { from: number; to: number };

/** Letters that no decomposition takes apart, and Cyrillic as it is mostly written in American documents. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  `đd ðd øo łl æae œoe ßss þth ıi ŧt ħh
  аa бb вv гg ґg дd еe єie жzh зz иi іi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya
  јj љlj њnj ђdj ћc џdz ѕdz`
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Marks within a word that one person writes and another leaves out: O’Sullivan, Faʻasavalu. */
const APOSTROPHES = /['’‘ʻʼ`´′]/;

/**
 * A text as search sees it: lower case, accents off, Cyrillic in Latin letters, apostrophes left out, all other
 * punctuation one space. `Иванов` and `Ivanov`, `Nguyễn` and `nguyen` fold to the same. Search indexes keep folded
 * text, so a change here needs a migration that writes them again.
 */
export function fold(text: string): string {
  // Most of what a district has is plain; the long way costs ten times as much.
  if (/^[ -&(-_a-~]*$/.test(text) && !/[a-z0-9]x/i.test(text)) {
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return folding(text).folded.trim();
}

/** The words of a folded text. */
export function wordsOf(folded: string): string[] {
  return folded.split(' ').filter((word) => word !== '');
}

/**
 * What stands behind an apostrophe, folded, for who leaves out what stands before it: `sullivan` of O’Sullivan. One
 * letter, as in Mary’s, is no word. Kept in search indexes like folded text.
 */
export function wordsAfterApostrophes(text: string): string[] {
  const [, ...behind] = text.split(APOSTROPHES);
  const words = behind.map((part) => (/^\p{L}/u.test(part) ? (wordsOf(fold(part))[0] ?? '') : ''));
  return words.filter((word) => word.length > 1);
}

/**
 * Which stretches of a text a query covers, to be underlined: its words where words of the text begin with them,
 * else wherever three or more of their letters stand; a query of digits also across dashes and brackets.
 */
export function matchRanges(text: string, query: string): MatchRange[] {
  const there = folding(text);
  const words = wordsOf(fold(query));
  const digits = words.join('');
  if (/^\d{2,}$/.test(digits)) {
    const across = acrossPunctuation(there, digits);
    if (across) return [across];
  }
  return merged(words.flatMap((word) => occurrences(there, word)));
}

/** Folded text, and for each of its letters which letter of the original it came from. */
type Folding = { text: string; folded: string; from: number[]; to: number[] };

function folding(text: string): Folding {
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  let before = '';
  for (const letter of text) {
    const written = /\p{M}/u.test(letter) ? '' : foldedLetter(letter, before, folded !== '' && !folded.endsWith(' '));
    for (const one of written) {
      if (one === ' ' && (folded === '' || folded.endsWith(' '))) continue;
      folded += one;
      for (let unit = 0; unit < one.length; unit++) {
        from.push(at);
        to.push(at + letter.length);
      }
    }
    at += letter.length;
    // An accent written apart belongs to the letter before it.
    if (written === '' && /\p{M}/u.test(letter) && to.length > 0) to[to.length - 1] = at;
    before = letter;
  }
  return { text, folded, from, to };
}

function foldedLetter(letter: string, before: string, isInWord: boolean): string {
  if (APOSTROPHES.test(letter)) return '';
  const lower = letter.toLowerCase();
  // Мария is Maria, Дмитрий is Dmitri: after и these two add nothing of their own.
  if (/[иИ]/.test(before) && lower === 'я') return 'a';
  if (/[иИ]/.test(before) && lower === 'й') return '';
  let written = '';
  for (const part of letter.normalize('NFKD').toLowerCase()) {
    if (/\p{M}/u.test(part) || APOSTROPHES.test(part)) continue;
    const known = LETTERS.get(part);
    if (known !== undefined) written += known;
    // Alexei is Алексей and Aleksei; at the beginning of a word x is a letter like any other.
    else if (part === 'x' && (isInWord || written !== '')) written += 'ks';
    else written += /[\p{L}\p{N}]/u.test(part) ? part : ' ';
  }
  return written;
}

/** One letter behind an apostrophe is not searched: Mary’s. */
function isBehindApostrophe({ text, from, to }: Folding, at: number, word: string): boolean {
  return word.length > 1 && APOSTROPHES.test(text.slice(to[at - 1], from[at]));
}

function occurrences(there: Folding, word: string): MatchRange[] {
  const all: number[] = [];
  for (let at = there.folded.indexOf(word); at >= 0; at = there.folded.indexOf(word, at + 1)) all.push(at);
  const atWordStart = all.filter(
    (at) => at === 0 || there.folded[at - 1] === ' ' || isBehindApostrophe(there, at, word),
  );
  const shown = atWordStart.length > 0 || word.length < 3 ? atWordStart : all;
  return shown.map((at) => rangeOf(there, at, at + word.length));
}

/** Where digits stand one after another once all that is no digit is left out: `5550142` in `(360) 555-0142`. */
function acrossPunctuation(there: Folding, digits: string): MatchRange | null {
  const places = [...there.folded].flatMap((letter, place) => (/\d/.test(letter) ? [place] : []));
  const at = places
    .map((place) => there.folded[place])
    .join('')
    .indexOf(digits);
  const first = places[at];
  const last = places[at + digits.length - 1];
  if (first === undefined || last === undefined) return null;
  const isPlain = /^[\d ]+$/.test(there.folded.slice(first, last + 1));
  return isPlain ? rangeOf(there, first, last + 1) : null;
}

function rangeOf(there: Folding, first: number, end: number): MatchRange {
  return { from: there.from[first] ?? 0, to: there.to[end - 1] ?? 0 };
}

/** In order, and one where they touch or overlap. */
function merged(ranges: readonly MatchRange[]): MatchRange[] {
  const result: MatchRange[] = [];
  for (const range of [...ranges].sort((left, right) => left.from - right.from || left.to - right.to)) {
    const last = result[result.length - 1];
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
}
