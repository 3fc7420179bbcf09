import { holdsCardNumber } from '#domain/cardNumber';
import { sentenceOf } from '#domain/refusal';
import { tenders as words } from '../../../messages/tenders.ts';

const DIGITS_MAX = 15;

/** Whether it may be the number of a check or the serial number of a money order. */
export function isPaperNumber(text: string): boolean {
  return /^\d{1,15}$/.test(text) && !holdsCardNumber(text);
}

/** What is wrong with such a number while it is typed. It is never cut: what is left could be another's, or a card's. */
export function wrongNumber(text: string, field: 'checkNumber' | 'serial'): string | null {
  if (holdsCardNumber(text)) return sentenceOf('card_number_in_text', { field });
  return text.length > DIGITS_MAX ? words.numberTooLong : null;
}
