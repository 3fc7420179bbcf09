import type { TenderKind } from '#domain/tender';
import type { TenderField } from '../screens/counter/tenders/tenderForm.ts';
import { say } from './en.ts';

type Why = Record<Exclude<TenderField, 'brand'>, (kind: TenderKind) => string>;

const tenderWhy: Why = {
  text: (kind) => `Type the ${kind}’s amount`,
  checkNumber: () => 'Type the check’s number',
  routing: () => 'Type the nine-digit routing number',
  bankAccount: () => 'Type the check’s bank account',
  lastFour: () => 'Type the card’s last four digits',
  approvalCode: () => 'Type the approval code of the terminal',
};

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The counter, the search in it, and the change. */
export const counter = {
  title: 'Take a payment',
  payer: 'Payer',
  payerHint: (customer: string) => `instead of ${customer}`,
  nobody: 'Nobody yet',
  columns: { place: '#', purpose: 'For', account: 'Account', distribution: 'Distribution', amount: 'Amount' },
  addItem: 'Add item',
  addHint: 'Scan a bill, or type an account number or name',
  line: (place: number, account: string) => `Amount of line ${place}, account ${account}`,
  removeLine: (place: number) => `Remove line ${place}`,
  credit: 'To credit',
  creditWhy: 'nothing else is open',
  part: (open: string) => `part of ${open}`,
  left: (cents: string) => `${cents} stays open`,
  bill: (cents: string) => `the bill says ${cents}`,
  named: 'charges chosen',
  empty: 'No account on this receipt yet.',
  due: 'Amount due',
  items: (lines: number) => say.plural(lines, 'account', 'accounts'),
  exact: (cents: string) => `exact ${cents}`,
  change: 'Change due',
  missing: 'Still to pay',
  surplus: 'Too much on checks and cards',
  piece: (count: number, worth: string) => `${count} × ${worth}`,
  button: (cents: string) => `Receipt ${cents} and print`,
  tender: { routing: 'routing', remove: (what: string) => `Remove ${what}` },
  check: {
    name: 'Check',
    number: 'Number',
    routing: 'Routing',
    bankAccount: 'Bank account',
    last: (four: string) => `··${four}`,
  },
  card: { name: 'Card', brand: 'Brand', lastFour: 'Last four', approvalCode: 'Approval' },
  lastFourOnly: 'Only the last four digits. A card number never goes in here.',
  cardHint: 'Run the card on the terminal first. Its number never goes in here.',
  noChecks: (account: string) => `Account ${account} is marked “no checks”. Ask a supervisor before you take one.`,
  why: {
    account: 'Find an account first',
    amount: 'One amount cannot be read',
    line: (account: string) => `Type how much for ${account}`,
    named: 'More than the chosen charges are open for',
    tender: tenderWhy,
    missing: (cents: string) => `${cents} still to pay`,
    surplus: (cents: string) => `${cents} too much: change is cash only`,
    cash: 'Hand the cash back: the rest pays all',
  },
  slip: {
    title: 'The slip as it will print',
    note: 'Number and time are given when it is recorded.',
    none: 'It appears here as the payment is typed.',
  },
  ask: {
    title: 'Empty this payment?',
    words: (parts: readonly string[]) =>
      `${capital(parts.join(' and '))} ${parts.length > 1 ? 'are' : 'is'} forgotten. Nothing has been recorded.`,
    due: (amount: string) => `${amount} on the receipt`,
    offered: (amount: string) => `${amount} typed as tendered`,
    unread: (text: string) => `“${text}”`,
    noAmount: 'a tender without an amount',
    payer: (name: string) => `the payer “${name}”`,
    keep: 'Keep typing',
    empty: 'Empty it',
  },
  askTender: {
    title: (what: string) => `Remove this ${what}?`,
    words: (what: string) =>
      `The ${what} is not complete. What is typed of it is forgotten; the rest of the payment stays.`,
  },
  locked: 'Money is on the counter. Finish or empty this payment before you sign out.',
  lockedTitle: 'Not while money is tendered',
  last: {
    title: 'Last receipts of this drawer',
    savedHere: (n: number) => `${n} saved here`,
    sent: (n: number) => `${n} sent`,
    columns: { receipt: 'Receipt', time: 'Time', from: 'From', paidBy: 'Paid by', state: 'State', amount: 'Amount' },
    state: { unsent: 'saved here', sent: 'sent' },
    voidBy: (approver: string) => `void · ${approver}`,
    void: (reason: string, approver: string) => `void, ${reason.toLowerCase()} · ${approver}`,
  },
} as const;

export const find = {
  label: 'Find',
  matches: (n: number) => (n === 50 ? '50 or more' : say.plural(n, 'match', 'matches')),
  columns: { name: 'Name', address: 'Service address', account: 'Account', flag: 'Mark', balance: 'Balance' },
  other: 'Found in another field',
  in: {
    account: 'account',
    name: 'name',
    address: 'address',
    phone: 'phone',
    parcel: 'parcel',
    permit: 'permit',
    contract: 'contract',
    email: 'e-mail',
  },
  none: 'No account has that in its number, name, address, phone or parcel. Try fewer letters.',
  note: 'Accents do not matter. Numbers, names, addresses, phones and parcels are searched.',
  owed: (time: string) => `owed as of ${time}`,
  inCredit: (time: string) => `in credit as of ${time}`,
  old: (age: string) => `${age} old`,
  fresh: 'just now',
  closed: 'Closed',
  credit: 'Credit',
  parcel: (parcel: string) => `parcel ${parcel}`,
  ageing: ['Not yet due', '1–30 days', '31–60 days', '61–90 days', 'Over 90 days'],
  charges: { head: 'Open charge, in the order they are paid', due: 'Due', age: 'Age', amount: 'Amount' },
  late: (days: number) => `${say.plural(days, 'day', 'days')} late`,
  inDays: (days: number) => (days === 0 ? 'today' : `in ${say.plural(days, 'day', 'days')}`),
  noCharges: 'Nothing is open.',
  unapplied: 'Credit not applied yet',
  payments: 'Last payments taken here',
  voided: 'void',
  button: {
    all: (charges: number, cents: string) =>
      charges === 1 ? `Add the charge, ${cents}` : `Add all ${charges} charges, ${cents}`,
    none: 'Add the account, nothing is due',
    already: 'Already on the receipt: change its amount',
  },
  results: 'Accounts found',
  list: 'Accounts found, a long list',
} as const;

export const done = {
  suspense: 'For an account to be found',
  title: (label: string) => `Receipt ${label}`,
  change: 'Change due',
  from: (cash: string) => `from ${cash} cash`,
  none: 'No change',
  total: 'Total',
  unsent: 'Saved on this station, not yet sent',
  sent: 'Sent to the ledger',
  print: {
    waiting: (where: string) => `Waiting to print on ${where}`,
    printing: (where: string) => `Printing on ${where}`,
    printed: (where: string) => `Printed on ${where}`,
    failed: (where: string) => `Not printed: ${where} failed`,
    in_doubt: () => 'Nobody knows whether the slip came out',
    screen: 'the screen',
  },
  doubt: {
    title: (label: string) => `Did the slip of ${label} come out?`,
    words: 'The printer stopped answering while it printed. It is never printed a second time unless you say so.',
    yes: 'It came out',
    no: 'It did not, print it',
  },
  columns: { purpose: 'For', account: 'Account', amount: 'Amount' },
  next: 'Next payer',
} as const;
