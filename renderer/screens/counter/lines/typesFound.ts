import { fold } from '#domain/fold';
import { amount } from '../../../format.ts';
import { items } from '../../../messages/lines.ts';
import type { OfferedType } from './feeLine.ts';

/** Types whose names hold all that is typed, as letters go; those that begin so come first. Signs alone name nothing. */
export function typesFound(types: readonly OfferedType[], text: string): OfferedType[] {
  const typed = fold(text).trim();
  const words = typed.split(/\s+/).filter(Boolean);
  if (words.length === 0 && text.trim() !== '') return [];
  const found = types.filter(({ name }) => words.every((word) => fold(name).includes(word)));
  const begins = (type: OfferedType) => fold(type.name).startsWith(typed);
  return [...found.filter(begins), ...found.filter((type) => !begins(type))];
}

/** `1,163.25`, `from 0.15 a page`, `open price`. */
export function priceOffered({ price, unit }: OfferedType): string {
  switch (price.kind) {
    case 'open':
      return items.open;
    case 'each':
      return items.each(amount(price.cents), unit);
    case 'tiers':
      return items.from(amount(Math.min(...price.tiers.map((tier) => tier.eachCents))), unit);
  }
}
