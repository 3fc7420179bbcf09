import { CORRECTION_REASON_WORDS, REFUND_REASON_WORDS, REVERSAL_REASON_WORDS } from '#domain/officeWords';

/** Undoing what was recorded: corrections, refunds, reversals, and what they have in common with a void. */

export const undo = {
  correctionReason: CORRECTION_REASON_WORDS,
  refundReason: REFUND_REASON_WORDS,
  reversalReason: REVERSAL_REASON_WORDS,
  approved: 'What is approved, all of it and nothing else',
  issued: 'issued',
  to: 'to',
  started: (name: string, time: string) => `started by ${name} at ${time}`,
  why: 'Why',
  reason: 'Reason',
  chooseReason: 'Choose why',
  words: 'In words',
  wordsHint: 'optional',
  mark: 'The mark of exactly this. If a letter changes, the mark changes and the approval falls.',
  noMoney: 'No money goes over the counter. The receipt itself stays as it is; a slip of its own says what changed.',
  spent: (account: string, cents: string) =>
    `${cents} of the credit at ${account} was spent since. The account will owe it.`,
  /** Why the button is not ready. */
  /** On the button while the sentence above it says why the station would not do it. */
  notSo: 'Not like this',
  whyNot: {
    reason: 'Choose the reason',
    pin: 'A supervisor’s PIN is needed',
    slip: 'Show the slip first',
    amount: 'Say how much goes back',
    code: 'Type the terminal’s approval',
    to: 'Say where it belongs',
  },
  kind: { correction: 'Correction', reversal: 'Reversal', refund: 'Refund', void: 'Void' },
} as const;

export const showing = {
  label: 'Slip',
  hint: 'scan it, or type its journal head',
  scanned: 'scanned',
  typed: 'typed',
  without: 'No slip? Then it is a refund.',
  toRefund: 'Refund instead',
  none: {
    paper: 'None has come out of the printer. The approval says so.',
    both: 'None has come out of the printer. The approval says so.',
    email: 'It went by e-mail, not on paper. The approval says so.',
    none: 'None was wanted. The approval says so.',
  },
} as const;

/** Which word fits (design §6), told to who has not done it often. */
export const choosing = {
  title: 'Undo: which one?',
  closed: 'Its drawer is closed, so it cannot be void any more.',
  notYours: (drawer: string, cashier: string) => `It is in drawer ${drawer} of ${cashier}, who alone can make it void.`,
  whyNoVoid: 'Why not void',
  rows: {
    void: {
      when: 'Just made, payer here with the slip',
      means: 'All is given back; the number stays used.',
    },
    correct: {
      when: 'Wrong account, charge or tender',
      means: 'One line or tender moves; no money does.',
    },
    refund: { when: 'The payer is owed money', means: 'Cash, back to the card, or by warrant.' },
    reverse: { when: 'Keyed twice, found after the close', means: 'It never was; no money moves.' },
  },
  name: { void: 'Void', correct: 'Correct', refund: 'Refund', reverse: 'Reverse' },
  nothing: { void: 'Nothing stands of it: it is void.', gone: 'Nothing stands of it any more.' },
} as const;

export const reprinting = {
  title: (label: string, copy: number) => `Print ${label} again, as DUPLICATE ${copy}`,
  why: 'Its slip came out once. Two slips of one payment can be handed in twice, so a second person agrees.',
  only: 'Used once, for this copy only.',
  button: (copy: number) => `Print DUPLICATE ${copy}`,
  close: 'Do not print',
  another: 'Another supervisor',
} as const;

export const refunding = {
  title: (label: string) => `Refund of receipt ${label}`,
  columns: { purpose: 'Goes back', account: 'Account', stands: 'Stands', back: 'Refund' },
  cell: (purpose: string) => `Refund of ${purpose}`,
  none: '',
  gone: 'nothing left',
  total: 'Together',
  rounding: 'Cash rounding goes back with the last',
  earlier: 'Refunded before',
  clears: (day: string) => `What checks paid clears on ${day}.`,
  cleared: 'Its checks have cleared.',
  how: 'How it goes back',
  means: 'Means',
  cash: (drawer: string) => `Cash from drawer ${drawer}`,
  card: (brand: string, lastFour: string) => `Back to ${brand} ··${lastFour}`,
  warrant: 'By warrant, by mail',
  code: 'Approval',
  codeHint: 'of the refund on the terminal',
  loud: { cash: 'Cash to give back', card: 'Goes back to the card', warrant: 'Owed until the warrant is issued' },
  of: (cents: string) => `of ${cents} that stand`,
  only: 'Used once, for this refund only.',
  cardInCash: 'A card paid a part of this, and cards take it back. Approving this gives cash for it.',
  button: {
    cash: (cents: string) => `Give back ${cents} in cash`,
    card: (cents: string) => `Refund ${cents} to the card`,
    warrant: (cents: string) => `Refund ${cents} by warrant`,
  },
} as const;

export const reversing = {
  title: (label: string) => `Reverse receipt ${label}`,
  lines: 'Lines taken back',
  total: 'Receipt total',
  puts: 'What it puts right',
  tender: {
    cash: 'Over/short of its drawer, cash',
    check: 'Difference in checks',
    'money-order': 'Difference in money orders',
    card: 'Difference in cards',
  },
  short: (cents: string) => `was short by ${cents} at the close`,
  notShort: 'was not short at the close',
  notTold: 'told once the office has counted its drawer',
  wasPaid: 'The drawer was not short of so much, so somebody paid this. Look whose it was before you approve.',
  notKnown: 'Whether the drawer was short is not told before the office has counted it. Be sure that nobody paid this.',
  loud: 'Never was',
  aside: 'no money moves',
  only: 'Used once, for this reversal only.',
  button: (label: string, cents: string) => `Reverse ${label}, ${cents} that never was`,
} as const;

export const correcting = {
  title: (label: string) => `Correct receipt ${label}`,
  what: 'What is wrong',
  tenderOf: (tender: string) => `paid by ${tender}`,
  belongs: 'Belongs to',
  kinds: {
    account: 'An account',
    suspense: 'Suspense: owner not found',
    fee: (name: string) => name,
  },
  account: 'Account',
  accountHint: 'number, name or address',
  charges: 'Which charges it pays',
  policy: 'left empty, the district’s order decides',
  open: 'Open',
  pays: 'Pays',
  payOn: (charge: string) => `Pays on ${charge}`,
  disagree: (named: string, line: string) =>
    `The named charges come to ${named}, the line to ${line}. Make them agree.`,
  unapplied: 'Unapplied credit',
  noCharges: 'Nothing is open there: all of it becomes unapplied credit.',
  quantity: 'Quantity',
  goesTo: 'Fund and BARS',
  chooseChart: 'Choose a place of the chart',
  name: 'Name',
  address: 'Address',
  parcel: 'Parcel',
  fields: {
    checkNumber: 'Number',
    routing: 'Routing',
    bankAccount: 'Bank account',
    serial: 'Serial',
    lastFour: 'Last four',
    approvalCode: 'Approval',
    form: 'Kind of check',
    issuer: 'Sold by',
    brand: 'Brand',
  },
  forms: { check: 'Check', cashiers: 'Cashier’s check' },
  issuers: { usps: 'US Postal Service', 'western-union': 'Western Union', moneygram: 'MoneyGram', other: 'Another' },
  from: 'It stands as',
  will: 'It will stand as',
  notYet: 'Say where it belongs; it shows here.',
  needs: {
    no_checks: 'The account takes no checks. Approving this takes one all the same.',
    tender_limit: 'So much by this tender is beyond the limit of one receipt. Approving this takes it all the same.',
    offline_limit: 'So much by this tender is beyond the limit while offline. Approving this takes it all the same.',
  },
  loud: 'Moves to its right place',
  aside: 'no money over the counter',
  only: 'Used once, for this correction only.',
  button: (cents: string) => `Correct ${cents}`,
} as const;
