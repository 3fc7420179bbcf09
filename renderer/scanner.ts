/** A scanner types faster than any hand: this many characters, this close together, then Enter (screens.md). */
const BURST_MIN = 6;
const GAP_MS = 30;

/** What a key means: the first of a run, one more, or the Enter that ends a scanner's burst. */
export type Heard = { heard: 'first' | 'more' | 'other' } | { heard: 'scan'; text: string };

/** Tells a scanner's burst from typing, key by key. */
export type Ear = { hear(key: string, atMs: number): Heard };

export function createEar(): Ear {
  let text = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    hear(key, atMs) {
      const close = atMs - lastAt < GAP_MS;
      lastAt = atMs;
      if (key === 'Enter') {
        const scanned = text;
        text = '';
        return close && scanned.length >= BURST_MIN ? { heard: 'scan', text: scanned } : { heard: 'other' };
      }
      // Shift comes between the characters of a scanner that types capitals.
      if (key === 'Shift') return { heard: 'more' };
      if ([...key].length !== 1) {
        text = '';
        return { heard: 'other' };
      }
      text = close ? text + key : key;
      return { heard: text.length === 1 ? 'first' : 'more' };
    },
  };
}
