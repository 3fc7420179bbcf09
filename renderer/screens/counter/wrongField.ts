import { readAmount } from '#domain/amountEntry';
import { wrongAmount } from '../../amounts.ts';

/**
 * A field that is wrong or not typed yet: why, in the words that stand on the button, and the sentence that stands
 * beside the field once the hand has tried to leave it.
 */
export type WrongField<F extends string> = { field: F; why: string; sentence: string };

/** A field that is as it should be is no wrong field. */
export function unless<F extends string>(
  isRight: boolean,
  field: F,
  why: string,
  sentence?: string | null,
): WrongField<F>[] {
  return isRight ? [] : [{ field, why, sentence: sentence ?? `${why}.` }];
}

/** What no amount can be read from says so; an empty one asks for it. */
export function amountSentence(text: string): string | null {
  return wrongAmount(readAmount(text));
}
