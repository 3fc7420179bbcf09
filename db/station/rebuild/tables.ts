/*
 * What is of the journal and what is not, table by table. A test holds the list against the schema: a new table has to
 * be put on one side, with the reason.
 */

/** Rows that entries make, and nothing else: never changed, compared whole. */
export const OF_THE_JOURNAL = {
  entries: 'the journal itself',
  postings: 'repeat what entries post, to be summed',
  commands: 'what was answered stands in the line of its entry',
  drawers: 'opened by an entry',
  drawer_steps: 'one entry each',
  receipts: 'one entry each',
  tenders: 'told by the receipt',
  applications: 'what receipts and their undoing did to accounts',
  voids: 'one entry each',
  undos: 'one entry each',
  corrected_tenders: 'told by the correction',
  currency: 'cash of receipts, less what undoing says never was',
  custody: 'one entry each',
  suspensions: 'one entry each',
  suspension_steps: 'one entry each',
  attachment_uses: 'told by the paid-out that a file proves',
  approval_uses: 'told by the entry that spent the yes',
} as const;

/** A table whose rows entries make, and whose state the machine or a person changes afterwards. */
export type StateTable = {
  why: string;
  /** By what the same row is known again. */
  key: readonly string[];
  /** What the entry tells of it, and so is compared. */
  told: readonly string[];
  /** Rows that no entry makes, as a condition on `o`. */
  beside: string;
};

/** Their rows are of the journal; how they stand is not, and is taken over. What has no state any more is in doubt. */
export const WITH_A_STATE: Readonly<Record<'print_jobs' | 'messages', StateTable>> = {
  print_jobs: {
    why: 'an entry puts its slips on the spool; whether they came out only the printer and people know',
    key: ['position', 'document', 'label', 'copy'],
    told: ['position', 'document', 'label', 'copy', 'kick'],
    // Letters, slips of the office, and a slip by e-mail that a person had printed instead.
    beside: `o.document IN ('notice', 'office') OR (o.document = 'receipt' AND o.copy = 1 AND EXISTS
      (SELECT 1 FROM old.messages s WHERE s.label = o.label AND s.kind = 'slip' AND s.state = 'printed'))`,
  },
  messages: {
    why: 'an entry queues its slip and notices; whether they went out, and where to since, only mail servers and people know',
    key: ['position', 'kind', 'account_number'],
    told: ['position', 'kind', 'label', 'account_number'],
    beside: 'false',
  },
};

/** Made again from what is beside it: an index, to search by. */
export const MADE_AGAIN = {
  receipt_words: 'who paid a receipt and for whom, by the beginning of each word; compared, too',
  account_search: 'of the accounts that came down',
  account_words: 'of the accounts that came down',
  spellings: 'of the accounts that came down',
} as const;

/** Not of the journal: taken over as it is, or lost with the database. */
export const BESIDE = {
  station: 'what this install is, from its enrolment',
  sync: 'how far the talk with the ledger has come',
  contact: 'what the talk with the ledger must not forget',
  settings: 'of this machine alone: its printer, its mail server',
  policies: 'came down, and comes down again',
  people: 'came down, and comes down again',
  accounts: 'came down, and comes down again',
  charges: 'came down, and comes down again',
  floats_issued: 'came down, and comes down again',
  drawers_elsewhere: 'came down, and comes down again',
  handoffs_counted: 'came down, and comes down again',
  attachments: 'the bytes of files; the journal has their hashes',
  attachments_sent: 'what the ledger said to have',
  approvals: 'a yes before it is spent; two minutes later it is nothing',
  pin_attempts: 'so that a lock outlives a restart',
  office_slips: 'slips of another journal',
} as const;

/** Written by whoever opens a database. */
export const OF_THE_PROGRAM = { migrations: 'which steps the schema has taken' } as const;
