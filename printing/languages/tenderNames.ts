import type { Language } from '#domain/account';
import type { CardBrand, CheckForm, MoneyOrderIssuer } from '#domain/tender';
import { bare, paired, type Said, said } from './said.ts';

/** What of a tender its name depends on. */
export type NamedTender =
  | { kind: 'cash' | 'credit' }
  | { kind: 'check'; form: CheckForm }
  | { kind: 'money-order'; issuer: MoneyOrderIssuer }
  | { kind: 'card'; brand: CardBrand };

/** What was handed over, without its number: `Check`, `Cheque`; `Visa`, `Tarjeta Visa`. */
export function tenderName(language: Language, tender: NamedTender): Said {
  switch (tender.kind) {
    case 'cash':
      return said(language, 'tender.cash');
    case 'credit':
      return said(language, 'display.credit');
    case 'check':
      return said(language, tender.form === 'cashiers' ? 'tender.cashiers' : 'tender.check');
    case 'money-order':
      return said(language, tender.issuer === 'other' ? 'tender.money-order' : `tender.${tender.issuer}`);
    case 'card': {
      const card = BRANDS[tender.brand];
      const { english, also } = said(language, 'tender.card', { card });
      return paired(card || bare(english), also && bare(also));
    }
  }
}

const BRANDS: Readonly<Record<CardBrand, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  other: '',
};
