/** The cash of the change fund in the safe, counted by two people, and what settles it where it differs. */
export const safeCount = {
  title: 'Count the safe',
  aside: { first: 'the first of two counts', second: 'the second of two counts' },
  head: 'Counted',
  what: 'Count the cash of the change fund that lies in the safe: loose, strapped and rolled.',
  without: 'Leave out what drawers handed over and the bags of deposits: each is counted by itself.',
  blind: { first: 'A second person counts after you, without seeing this.', second: 'The first count is not shown.' },
  button: (cents: string) => `Record ${cents} counted`,
  done: (count: string) => `Count ${count} of the safe`,
  doneAside: 'in the journal, and never changed',
  counted: 'Counted by you',
  first: 'First count against the books',
  second: 'Second count against the books',
  state: { waiting: 'Counted once', agrees: 'Both counts and the books', differs: 'Counts and books' },
  differs: 'differ',
  next: {
    waiting: 'Let a second person count it: F6 at the Safe. What the books say is told when both are there.',
    agrees: 'The safe holds what the books say. Nothing is to be done.',
    differs: 'Look a third time together and settle it: F6 at the Safe.',
  },
} as const;

/** A count of the safe that differs, settled by a third look. */
export const settlingSafe = {
  title: (count: string) => `Settle count ${count} of the safe`,
  aside: 'a third look, by two people together',
  found: 'Found at this look',
  head: 'Against the books',
  note: 'The safe holds what is found from now on. What is missing, or too much, is short or over.',
  unknown: '—',
  reason: 'Reason',
  reasonHint: 'what was found out',
  only: 'What was found, and this reason.',
  neither: 'Nor can anybody who counted it.',
  button: (cents: string) => `Settle with ${cents} in the safe`,
  done: (count: string) => `Count ${count} of the safe is settled`,
  doneAside: 'both counts stay on record',
  next: 'The books say now what the safe holds.',
  why: 'Give the reason',
} as const;
