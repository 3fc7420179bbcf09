import type { EntryMode } from '#domain/receipt';
import { say } from './en.ts';

/** Finding a receipt again, and making one void. */
export const receipts = {
  title: 'Find a receipt',
  label: 'Find',
  hint: 'Number, payer, account, check or amount',
  found: (n: number) => (n === 200 ? '200 or more' : say.plural(n, 'receipt', 'receipts')),
  list: 'Receipts found, a long list',
  none: 'No receipt of this station has that. Type less of it; payments at other stations stand with their account.',
  noneYet: 'This station has not issued a receipt yet.',
  issued: (time: string, name: string) => `issued ${time} by ${name}`,
  paid: (tenders: string, mode: EntryMode) => (mode === 'phone' ? `${tenders}, by telephone` : tenders),
  copies: (n: number) => (n === 0 ? 'not printed' : n === 1 ? 'printed once' : `printed ${n} times`),
  slip: 'The slip',
  print: 'Print this slip',
  reprint: 'Print this slip again, marked DUPLICATE',
  undone: 'Undone since',
  because: 'Why',
  agreed: (name: string) => `agreed by ${name}`,
  means: { cash: 'in cash', card: 'to the card', warrant: 'by warrant' },
  stands: 'Stands now',
  standsTotal: 'Stands',
  document: {
    receipt: 'Receipt',
    permit: 'Permit',
    void: 'Void',
    correction: 'Correction',
    reversal: 'Reversal',
    refund: 'Refund',
    notice: 'Notice',
    z: 'Z report',
  },
  slipOf: (name: string, n: number) => `slip shown: ${name}, one of ${n}`,
  pdf: 'Save as PDF',
  back: 'Back to the payment',
} as const;

export const voiding = {
  title: (label: string) => `Void receipt ${label}`,
  lines: 'Lines taken back',
  total: 'Receipt total',
  back: 'Given back over the counter',
  from: {
    cash: 'from drawer, cash',
    check: 'from drawer, checks',
    'money-order': 'from drawer, money orders',
    card: 'on the terminal',
    credit: 'to the account’s credit',
  },
  taken: (tendered: string, change: string) => `${tendered} taken, ${change} was given as change`,
  paper: 'the paper itself',
  card: (approval: string) => `approval ${approval}, reverse it on the terminal`,
  givenBack: 'Given back',
  cashBack: 'Cash to give back',
  noCash: 'To take back, no cash',
  cashGiven: 'Cash given back',
  fromDrawer: (drawer: string) => `from drawer ${drawer}`,
  alsoBack: 'Given back beside it',
  and: (what: string) => `and ${what}`,
  rounded: 'Cash rounded by',
  stays: (label: string, hasCharges: boolean) =>
    `The number ${label} stays used. ${hasCharges ? 'Charges open again as they were, and the slip' : 'The slip'} reads VOID.`,
  button: (label: string, cash: string | null) =>
    cash === null ? `Void ${label}` : `Void ${label} and give back ${cash}`,
  onlyVoid: 'Used once, for this void only.',
} as const;
