import type { AccountHit } from '#contract/shapes';

/** Fields that hold a number, which a label carries whole. */
const NUMBERS: readonly AccountHit['foundIn'][] = ['account', 'permit', 'contract', 'parcel', 'phone'];

/** The one account whose number is just what was scanned; null where there is none, or a person has to choose. */
export function oneExact(hits: readonly AccountHit[], scanned: string): AccountHit | null {
  const exact = hits.filter((hit) => isExact(hit, scanned));
  return exact.length === 1 ? (exact[0] ?? null) : null;
}

/** Whether a number of the account is just what was typed or scanned, from its first sign to its last. */
export function isExact(hit: AccountHit, text: string): boolean {
  const wanted = plain(text);
  if (plain(hit.accountNumber) === wanted) return true;
  return hit.alike === null && NUMBERS.includes(hit.foundIn) && plain(hit.foundText) === wanted;
}

/** Numbers are the same with dashes and without, and however many zeros stand before them. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '');
}
