import type { MoneyOrderIssuer } from '#domain/tender';
import { say } from '../../../messages/en.ts';
import { tenders as words } from '../../../messages/tenders.ts';
import { typedCents } from '../typedCents.ts';
import { amountSentence, unless } from '../wrongField.ts';
import { isPaperNumber, wrongNumber } from './paperNumber.ts';
import { plainTender, type TenderRules } from './tenderRules.ts';

export type MoneyOrderTender = { kind: 'money-order'; text: string; issuer: MoneyOrderIssuer; serial: string };
export type MoneyOrderField = 'text' | 'issuer' | 'serial';

const name = say.tender['money-order'];

export const moneyOrderTender: TenderRules<MoneyOrderTender, MoneyOrderField> = {
  ...plainTender,
  begin: () => ({ kind: 'money-order', text: '', issuer: 'usps', serial: '' }),
  name: () => name,
  fields: ['text', 'issuer', 'serial'],
  typed: (order) => [order.text, order.serial],
  wrongIn: ({ text, serial }) => [
    ...unless(typedCents(text) > 0, 'text', words.why.text(name), amountSentence(text)),
    ...unless(isPaperNumber(serial), 'serial', words.why.serial, wrongNumber(serial, 'serial')),
  ],
  sent: ({ text, ...order }) => ({ ...order, cents: typedCents(text) }),
  drafted: ({ kind, issuer, serial }, cents) => {
    return { kind, cents, issuer, serial: isPaperNumber(serial) ? serial : '' };
  },
  told: (order) => [words.check.told(name, order.serial), words.moneyOrder.issuer[order.issuer]],
};
