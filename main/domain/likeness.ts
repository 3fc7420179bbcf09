/** Shorter words look like too many others. */
const WORD_MIN = 3;
/** Longer words are no names; nobody is found by a slip in them. */
const WORD_MAX = 24;

/** Letters that are written in many ways and heard as one, the longer spelling first. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/^[pg]n|^kn/, 'n'],
  [/dzh|dj|dg/g, 'j'],
  [/s[ck]h?ch|t?s?ch|tsh|[cstz]z|[sz]h|t[sz]/g, 's'],
  [/ck|q|kh|c(?![eiy])/g, 'k'],
  [/[cz]/g, 's'],
  [/ph|[fw]/g, 'v'],
  [/j/g, 'y'],
];

/** Whether somebody may be found by a slip in this folded word. */
export function isSpelled(word: string): boolean {
  return word.length >= WORD_MIN && word.length <= WORD_MAX && /^\p{L}+$/u.test(word);
}

/**
 * Keys of a folded word, of which it shares at least one with every word that differs by one letter left out, put in,
 * taken for another, put elsewhere or swapped with its neighbour; and, marked by `~`, how it sounds.
 */
export function spellingKeys(word: string): string[] {
  const letters = [...word];
  const without = letters.map((_, place) => letters.toSpliced(place, 1).join(''));
  const sound = soundOf(word);
  return [...new Set([word, ...without, ...(sound === null ? [] : [`~${sound}`])])];
}

/**
 * How a folded word sounds, roughly: consonants that are heard alike as one, vowels only at the beginning. `kowalsky`,
 * `kowalski` and `kovalskii` sound the same. Null where too little is left to tell words apart, or of other letters.
 */
export function soundOf(word: string): string | null {
  if (!/^[a-z]+$/.test(word)) return null;
  const heard = HEARD.reduce((text, [written, sound]) => text.replace(written, sound), word);
  const first = /^[aeiou]/.test(heard) ? 'a' : heard.slice(0, 1);
  const rest = heard.slice(1).replace(/[aeiouhy]/g, '');
  const sound = (first + rest).replace(/(.)\1+/g, '$1');
  return sound.length >= WORD_MIN ? sound : null;
}

/**
 * How many slips lie between two words: a letter left out, put in, taken for another, or swapped with its neighbour.
 * @param most beyond that many it does not matter how many: infinity
 */
export function slipsBetween(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, place) => place);
  for (let at = 1; at <= left.length; at++) {
    const row = [at];
    for (let to = 1; to <= right.length; to++) {
      const isSame = left[at - 1] === right[to - 1];
      const isSwapped = left[at - 1] === right[to - 2] && left[at - 2] === right[to - 1];
      row.push(
        Math.min(
          (above[to] ?? 0) + 1,
          (row[to - 1] ?? 0) + 1,
          (above[to - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[to - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, above] = [above, row];
  }
  const slips = above[right.length] ?? 0;
  return slips <= most ? slips : Number.POSITIVE_INFINITY;
}

/** The most slips by which a word of so many letters may be meant: a short one soon means another. */
export function slipsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 5 ? 1 : word.length < 8 ? 2 : 3;
}
