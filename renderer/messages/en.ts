import type { AccountFlag } from '#domain/account';
import type { ChargeKind } from '#domain/chargeKind';
import { AMOUNT_MAX, cents, formatAmount } from '#domain/money';
import { TENDER_WORDS, VOID_REASON_WORDS } from '#domain/officeWords';
import type { Role } from '#domain/role';
import type { CardBrand } from '#domain/tender';
import { count } from '../format.ts';

/** Every sentence of the page, in English. Refusals bring their own. A second language is a second file like this one. */

const plural = (number: number, one: string, many: string) => `${count(number)} ${number === 1 ? one : many}`;

const role: Record<Role, string> = {
  cashier: 'Cashier',
  supervisor: 'Supervisor',
  finance: 'Finance',
  auditor: 'Auditor',
};

const brand: Record<CardBrand, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  other: 'Other card',
};

const charge: Record<ChargeKind, string> = {
  fee: 'Fee',
  interest: 'Interest',
  penalty: 'Late penalty',
  contract: 'Payment plan',
  service: 'Sewer service',
  permit: 'Permit',
};

const flag: Record<AccountFlag, string> = {
  'no-checks': 'No checks',
  autopay: 'Autopay',
  'shut-off': 'Shut-off pending',
  lien: 'Lien',
  contract: 'Payment plan',
  commercial: 'Commercial',
};

export const say = {
  busy: 'Saving…',
  below: (rows: number) => `${count(rows)} more below`,
  above: (rows: number) => `${count(rows)} more above`,
  beside: ({ left, right }: { left: number; right: number }) => {
    if (left === 0) return `${plural(right, 'more column', 'more columns')} to the right`;
    const toLeft = `${plural(left, 'more column', 'more columns')} to the left`;
    return right === 0 ? toLeft : `${toLeft}, ${count(right)} to the right`;
  },
  product: 'Counterfoil',
  plural,
  role,
  tender: TENDER_WORDS,
  brand,
  charge,
  flag,
  voidReason: VOID_REASON_WORDS,
  amount: {
    not_a_number: 'That is not an amount. Type digits, a point, and + to add.',
    three_decimals: 'An amount has at most two decimals. Type it again.',
    negative: 'An amount cannot be negative. Type it without the minus.',
    enormous: `The largest amount is ${formatAmount(cents(AMOUNT_MAX))}. Check it.`,
    implied: '1250 = 12.50',
  },
  pinMissing: 'The PIN is still to be typed, by the one who approves.',
  pinShort: 'A PIN has four digits or more. Type it again.',
  markChanged: 'What is approved has changed. Look at it, and type the PIN again.',
  noAnswer: 'The station did not answer. Try again: the same thing is never recorded twice.',
  approval: {
    head: { drawer: 'Supervisor’s approval', office: 'A second person’s approval' },
    goodFor: 'good for 2 minutes',
    approves: 'Approves',
    mark: (name: string) => `${name} approves exactly this`,
    nobody: {
      drawer: 'No supervisor but you works here. Call finance.',
      office: 'No supervisor but you works here, and nobody of finance.',
      without: 'Everybody here who may agree had a part in it. Call somebody who had none.',
    },
    why: 'A supervisor’s PIN is needed',
    once: 'Used once, for this only.',
    starter: (name: string) => `${name} started it and cannot approve it.`,
    both: 'Recorded with both names in the journal.',
  },
} as const;
