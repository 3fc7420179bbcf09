import type { Screen } from '../keymap.ts';

/** The sheet of all keys, on the screen and on paper. */
export const keySheet = {
  title: 'Counterfoil: the keys',
  all: 'All keys, screen by screen',
  palette: 'Without a key: Ctrl+K, then its name',
  many: 'From most screens',
  everywhere: 'On every screen',
  print: 'Print the key sheet',
} as const;

/** What each screen is called on the sheet. */
export const screenNames: Record<Screen, string> = {
  enrol: 'Enrol this station',
  empty: 'Before accounts are here',
  signIn: 'Sign in',
  open: 'Open a drawer',
  counter: 'Take a payment',
  find: 'Find an account',
  done: 'Payment recorded',
  receipts: 'Receipts',
  void: 'Void a receipt',
  correct: 'Correct a receipt',
  refund: 'Refund of a receipt',
  reverse: 'Reverse a receipt',
  reprint: 'Print a slip again',
  count: 'Count the drawer',
  compare: 'Compare and close',
  closed: 'Drawer closed',
  parked: 'Drawer parked',
  help: 'Keys and help',
  outbox: 'E-mail and notices',
  otherSlips: 'Other slips',
  custody: 'Cash that is no receipt',
  safe: 'Safe',
  changeFund: 'Change fund',
  issueFloat: 'Issue a float',
  countHandoffs: 'Count what a drawer handed over',
  settle: 'Settle a difference',
  batches: 'Batches',
  sendBack: 'Send a batch back',
  deposits: 'Deposits',
  deposit: 'One deposit',
  makeDeposit: 'Make a deposit',
  witnessDeposit: 'Count a deposit a second time',
  settleDeposit: 'Settle a deposit',
  depositStep: 'A deposit on its way',
};
