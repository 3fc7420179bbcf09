import { type BatchState, PART_WORDS, type PartTaken } from '#domain/batch';
import { count, shortName } from '../format.ts';
import { say } from './en.ts';

/** What drawers took, batch by batch, and who approves it. */
export const batches = {
  title: 'Batches',
  list: 'Batches by business day',
  details: 'What is in it',
  filter: {
    all: (n: string) => `all, ${n}`,
    balanced: (n: string) => `waiting for approval, ${n}`,
    closed: (n: string) => `closed and not balanced, ${n}`,
    sent_back: (n: string) => `sent back, ${n}`,
  },
  listed: (n: number, more: boolean) => (more ? `the newest ${count(n)}` : count(n)),
  listedOlder: (n: number) => `${count(n)} older`,
  show: { all: 'Show all', balanced: 'Show waiting', closed: 'Show not balanced', sent_back: 'Show sent back' },
  none: {
    all: 'There is no batch yet. One begins with each drawer that opens.',
    balanced: 'No batch waits for approval.',
    closed: 'No closed batch waits to be counted or settled.',
    sent_back: 'No batch is sent back.',
  },
  columns: { batch: 'Batch', drawer: 'Drawer', cashier: 'Cashier', closed: 'Closed', state: 'State' },
  state: {
    open: 'open',
    closed: 'closed',
    balanced: 'balanced',
    approved: 'approved',
    sent_back: 'sent back',
    deposited: 'deposited',
    posted: 'posted',
  } satisfies Record<BatchState, string>,
  unsettled: (n: number) => `${n} to settle`,
  taken: 'Taken, without what is void',
  hidden: {
    open: 'Amounts are hidden while the drawer is open.',
    closed: 'Amounts are hidden until the office has counted all that was handed over.',
  },
  receipts: (n: number) => say.plural(n, 'receipt', 'receipts'),
  voided: (n: number) => `${count(n)} void`,
  undone: (n: number) => `${count(n)} undone`,
  tenders: 'By tender',
  items: (n: number) => say.plural(n, 'item', 'items'),
  tender: {
    tender: 'Tender',
    issued: 'Issued',
    voided: 'Void',
    corrected: 'Corrected',
    stands: 'Stands',
  },
  refunded: (n: number) => `${say.plural(n, 'refund', 'refunds')} out of this drawer`,
  close: 'At the close',
  floatKept: (cents: string) => `Float kept ${cents}`,
  handoffs: 'Handed over',
  handed: { what: 'What', given: 'Drawer', counted: 'Office', agreement: 'Both' },
  waiting: 'to be counted',
  settled: (cents: string) => `settled with ${cents}`,
  toFrom: (from: string, to: string) => `${from} → ${to}`,
  paidOuts: 'Paid out',
  undoings: 'Undone',
  andMore: (n: number) => `and ${count(n)} more`,
  undoing: { correction: 'Correction', reversal: 'Reversal', refund: 'Refund' },
  of: (receipt: string) => `of ${receipt}`,
  afterClose: 'after the close',
  by: (name: string, approver: string) => `${name}, agreed by ${approver}`,
  steps: 'Who did what',
  step: {
    opened: 'Opened',
    counted: 'Counted',
    closed: 'Closed',
    approved: 'Approved',
    sent_back: 'Sent back',
  },
  back: (name: string, reason: string) => `${name} sent it back: ${reason}`,
  noReason: 'the reason was taken out',
  looksOnly: 'Supervisors and finance approve batches.',
  approve: (batch: string, cents: string) => `Approve batch ${batch}, ${cents}`,
  approved: (batch: string) => `${batch} is approved.`,
  sendBack: 'Send back',
  others: (names: readonly string[]) =>
    names.length === 0
      ? 'Nobody is left here who may approve it.'
      : `${names.map(shortName).join(' or ')} can approve it.`,
  why: {
    open: (drawer: string) => `${drawer} is still open`,
    approved: 'Approved: it waits for its deposit',
    deposited: 'Deposited already',
    posted: 'Posted already',
    unsettled: (n: number) => `Not balanced: ${say.plural(n, 'handoff', 'handoffs')} to count or settle`,
    yours: ({ part, what }: { part: PartTaken; what: string }) => `You ${PART_WORDS[part]} ${what}`,
  },
} as const;

/** A batch goes back with a reason. */
export const sendingBack = {
  title: (batch: string) => `Send ${batch} back`,
  aside: (cashier: string, day: string) => `${cashier}, ${day}`,
  head: 'Goes back',
  hidden: 'hidden',
  reason: 'Reason',
  reasonHint: 'what is to be put right',
  note: 'It stays closed. What was wrong is put right by corrections, which the batch then shows, and it can be approved after all.',
  wasApproved: 'It was approved. Sent back, it cannot go into a deposit until it is approved again.',
  why: 'Give the reason',
  button: (batch: string) => `Send ${batch} back`,
} as const;
