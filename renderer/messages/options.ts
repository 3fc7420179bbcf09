import type { Delivery } from '#domain/receipt';
import type { CheckNote, TurnedAwayWhy } from '#domain/refusedTender';
import { say } from './en.ts';

/** What stands around a payment: the slip, the telephone, needs, set aside, turned away, parked. */

export const slip = {
  label: 'Slip',
  email: 'E-mail',
  emailHint: 'name@example.org',
  choice: {
    paper: 'Paper',
    email: 'E-mail',
    both: 'Both paper and e-mail',
    none: 'No slip',
  } satisfies Record<Delivery, string>,
  button: {
    paper: (cents: string) => `Receipt ${cents} and print`,
    email: (cents: string) => `Receipt ${cents} and e-mail`,
    both: (cents: string) => `Receipt ${cents}, print and e-mail`,
    none: (cents: string) => `Receipt ${cents}, no slip`,
  } satisfies Record<Delivery, (cents: string) => string>,
  why: 'Type the e-mail address',
  wrong: 'That is no e-mail address. Ask the payer to spell it.',
} as const;

export const phone = {
  pill: 'By telephone',
  why: 'On the telephone only a card can pay',
  card: 'Card',
  run: (cents: string) => `key ${cents} into the terminal`,
} as const;

export const needs = {
  /** On the button while the station would not take the payment. */
  notSo: 'Not like this',
  seen: 'I have seen this',
  anyway: (cents: string) => `Receipt ${cents} all the same`,
  about: 'Used once, for this payment only. A change takes it back.',
} as const;

export const aside = {
  title: 'Payments set aside',
  key: (waiting: number) => (waiting === 0 ? 'Set aside' : `${waiting} set aside`),
  waiting: (waiting: number) => `${say.plural(waiting, 'payment', 'payments')} set aside`,
  none: 'No payment is set aside at this station.',
  list: 'Payments set aside, the latest first',
  by: (name: string, time: string) => `set aside by ${name}, ${time}`,
  resumedBy: (name: string) => `taken up by ${name}, not finished`,
  lines: (lines: number) => say.plural(lines, 'line', 'lines'),
  nobody: 'Payer not named',
  resume: (label: string) => `Go on with ${label}`,
  drop: 'Drop it',
  askTitle: (label: string) => `Drop ${label}?`,
  askWords: (payer: string, cents: string) =>
    `${payer}, ${cents}. It leaves the list and is not taken. The journal says who dropped it.`,
  keep: 'Keep it',
  goesOn: (label: string) => `goes on with ${label}`,
  gone: (lines: number) =>
    `${say.plural(lines, 'line', 'lines')} of that payment cannot be taken any more: its account or receipt type is gone. The rest is here.`,
} as const;

export const turnedAway = {
  title: 'Turned away',
  listTitle: 'What was turned away',
  head: 'Why do you not take it?',
  digit: 'one key chooses',
  why: {
    unsigned: 'Not signed',
    wrong_payee: 'Made out to somebody else',
    words_and_figures_differ: 'Words and figures differ',
    post_dated: 'Dated later than today',
    stale_dated: 'Older than six months',
    third_party: 'Third party’s check',
    foreign: 'Foreign money or bank',
    altered: 'Altered',
    card_declined: 'Card declined',
    counterfeit: 'Suspected counterfeit',
    other: 'Something else',
  } satisfies Record<TurnedAwayWhy, string>,
  tender: 'What',
  amount: 'Amount',
  amountHint: 'if known',
  words: 'In words',
  wordsHint: 'optional',
  wordsHintNote: 'serial number, who passed it',
  steps: 'Ten seconds with a suspect note',
  step: {
    kept_it: 'Keep it: do not hand it back',
    noted_the_passer: 'Note the passer: face, clothes, companions, car',
    initialled_and_dated: 'Initials and date in its white border',
    in_an_envelope: 'Into an envelope, touched as little as can be',
    called_police: 'Call the police or the Secret Service',
  } satisfies Record<CheckNote, string>,
  stepsNote: 'It never goes in the drawer. Give it only to the police or the Secret Service.',
  button: (why: string) => `Record: ${why.toLowerCase()}`,
  choose: 'Choose why',
  list: 'Turned away at this station, the latest first',
  none: 'Nothing was turned away at this station.',
  columns: { time: 'When', what: 'What', why: 'Why', by: 'By', words: 'Words', amount: 'Amount' },
  done: (done: number, all: number) => `${done} of ${all} steps done`,
  see: 'See the list',
} as const;

export const parked = {
  title: (drawer: string) => `Drawer ${drawer} is parked`,
  since: (name: string) => `in the care of ${name}`,
  head: 'Receipts so far',
  words: 'It is locked as you left it. Nobody else can take money in it, or open it.',
  kept: 'Your unfinished payment is kept.',
  button: (drawer: string) => `Unpark ${drawer} and go on`,
  only: (name: string) => `only ${name} opens it again`,
} as const;
