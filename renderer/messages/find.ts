import type { AccountHit, AccountView } from '#contract/shapes';
import type { AccountFlag } from '#domain/account';
import { say } from './en.ts';

type Undone = NonNullable<AccountView['payments'][number]['undone']>;

const flagMeans: Record<AccountFlag, string> = {
  'no-checks': 'A check came back. Take cash, a money order or a card; a supervisor can override.',
  autopay: 'Pays by itself. Ask before you take the same money twice.',
  'shut-off': 'Service will be shut off unless all that is late is paid.',
  lien: 'A lien is recorded. Finance releases it when all is paid.',
  contract: 'Pays by installments. What is not yet due may wait.',
  commercial: 'Billed at commercial rates. The receipt is for a business.',
};

const foundIn: Record<AccountHit['foundIn'], string> = {
  account: 'Account',
  name: 'Name',
  address: 'Address',
  phone: 'Phone',
  parcel: 'Parcel',
  permit: 'Permit',
  contract: 'Contract',
  email: 'E-mail',
  mailing: 'Mail',
  notes: 'Note',
};

const undone: Record<Undone, string> = {
  void: 'void',
  correction: 'corrected',
  reversal: 'reversed',
  refund: 'refunded',
  refund_in_part: 'refunded in part',
};

/** The search of accounts, and what is known of the one that was chosen. */
export const find = {
  label: 'Find',
  matches: (n: number) => (n === 0 ? 'no match' : n >= 50 ? '50 or more' : say.plural(n, 'match', 'matches')),
  alike: (n: number) => `${n} alike`,
  columns: { name: 'Name', address: 'Service address', account: 'Account', flag: 'Mark', balance: 'Balance' },
  group: {
    exact: 'Just this number',
    shown: 'Found in part',
    elsewhere: 'Found in another field',
    alike: 'Looks or sounds alike',
  },
  in: foundIn,
  none: 'No account has that in any field, and none is much like it. Try fewer letters.',
  noneOfDigits: 'No account has that number. Of a bill line every digit is needed: scan the whole line again.',
  note: 'Accents do not matter. Phones, permits, contracts, e-mail and notes are searched too.',
  owed: (time: string) => `owed as of ${time}`,
  inCredit: (time: string) => `in credit as of ${time}`,
  old: (age: string) => `${age} old`,
  fresh: 'just now',
  closed: 'Closed',
  closedMeans: 'No service here any more. What is open can still be paid.',
  credit: 'Credit',
  noteHead: 'Note',
  flagMeans,
  parcel: (parcel: string) => `parcel ${parcel}`,
  mailing: (address: string) => `bills go to ${address}`,
  ageing: ['Not yet due', '1–30 days', '31–60 days', '61–90 days', 'Over 90 days'],
  charges: { head: 'Open charge, in the order they are paid', due: 'Due', age: 'Age', amount: 'Amount' },
  late: (days: number) => `${say.plural(days, 'day', 'days')} late`,
  inDays: (days: number) => (days === 0 ? 'today' : `in ${say.plural(days, 'day', 'days')}`),
  noCharges: 'Nothing is open.',
  unapplied: 'Credit not applied yet',
  contract: 'Contract',
  plan: (of: number, each: string | null, paid: number) =>
    `${each === null ? say.plural(of, 'installment', 'installments') : `${of} × ${each}`}, ${paid} paid`,
  planLate: 'late',
  notYetDue: 'not yet due',
  permits: (n: number) => (n === 1 ? 'Permit' : 'Permits'),
  payments: 'Last payments',
  undone,
  button: {
    all: (charges: number, cents: string) =>
      charges === 1 ? `Add the charge, ${cents}` : `Add all ${charges} charges, ${cents}`,
    due: (some: number, all: number, cents: string) => `Add ${some} of ${all} charges, ${cents}`,
    after: (credit: string) => ` after ${credit} credit`,
    none: 'Add the account, nothing is due',
    already: 'Already on the receipt: change its amount',
  },
  results: 'Accounts found',
  list: 'Accounts found, a long list',
} as const;
