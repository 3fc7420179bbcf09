import type { CardBrand } from '#domain/tender';
import { counter } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { typedCents } from '../typedCents.ts';
import type { TenderRules } from './tenderRules.ts';

export type CardTender = { kind: 'card'; text: string; brand: CardBrand; lastFour: string; approvalCode: string };
export type CardField = 'text' | 'brand' | 'lastFour' | 'approvalCode';

const why = counter.why.tender;

export const cardTender: TenderRules<CardTender, CardField> = {
  blank: { kind: 'card', text: '', brand: 'visa', lastFour: '', approvalCode: '' },
  fields: ['text', 'brand', 'lastFour', 'approvalCode'],
  typed: (card) => [card.text, card.lastFour, card.approvalCode],
  wrongIn: (card) => [
    ...(typedCents(card.text) > 0 ? [] : [{ field: 'text', why: why.text('card') } as const]),
    ...(/^\d{4}$/.test(card.lastFour) ? [] : [{ field: 'lastFour', why: why.lastFour('card') } as const]),
    ...(/^[0-9A-Za-z]{2,12}$/.test(card.approvalCode)
      ? []
      : [{ field: 'approvalCode', why: why.approvalCode('card') } as const]),
  ],
  sent: ({ text, ...card }) => ({ ...card, cents: typedCents(text) }),
  drafted: ({ brand, lastFour, approvalCode }, cents) => ({ kind: 'card', cents, brand, lastFour, approvalCode }),
  told: (card) => [`${counter.card.name} ··${card.lastFour || '…'}`, say.brand[card.brand]],
};
