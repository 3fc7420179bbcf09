import { sentenceOf } from '#domain/refusal';
import { isRoutingNumber } from '#domain/routingNumber';
import { counter } from '../../../messages/counter.ts';
import { typedCents } from '../typedCents.ts';
import { amountSentence, unless } from '../wrongField.ts';
import type { TenderRules } from './tenderRules.ts';

export type CheckTender = { kind: 'check'; text: string; checkNumber: string; routing: string; bankAccount: string };
export type CheckField = 'text' | 'checkNumber' | 'routing' | 'bankAccount';

const why = counter.why.tender;

export const checkTender: TenderRules<CheckTender, CheckField> = {
  blank: { kind: 'check', text: '', checkNumber: '', routing: '', bankAccount: '' },
  fields: ['text', 'checkNumber', 'routing', 'bankAccount'],
  typed: (check) => [check.text, check.checkNumber, check.routing, check.bankAccount],
  wrongIn: ({ text, checkNumber, routing, bankAccount }) => [
    ...unless(typedCents(text) > 0, 'text', why.text('check'), amountSentence(text)),
    ...unless(/^\d{1,15}$/.test(checkNumber), 'checkNumber', why.checkNumber('check')),
    ...unless(isRoutingNumber(routing), 'routing', why.routing('check'), wrongRouting(routing)),
    ...unless(/^\d{3,17}$/.test(bankAccount), 'bankAccount', why.bankAccount('check')),
  ],
  sent: ({ text, ...check }) => ({ ...check, cents: typedCents(text) }),
  drafted: ({ checkNumber }, cents) => ({ kind: 'check', cents, form: 'check', checkNumber }),
  told: (check) => [
    `${counter.check.name} № ${check.checkNumber || '…'}`,
    `${counter.tender.routing} ${grouped(check.routing)}`,
  ],
};

/** A nine-digit routing number whose check digit is wrong is told while the check is still in the hand. */
export function wrongRouting(routing: string): string | null {
  return routing.length === 9 && !isRoutingNumber(routing) ? sentenceOf('routing_wrong', {}) : null;
}

/** `0210 0002 1`: nine digits are easier to compare in groups. */
function grouped(routing: string): string {
  return routing.replace(/(\d{4})(?=\d)/g, '$1 ');
}
