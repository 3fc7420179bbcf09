import type { CheckForm, MoneyOrderIssuer } from '#domain/tender';

/** What stands on papers that are handed over, and on the fields that take it down. */
const form: Record<CheckForm, string> = { check: 'Check', cashiers: 'Cashier’s check' };

const issuer: Record<MoneyOrderIssuer, string> = {
  usps: 'US Postal Service',
  'western-union': 'Western Union',
  moneygram: 'MoneyGram',
  other: 'Another issuer',
};

export const tenders = {
  /** Why a payment cannot be recorded yet, by the field that is to blame. */
  why: {
    text: (name: string) => `Type the ${name.toLowerCase()}’s amount`,
    checkNumber: 'Type the check’s number',
    routing: 'Type the nine-digit routing number',
    bankAccount: 'Type the check’s bank account',
    serial: 'Type the money order’s serial number',
    lastFour: 'Type the card’s last four digits',
    approvalCode: 'Type the approval code of the terminal',
    credit: (account: string, cents: string) => `Account ${account} has ${cents} of credit`,
  },
  paid: 'Everything is paid.',
  tape: 'Tape of this receipt',
  /** What the signs of the keypad do in an empty amount, in ten-key mode. */
  tenKey: [
    ['+', 'check'],
    ['*', 'card'],
    ['-', 'remove'],
    ['/', 'search'],
  ],
  rounded: 'Rounded',
  roundedTo: (cents: string) => `rounded ${cents}`,
  remove: (name: string) => `Remove ${name.toLowerCase()}`,
  check: {
    form,
    /** The button that makes it the other kind. */
    other: { check: 'Cashier’s check', cashiers: 'Ordinary check' } satisfies Record<CheckForm, string>,
    number: 'Number',
    routing: 'Routing',
    bankAccount: 'Bank account',
    told: (name: string, number: string) => `${name} № ${number || '…'}`,
    routingTold: (routing: string) => `routing ${routing}`,
    swap: 'Swap numbers',
    accountTooLong: 'A bank account has at most 17 digits. Read it off the check again.',
    nineDigits: 'A routing number has nine digits. If this is the bank account, swap the two numbers.',
    bothCould: 'Either number could be the routing. Look at the check; swap them if they stand the other way.',
    said: { checkNumber: 'the number', routing: 'the routing', bankAccount: 'the bank account' },
    uncertain: (fields: readonly string[]) =>
      `The line does not tell for certain: ${fields.join(', ')}. Read it off the check, or scan it again.`,
    neither: 'Neither number can be the routing: its check digit is wrong. Read both again.',
  },
  numberTooLong: 'Such a number has at most 15 digits. Read it off the paper again.',
  moneyOrder: { issuer, issuerLabel: 'Issuer', serial: 'Serial' },
  credit: {
    account: 'Account',
    there: (cents: string, account: string) => `${cents} of credit on ${account}`,
    option: (account: string, cents: string) => `${account} has ${cents}`,
  },
} as const;
