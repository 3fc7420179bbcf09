import { sentenceOf } from '#domain/refusal';
import { isRoutingNumber } from '#domain/routingNumber';
import { counter } from '../../../messages/counter.ts';
import { typedCents } from '../typedCents.ts';
import type { TenderRules } from './tenderRules.ts';

export type CheckTender = { kind: 'check'; text: string; checkNumber: string; routing: string; bankAccount: string };
export type CheckField = 'text' | 'checkNumber' | 'routing' | 'bankAccount';

const why = counter.why.tender;

export const checkTender: TenderRules<CheckTender, CheckField> = {
  blank: { kind: 'check', text: '', checkNumber: '', routing: '', bankAccount: '' },
  fields: ['text', 'checkNumber', 'routing', 'bankAccount'],
  typed: (check) => [check.text, check.checkNumber, check.routing, check.bankAccount],
  wrongIn: (check) => [
    ...(typedCents(check.text) > 0 ? [] : [{ field: 'text', why: why.text('check') } as const]),
    ...(/^\d{1,15}$/.test(check.checkNumber) ? [] : [{ field: 'checkNumber', why: why.checkNumber('check') } as const]),
    ...(isRoutingNumber(check.routing) ? [] : [{ field: 'routing', why: why.routing('check') } as const]),
    ...(/^\d{3,17}$/.test(check.bankAccount) ? [] : [{ field: 'bankAccount', why: why.bankAccount('check') } as const]),
  ],
  sent: ({ text, ...check }) => ({ ...check, cents: typedCents(text) }),
  drafted: ({ checkNumber }, cents) => ({ kind: 'check', cents, checkNumber }),
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
