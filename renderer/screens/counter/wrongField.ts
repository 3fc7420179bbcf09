/** A field that is wrong or not typed yet, and why, in the words that stand on the button until it is right. */
export type WrongField<F extends string> = { field: F; why: string };
