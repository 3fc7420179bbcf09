import type { Handoff, SafeLately } from '#contract/custodyCalls';
import { type Cents, formatAmount, formatSigned, negate } from '#domain/money';
import { HANDOFF_WORDS } from '#domain/officeWords';
import { say } from './en.ts';

/** The safe, and what passes between it and the drawers. */
export const safe = {
  title: 'Safe',
  what: HANDOFF_WORDS,
  inTransit: (n: number) => (n === 0 ? 'nothing is in transit' : `${n} in transit`),
  none: 'Everything that drawers handed over is counted and settled.',
  drawer: (label: string) => `Drawer ${label}`,
  floats: 'Floats issued ahead',
  columns: { what: 'What', who: 'Who', since: 'Since', state: 'State', difference: 'Difference' },
  state: { waiting: 'to be counted', taking: 'to be taken', differs: 'differs' },
  books: 'In the safe, by the books',
  held: { change: 'Of the change fund', undeposited: 'Received, not deposited', ready: 'Deposits not handed over' },
  fund: 'Change fund in all',
  hidden: 'hidden',
  counting: {
    waiting: (count: string) =>
      `Count ${count} of the safe waits for a second person. What the books say is told after it.`,
    differs: (count: string) => `Count ${count} of the safe differs, and waits to be settled.`,
  },
  notCounted: (n: number) =>
    `${say.plural(n, 'float', 'floats')} handed over, not counted yet. What the safe must hold is told when ${n === 1 ? 'it is' : 'they are'}.`,
  lately: 'Lately at the safe',
  settled: 'settled',
  happened: {
    float_taken_back: 'Float taken back',
    safe_counted: 'Safe counted',
    safe_count_resolved: 'Count of the safe settled',
    safe_out_refused: 'Asked for more than it held',
  } satisfies Record<SafeLately['what'], string>,
  given: 'Given',
  returned: (name: string) => `Taken back by ${name}`,
  takenBy: (drawer: string) => `Counted by ${drawer}`,
  counted: 'Counted',
  difference: 'Difference',
  agree: 'agree',
  over: 'over',
  short: 'short',
  blind: 'What was handed over stays hidden until your count is recorded.',
  takes: 'A drawer takes it at its opening. Its cashier counts it without seeing the amount.',
  looksOnly: 'Supervisors and finance count and settle.',
  deeds: {
    fund: 'Change the fund',
    float: 'Issue a float',
    order: 'Order change',
    receive: 'Change came',
    back: 'Take the float back',
    count: 'Count the safe',
    settleCount: 'Settle the count of the safe',
  },
  notBack: (handoff: string) => `You issued float ${handoff} yourself. A second person must count it back.`,
  noneAway: 'None of these can be done while the ledger does not show the safe:',
  away: (deed: string) =>
    `${deed}: that is office work, and the ledger does not show the safe. Try again when it does.`,
  atTheBank: 'At the bank for change',
  change: 'Change',
  comes: (cents: string) => `${cents} to come`,
  count: (drawer: string) => `Count what ${drawer} handed over`,
  settle: (handoff: string) => `Settle ${handoff}`,
  back: 'Back to the safe',
  by: 'Recorded by',
  both: (name: string, approver: string) => `${name}, agreed by ${approver}`,
  cash: 'Cash counted',
  awaited: 'The ledger is asked what this approves',
  ask: {
    title: 'Leave it unrecorded?',
    words: 'What is typed here is forgotten. Nothing of it is in the books.',
    keep: 'Go on',
    forget: 'Leave it',
  },
  why: {
    pieces: 'Count the pieces first',
    blank: 'Count it: type 0 where there is none',
    pin: 'A second person’s PIN is needed',
  },
} as const;

/** The change fund grows, or some of it is given back. */
export const fund = {
  title: 'Change fund',
  aside: 'by a resolution, and by two people',
  way: 'The district',
  ways: { in: 'puts in', back: 'takes back' },
  resolution: 'Resolution',
  resolutionHint: 'number and date',
  head: { in: 'Into the change fund', back: 'Given back' },
  only: 'These pieces, and this resolution.',
  button: { in: (cents: string) => `Put ${cents} into the fund`, back: (cents: string) => `Give ${cents} back` },
  why: 'Name the resolution',
  done: { in: 'The change fund has grown', back: 'The change fund is smaller' },
  doneAside: 'in the journal with both names',
  next: {
    in: 'Put it into the safe. Floats come out of it from now on.',
    back: 'Hand it to the treasurer with the resolution.',
  },
  now: 'Change fund now',
  books: 'Of it in the safe',
} as const;

/** A float that goes out of the safe before its drawer opens. */
export const floatOut = {
  title: 'Issue a float',
  aside: 'out of the safe, to one person at one station',
  to: 'For',
  station: 'At station',
  head: 'Float',
  button: (cents: string) => `Issue ${cents}`,
  note: 'It comes down to the station by itself, and the drawer opens with it also while the network is down. The cashier counts it without seeing the amount.',
  nobody: 'Nobody but you holds a drawer here. A second person must take a float.',
  done: (handoff: string) => `Float ${handoff} is issued`,
  doneAside: 'it is in transit until its drawer opens',
  number: 'Its number',
  next: 'Write its number on the bag and hand it over. Its drawer opens with it, also offline.',
  why: 'Nobody can take it',
} as const;

/** A float that nobody took. */
export const floatBack = {
  title: (handoff: string) => `Take ${handoff} back`,
  aside: (name: string) => `issued to ${name}, taken by nobody`,
  head: 'Comes back',
  button: (cents: string) => `Put ${cents} into the safe`,
  note: 'You are the second person: whoever issued it counted it before you. Count it without looking up how much it was. Its station is told that it is gone.',
  done: (handoff: string) => `Float ${handoff} is back`,
  doneAside: 'both counts stay',
  both: 'Issued and counted back',
  given: 'Issued',
  back: 'Counted by you',
  next: 'Put it into the safe. It can be issued again, under another number.',
  settleNext: 'Put it into the safe. What differs stays in transit until two people settle it: choose it in the list.',
} as const;

/** The office's count of all that a drawer handed over. */
export const taking = {
  title: (drawer: string) => `Count what ${drawer} handed over`,
  aside: 'without knowing the drawer’s count',
  part: (at: number, of: number) => `Part ${at} of ${of}`,
  what: { ...HANDOFF_WORDS, float: 'Float given at the opening' } satisfies Record<Handoff['what'], string>,
  parts: 'What was handed over',
  items: { check: 'Checks', 'money-order': 'Money orders' },
  howMany: 'how many',
  total: 'Their total',
  notCounted: 'not counted',
  goneMeanwhile: 'counted meanwhile by somebody else',
  noTotal: 'no total yet',
  left: 'What is left without a count stays in transit. Where there is nothing, type 0.',
  button: (parts: number, of: number) =>
    parts === of ? `Record the count of all ${say.plural(of, 'part', 'parts')}` : `Record ${parts} of ${of} parts`,
  why: {
    blank: 'Count a part: type 0 where there is none',
    items: { check: 'Type how many checks there are', 'money-order': 'Type how many money orders there are' },
    total: { check: 'Type the total of the checks', 'money-order': 'Type the total of the money orders' },
  },
  wrongItems: 'That is no number of papers. Type whole pieces, digits only.',
  done: (drawer: string) => `${drawer} is counted`,
  doneAside: 'both counts stay',
  columns: { what: 'What', theirs: 'Drawer', ours: 'You', difference: 'Difference' },
  ours: 'Drawer and safe',
  allAgree: 'Both counts agree',
  differing: (n: number) => `${say.plural(n, 'part differs', 'parts differ')}`,
  approveNext: 'Once all of it is counted, its batch can be approved by somebody who had no part in it.',
  settleNext: 'What differs stays in transit until two people settle it: choose it in the list.',
} as const;

/** `back`: a float that the office took back. */
type Settled = Handoff['what'] | 'back';

type WhatIsSo = { what: Settled; foundCents: Cents; putRightCents: Cents; unexplainedCents: Cents };

const CAME: Partial<Record<Settled, string>> = { float: 'left the safe', back: 'come back into the safe' };

/** Of a float: what of it never left, or left beside it. */
function inTheSafe(rest: Cents): string {
  if (rest === 0) return '';
  return rest > 0
    ? `By the books ${formatAmount(rest)} of it lies in the safe again.`
    : `By the books ${formatAmount(negate(rest))} more has left the safe.`;
}

/** Of what a drawer handed over: by how much the office had miscounted it. */
function asReceived(rest: Cents): string {
  return rest === 0 ? '' : `The books go by what was found: ${formatSigned(rest)} against the office’s count.`;
}

function unexplained(left: Cents): string {
  if (left === 0) return 'Nothing stays unexplained.';
  return `${formatAmount(left < 0 ? negate(left) : left)} ${left < 0 ? 'short' : 'over'} stays unexplained.`;
}

/** A handoff whose two counts differ, settled by what both find together. */
export const settling = {
  title: (handoff: string) => `Settle ${handoff}`,
  aside: 'counted again, by giver and receiver side by side',
  found: 'Found at this count',
  head: 'Stays unexplained',
  nothing: 'nothing',
  /** What was found, where the rest is by the books, and what nobody can explain. */
  so: ({ what, foundCents, putRightCents, unexplainedCents }: WhatIsSo) =>
    [
      `${formatAmount(foundCents)} was found to have ${CAME[what] ?? 'come'}.`,
      what === 'float' ? inTheSafe(putRightCents) : asReceived(putRightCents),
      unexplained(unexplainedCents),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  reason: 'Reason',
  reasonHint: 'what was found out',
  only: 'What was found, and this reason.',
  button: (cents: string) => `Settle with ${cents} found`,
  neither: 'Nor can anybody who gave or counted it.',
  unknown: '—',
  why: 'Give the reason',
  done: (handoff: string) => `${handoff} is settled`,
  doneAside: 'both counts stay on record',
  next: 'Once nothing of its batch is in transit, somebody who had no part in it can approve it.',
} as const;
