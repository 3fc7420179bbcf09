import type { BusinessDay } from '#domain/businessDay';
import type { DepositState, DepositStep } from '#domain/deposit';
import { durationWords } from '#domain/duration';
import { fundWords } from '#domain/fundAndBars';
import { amount, count, mediumDay } from '../format.ts';
import { say } from './en.ts';

const HOUR_MS = 3_600_000;

/** Deposits on their way from approved batches to the bank. */
export const deposits = {
  title: 'Deposits',
  list: 'Deposits, the newest first',
  details: 'What is in it',
  filter: {
    all: (n: string) => `all, ${n}`,
    late: (n: string) => `late, ${n}`,
    prepared: (n: string) => `waiting for the second count, ${n}`,
    handed: (n: string) => `on their way, ${n}`,
  },
  listed: (n: number, more: boolean) => (more ? `the newest ${count(n)}` : count(n)),
  listedOlder: (n: number) => `${count(n)} older`,
  show: { all: 'Show all', late: 'Show late', prepared: 'Show uncounted', handed: 'Show on their way' },
  none: {
    all: 'There is no deposit yet.',
    late: 'No deposit is late.',
    prepared: 'No deposit waits for its second count.',
    handed: 'No deposit is on its way.',
  },
  columns: { deposit: 'Deposit', to: 'To', bag: 'Bag', state: 'State', due: 'Time' },
  state: {
    prepared: 'to count again',
    differs: 'differs',
    made: 'lies ready',
    handed: 'on its way',
    confirmed: 'confirmed',
    withdrawn: 'taken back',
    broken: 'seal broken',
    recounted: 'to count again',
    recount_differs: 'differs',
  } satisfies Record<DepositState, string>,
  images: 'images',
  paper: 'Paper of the checks',
  paperKept: (day: string) => `kept through ${day}`,
  paperGone: (when: string) => `destroyed ${when}`,
  left: (ms: number) => `${durationWords(ms)} left`,
  late: (ms: number) => `${durationWords(ms)} late`,
  inTime: 'in time',
  noReason: 'No reason yet',
  reasonGone: 'The reason was taken out',
  waiting: (batches: number) => `${say.plural(batches, 'batch', 'batches')} not deposited yet`,
  nothingWaits: (ready: number) =>
    ready === 0
      ? 'Everything that came in is deposited.'
      : `Everything that came in is in a deposit; ${say.plural(ready, 'deposit has', 'deposits have')} not left the office yet.`,
  since: (when: string) => `first receipt ${when}`,
  by: (when: string) => `on its way by ${when}`,
  rule: (ms: number) => `${count(Math.round(ms / HOUR_MS))}-hour rule`,
  gone: (when: string) => `left ${when}`,
  leftOffice: (when: string) => `left the office ${when}`,
  total: 'In the deposit',
  hidden: 'Hidden until it is counted a second time.',
  disputed: 'Its two counts wait to be settled. What they found is not for cashiers.',
  notForCashiers: 'What is in it is not for cashiers.',
  heldHidden: 'What its batches hold is hidden until it is counted a second time.',
  account: (name: string, lastFour: string | null) => (lastFour === null ? name : `${name} ··${lastFour}`),
  bag: (bag: string) => `Bag ${bag}`,
  steps: 'Who did what',
  step: {
    prepared: 'First count',
    differs: 'Second count: differs',
    made: 'Second count: agrees',
    handed: 'Handed over',
    missed: 'Courier missed',
    confirmed: 'Confirmed by the bank',
    withdrawn: 'Taken back',
    explained: 'Why it is late',
    transmitted: 'Images sent',
    destroyed: 'Checks destroyed',
    broken: 'Courier missed: another seal',
    recounted: 'First recount',
    recount_differs: 'Second recount: differs',
    resealed: 'Second recount: agrees',
    corrected: 'Its slip put right',
  } satisfies Record<DepositStep, string>,
  /** Where the county is treasurer. */
  atCounty: { confirmed: 'Confirmed by the county', corrected: 'Its receipt put right' } as Partial<
    Record<DepositStep, string>
  >,
  settledStep: 'Settled by a third count',
  seal: ({ recorded, read }: { recorded: string; read: string }) =>
    recorded === read ? `seal ${read} is whole` : `seal ${read} read, ${recorded} on record`,
  slip: ({ reference, day, cents }: { reference: string; day: string; cents: number }, isCounty: boolean) =>
    `${isCounty ? 'receipt' : 'slip'} ${reference} of ${mediumDay(day as BusinessDay)}, ${amount(cents)}`,
  bagged: ({ bag, seal }: { bag: string; seal: string }) => `bag ${bag}, seal ${seal}`,
  looksOnly: 'Supervisors and finance deposit.',
  countsOnly: 'A cashier counts a deposit a second time.',
  make: 'Make a deposit',
  nothingToDeposit: 'none approved yet',
  inDeposits: (batches: number) => `${count(batches)} in a deposit that is not made yet`,
  approved: (cents: string) => `${cents} approved`,
  approvedBatches: (batches: number) => `${say.plural(batches, 'batch', 'batches')} approved`,
  deeds: { withdraw: 'Take it back', missed: 'Courier missed', explain: 'Say why it is late', open: 'All of it' },
  main: {
    witness: (deposit: string) => `Count ${deposit} a second time`,
    settle: (deposit: string) => `Settle ${deposit}`,
    recount: (deposit: string) => `Count ${deposit} again`,
    hand: (deposit: string) => `Hand ${deposit} over`,
    transmit: (deposit: string) => `The images of ${deposit} were sent`,
    confirm: (deposit: string) => `Confirm ${deposit}`,
    destroy: (deposit: string) => `Destroy the checks of ${deposit}`,
  },
  why: { yours: 'Somebody else counts it again', over: 'Nothing is to be done' },
  printed: (copy: number) =>
    copy === 1 ? 'The slip is on the printer.' : `Print ${copy} of the slip is on the printer.`,
  back: 'Back to the deposits',
} as const;

/** One deposit from the receipts to the bank. */
export const tie = {
  title: 'From the receipts to the bank',
  receipts: 'Receipts',
  explained: 'Explained',
  drawers: 'Drawers',
  deposit: 'Deposit',
  bank: 'Bank',
  county: 'County',
  bySlip: 'by its slip',
  noStatement: 'not on a statement yet',
  noReceipt: 'no receipt of it yet',
  nothing: 'nothing between',
  papers: 'cash, checks',
  handedOver: 'as the office counted it',
  counted: (cents: string) => `the office counted ${cents}`,
  open: 'not counted twice yet',
  between: {
    correction: { more: 'put right', less: 'put right' },
    reversal: { more: 'reversed', less: 'reversed' },
    refund: { more: 'refunded', less: 'refunded' },
    paid_in: { more: 'paid in', less: 'paid in' },
    paid_out: { more: 'paid out', less: 'paid out' },
    over_short: { more: 'over', less: 'short' },
    difference: { more: 'more', less: 'less' },
    float: { more: 'of a float', less: 'to a float' },
  },
  elsewhere: (cents: string) => `${cents} to other accounts`,

  batches: 'Batches',
  batch: 'Batch',
  cash: 'Cash',
  checks: 'Checks',
  moneyOrders: 'Money orders',
  totalColumn: 'Total',
  worth: 'Cash',
  worthFirst: 'Cash, first count',
  worthBefore: 'Cash, as deposited',
  pieces: 'Pieces',
  value: 'Value',
  noCash: 'No cash is in it.',
  papersHead: 'Checks and money orders',
  noPapers: 'No check is in it.',
} as const;

/** The first count of a deposit. */
export const making = {
  title: 'Make a deposit',
  asking: 'The ledger is asked what can be deposited…',
  aside: (n: number, of: number) =>
    n === of ? say.plural(n, 'approved batch', 'approved batches') : `${n} of ${of} approved batches`,
  columns: {
    batch: 'Batch',
    approved: 'Approved by',
    cash: 'Cash',
    papers: 'Papers',
    amount: 'Checks, money orders',
    total: 'Total',
  },
  leftOut: 'left out',
  toDeposit: 'To deposit',
  leaveOut: (batch: string) => `Leave ${batch} out`,
  takeIn: (batch: string) => `Take ${batch} in`,
  cash: 'Cash counted',
  ofCash: (cents: string) => `of ${cents}`,
  noCash: 'No cash goes into this deposit.',
  papers: 'Checks and money orders',
  look: 'Number or amount',
  lookHint: 'Enter ticks it off',
  ticked: (n: number, of: number) => `${count(n)} of ${count(of)} ticked off`,
  noPapers: 'No check goes into this deposit.',
  settledOtherwise: (batch: string, cents: string) =>
    `The papers of ${batch} were settled with ${cents}. Tick off those that are there; of one that is not listed, type number and amount.`,
  noneLeft: (text: string) => `No paper with the number or amount ${text} is left to tick off.`,
  total: 'Deposit total',
  counted: 'Counted',
  takes: (funds: readonly { fund: string; name: string }[]) =>
    funds.length > 0 ? funds.map(fundWords).join(', ') : 'all that no other account takes by fund',
  takesHead: 'For',
  bag: 'Bag',
  seal: 'Seal',
  bagHint: 'as printed on it',
  bagRule: 'Bag and seal have 3 to 24 letters and digits each. Spaces and dashes are left out.',
  firstReceipt: (label: string, when: string) => `First receipt ${label}, ${when}`,
  images: 'The checks are sent as images: they leave in no bag, and are kept until two people destroy them.',
  blind: 'Somebody else counts it again without seeing this count.',
  button: (cents: string, bag: string) => `Prepare ${cents} in bag ${bag}`,
  buttonImages: (cents: string) => `Prepare ${cents} as images`,
  buttonMissing: (cents: string, papers: string) => `Prepare ${cents}, ${papers} missing`,
  missing: (papers: string) => `${papers} not ticked off: told as missing, and settled after the second count.`,
  otherCash: (counted: string, due: string) =>
    `${counted} counted, and these batches hold ${due}: it goes on record so, and is settled after the second count.`,
  /** Of an amount with cash in it, where the district counts blind. */
  hiddenAmount: 'hidden',
  why: {
    batches: 'Take a batch in',
    cash: 'Count the cash: type 0 where there is none',
    differ: (what: string) => `The papers of ${what} do not come to what the office holds`,
    bag: 'Type the bag: 3 to 24 letters and digits',
    seal: 'Type the seal: 3 to 24 letters and digits',
  },
  paper: (n: number) => say.plural(n, 'paper', 'papers'),
  wrongBag: '3 to 24 letters and digits, as printed on it.',
  done: (deposit: string) => `${deposit} is prepared`,
  doneAside: 'it is not made yet',
  next: 'Somebody else counts it a second time without seeing this count; a cashier may, too. Leave the bag open until then.',
  nextOfImages:
    'Somebody else counts it a second time without seeing this count; a cashier may, too. Send the images then.',
} as const;

/** The second count. */
export const witnessing = {
  title: (deposit: string) => `Count ${deposit} a second time`,
  aside: 'without knowing the first count',
  head: 'Cash counted',
  note: 'What the first count found stays hidden until yours is recorded. Where there is nothing, type 0.',
  images: 'It is sent as images: there is no cash in it.',
  noCash: 'Its account takes no cash: there is none in it.',
  headImages: 'Papers counted',
  button: 'Record the second count',
  made: (deposit: string) => `${deposit} is made`,
  differs: (deposit: string) => `${deposit} differs`,
  doneAside: 'both counts stay',
  agree: 'Both counts',
  differ: 'differ',
  columns: {
    what: 'What',
    held: { batches: 'Held', deposit: 'Deposited' },
    first: 'First',
    second: 'Second',
  },
  /** @param prints whether who reads it prints the slip */
  seal: (bag: string, prints: boolean) =>
    `${prints ? 'Print its slip from the list' : 'A supervisor prints its slip from the list'}. Put the slip into bag ${bag}, then seal it.`,
  samePieces: 'The amounts agree, and the pieces or the papers do not. Two people settle it by a third count.',
  settle: 'Two people settle it by a third count. Both counts stay on record.',
  notHeld: {
    batches: 'Both found the same, and the batches hold another amount. Two people settle it by a third count.',
    deposit: 'Both found the same, and it is not what was deposited. Two people settle it by a third count.',
  },
  otherPieces: 'other pieces',
  otherNumber: 'another number',
  papers: (items: number) => (items === 1 ? '1 paper' : `${items} papers`),
  what: { cash: 'Cash', check: 'Checks', 'money-order': 'Money orders' },
} as const;

/** The first of two recounts of a deposit whose seal was broken. */
export const recounting = {
  title: (deposit: string) => `Count ${deposit} again`,
  aside: 'its seal was broken',
  note: 'Tick off every paper that is there. What was counted goes into a new bag; somebody else counts it once more without seeing this count.',
  missing: (papers: string) => `${papers} not ticked off: told as missing.`,
  button: 'Record the recount',
  buttonMissing: (papers: string) => `Record, ${papers} missing`,
  done: (deposit: string) => `${deposit} is counted again`,
  doneAside: 'once; it does not leave yet',
} as const;

/** Two counts that differ, settled by a third. */
export const settlingDeposit = {
  title: (deposit: string) => `Settle ${deposit}`,
  aside: 'a third count, by you and whoever agrees',
  head: 'Stays unexplained',
  unknown: '—',
  found: 'Cash found',
  tick: 'Tick off every paper that is there.',
  reason: 'Reason',
  reasonHint: 'what was found out',
  only: 'What was found, and this reason.',
  neither: 'Nor can either of those who counted it.',
  button: (cents: string) => `Settle with ${cents} found`,
  why: {
    blank: 'Count the cash: type 0 where there is none',
    reason: 'Give the reason',
    pin: 'A second person’s PIN is needed',
  },
  done: (deposit: string) => `${deposit} is settled`,
  nextImages: 'Send the images, and record the bank’s number.',
  doneAside: 'both counts stay on record',
} as const;
