import { holdsCardNumber } from '#domain/cardNumber';
import type { CardBrand } from '#domain/tender';
import { counter } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { tenders as words } from '../../../messages/tenders.ts';
import { typedCents } from '../typedCents.ts';
import { amountSentence, unless } from '../wrongField.ts';
import { plainTender, type TenderRules } from './tenderRules.ts';

export type CardTender = { kind: 'card'; text: string; brand: CardBrand; lastFour: string; approvalCode: string };
export type CardField = 'text' | 'brand' | 'lastFour' | 'approvalCode';

const { why } = words;

export const cardTender: TenderRules<CardTender, CardField> = {
  ...plainTender,
  begin: () => ({ kind: 'card', text: '', brand: 'visa', lastFour: '', approvalCode: '' }),
  name: () => say.tender.card,
  fields: ['text', 'brand', 'lastFour', 'approvalCode'],
  typed: (card) => [card.text, card.lastFour, card.approvalCode],
  wrongIn: ({ text, lastFour, approvalCode }) => [
    ...unless(typedCents(text) > 0, 'text', why.text(say.tender.card), amountSentence(text)),
    ...unless(/^\d{4}$/.test(lastFour), 'lastFour', why.lastFour, tooManyDigits(lastFour)),
    ...unless(
      /^[0-9A-Za-z]{2,12}$/.test(approvalCode) && wrongApproval({ lastFour, approvalCode }) === null,
      'approvalCode',
      why.approvalCode,
      wrongApproval({ lastFour, approvalCode }),
    ),
  ],
  sent: ({ text, ...card }) => ({ ...card, cents: typedCents(text) }),
  // A whole card number goes nowhere, not even to this station.
  drafted: ({ brand, lastFour, approvalCode }, cents) => {
    const kept = wrongApproval({ lastFour, approvalCode }) ? '' : approvalCode;
    return { kind: 'card', cents, brand, lastFour: tooManyDigits(lastFour) ? '' : lastFour, approvalCode: kept };
  },
  told: (card) => [`${counter.card.name} ··${card.lastFour || '…'}`, say.brand[card.brand]],
};

/** Nor is an approval code cut: twelve digits of a card's number and its last four are the number. */
export function wrongApproval({
  lastFour,
  approvalCode,
}: Pick<CardTender, 'lastFour' | 'approvalCode'>): string | null {
  if (holdsCardNumber(approvalCode) || holdsCardNumber(approvalCode + lastFour)) return counter.approvalOnly;
  return approvalCode.length > 12 ? counter.approvalTooLong : null;
}

/** Cut to four, a whole number would leave its first digits on the receipt as if they were the last. */
export function tooManyDigits(lastFour: string): string | null {
  return lastFour.length > 4 ? counter.lastFourOnly : null;
}
