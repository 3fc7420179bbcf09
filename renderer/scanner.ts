/** A scanner types faster than any hand: this many characters, this close together, then Enter (screens.md). */
const BURST_MIN = 6;
const GAP_MS = 30;

/** A busy machine may hold a key up for this long in the middle of a burst; a hand that scans has let go of the keys for longer. */
const HICCUP_MS = 150;

/** So many characters without a pause are a scanner's: no hand strikes three keys within 60 ms. */
const FAST_MIN = 3;

/** At least three of four characters of a burst come without a pause. */
const PAUSES_PER_KEY = 1 / 4;

/**
 * What a key means: the first of a run, one more, or the Enter that ends a scanner's burst. `runs` is with how many
 * `first` the burst began: the field is put back to what it held before all of them.
 */
export type Heard = { heard: 'first' | 'more' | 'other' } | { heard: 'scan'; text: string; runs: 1 | 2 };

/** Tells a scanner's burst from typing, key by key. */
export type Ear = { hear(key: string, atMs: number): Heard };

/** Characters in a row, how many of them came after a pause, and what stood alone just before the first. */
type Run = { text: string; pauses: number; head: string };

const NONE: Run = { text: '', pauses: 0, head: '' };

export function createEar(): Ear {
  let run = NONE;
  let isAlone = true;
  let lastAt = Number.NEGATIVE_INFINITY;
  let gap = 0;
  return {
    hear(key, atMs) {
      gap = Math.max(gap, atMs - lastAt);
      lastAt = atMs;
      // Shift comes between the characters of a scanner that types capitals.
      if (key === 'Shift') return { heard: 'more' };
      const waited = gap;
      gap = 0;
      if (key === 'Enter' || [...key].length !== 1) {
        const ended = run;
        run = NONE;
        return (key === 'Enter' ? scanOf(ended, waited) : null) ?? { heard: 'other' };
      }
      if (goesOn(run, waited)) {
        run = { ...run, text: run.text + key, pauses: run.pauses + (waited < GAP_MS ? 0 : 1) };
        return { heard: 'more' };
      }
      const isNear = waited < HICCUP_MS;
      run = { text: key, pauses: 0, head: isNear && isAlone ? run.text : '' };
      isAlone = !isNear;
      return { heard: 'first' };
    },
  };
}

function goesOn({ text }: Run, waited: number): boolean {
  return text !== '' && (waited < GAP_MS || (waited < HICCUP_MS && text.length >= FAST_MIN));
}

/** A pause may fall even behind the first or second character: then they stand alone before the run. */
function scanOf({ text, pauses, head }: Run, waited: number): Heard | null {
  if (waited >= HICCUP_MS) return null;
  const whole = head + text;
  const all = pauses + (waited < GAP_MS ? 0 : 1) + (head === '' ? 0 : 1);
  if (whole.length < BURST_MIN || all > whole.length * PAUSES_PER_KEY) return null;
  return { heard: 'scan', text: whole, runs: head === '' ? 1 : 2 };
}
