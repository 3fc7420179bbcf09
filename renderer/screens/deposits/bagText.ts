import { BagNumber } from '#domain/deposit';
import { making as words } from '../../messages/deposits.ts';
import type { Trouble } from '../../refusal.ts';

/* The numbers of a bag and its seal, as they are typed. */

/** Of bag and seal the one that a refusal is about; null where it is neither. */
export function placeOfBag({ code, facts }: Trouble): 'bag' | 'seal' | null {
  if (code === 'bag_used' || code === 'bag_was_seal') return 'bag';
  if (code === 'bag_missing' || code === 'bag_not_wanted') return 'bag';
  if (code === 'seal_used' || code === 'seal_is_bag' || code === 'bag_is_seal') return 'seal';
  return facts.field === 'bag' || facts.field === 'seal' ? facts.field : null;
}

/** What is missing of the numbers of bag and seal, and where; null where nothing is. */
export function bagNotYet({ bag, seal }: { bag: string; seal: string }): { why: string; place: string } | null {
  if (!isBag(bag)) return { why: words.why.bag, place: 'bag' };
  return isBag(seal) ? null : { why: words.why.seal, place: 'seal' };
}

/** Whether that can be the number of a bag or a seal. */
export function isBag(text: string): boolean {
  return BagNumber.safeParse(text).success;
}

/** A bag or seal as it is recorded: in capitals and without the spaces and dashes that people put between. */
export function bagShown(text: string): string {
  const read = BagNumber.safeParse(text);
  return read.success ? read.data : text.trim();
}

/** What is wrong with it as it is typed, once it is long enough to be wrong. */
export function wrongBag(text: string): string | null {
  return text.trim().length >= 3 && !isBag(text) ? words.wrongBag : null;
}
