/**
 * A payer's name as it is compared with another: the same however it is capitalised, composed or spaced, in any
 * alphabet. Accents count: two people may differ by one.
 */
export function payerKey(name: string): string {
  return name.normalize('NFKC').toUpperCase().normalize('NFKC').trim().replace(/\s+/g, ' ');
}
