/**
 * A payer's name as it is compared with another: its words in sorted order, so that `Roe, Bob` is `Bob Roe`, the same
 * however it is capitalised, composed, spaced or punctuated, in any alphabet. Accents count: two people may differ by
 * one. Empty where a name has neither letter nor digit: that names nobody.
 */
export function payerKey(name: string): string {
  const plain = name.normalize('NFKC').toUpperCase().normalize('NFKC');
  // O'Brien and J.R. are one word each; every other mark parts two words.
  const words = plain.replace(/['’.]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.toSorted().join(' ');
}
