import { type CardField, type CardTender, cardTender } from './cardTender.ts';
import { type CheckField, type CheckTender, checkTender } from './checkTender.ts';
import { type CreditField, type CreditTender, creditTender } from './creditTender.ts';
import { type MoneyOrderField, type MoneyOrderTender, moneyOrderTender } from './moneyOrderTender.ts';
import type { TenderRules } from './tenderRules.ts';

/**
 * What a payer can hand over beside cash, which is one field of its own: it is counted together. A new kind is one more
 * name in each of these three lists.
 */
export type TenderForm = CheckTender | MoneyOrderTender | CardTender | CreditTender;
export type TenderField = CheckField | MoneyOrderField | CardField | CreditField;
const rules: { [K in TenderForm['kind']]: TenderRules<Extract<TenderForm, { kind: K }>, TenderField> } = {
  check: checkTender,
  'money-order': moneyOrderTender,
  card: cardTender,
  credit: creditTender,
};

/** The rules of a tender's kind, to be asked about that tender only. */
export function rulesOfTender({ kind }: Pick<TenderForm, 'kind'>): TenderRules<TenderForm, TenderField> {
  return rules[kind];
}
