import { say } from './en.ts';

/** Signing in, and the two screens before anybody can: enrolment, and waiting for the district's data. */
export const signIn = {
  station: (label: string) => `Station ${label}`,
  who: 'Who is at this station?',
  digit: 'a digit chooses',
  pin: 'PIN',
  pinShown: (pin: string) => `PIN ${pin}`,
  drawerOpen: (drawer: string) => `drawer ${drawer}`,
  facts: {
    drawer: 'Drawer',
    lastReceipt: 'Last receipt',
    lastTraining: 'Last training slip',
    sent: 'Sent to the ledger',
    accounts: 'Accounts as of',
    printer: 'Printer',
  },
  careOf: (state: string, name: string, time: string) => `${state}, in the care of ${name} since ${time}`,
  parkedBy: (name: string) => `Parked by ${name}, who alone opens it again`,
  state: { open: 'Open', parked: 'Parked', counting: 'Being counted', counted: 'Counted', closed: 'Closed' },
  closed: (day: string, time: string, name: string) => `Closed ${day} at ${time} by ${name}`,
  never: 'Never opened on this station',
  noReceipt: 'None yet',
  at: (label: string, time: string) => `${label} at ${time}`,
  allSent: 'Everything',
  notSent: (entries: number) => `All but ${say.plural(entries, 'entry', 'entries')}`,
  refused: 'Stopped by the ledger. Call finance',
  asOf: (time: string, minutes: number) => (minutes < 1 ? `${time}, just now` : `${time}, ${age(minutes)} old`),
  made: 'Made-up names and balances',
  coming: 'still coming down from the ledger',
  noteMoney: 'No name of a payer and no amount is shown until somebody signs in.',
  noteTraining: 'The frame stays on every training screen. Real money cannot be taken here.',
  button: {
    payment: 'Sign in and go on with the payment',
    drawer: (drawer: string) => `Sign in and go on with ${drawer}`,
    parked: (drawer: string) => `Sign in to unpark ${drawer}`,
    counting: 'Sign in and go on counting',
    counted: 'Sign in and close the drawer',
    open: (training: boolean) => (training ? 'Sign in and open a training drawer' : 'Sign in and open a drawer'),
    look: 'Sign in to look things up',
  },
  choose: 'Choose who you are',
  enrol: {
    title: 'Make this a station',
    words:
      'This machine does not belong to a ledger yet. Finance gives you the ledger’s address and a token that works once.',
    ledger: 'Ledger',
    ledgerHint: 'https://ledger.example.gov',
    token: 'Token',
    button: 'Enrol this station',
    why: { ledger: 'Type the ledger’s address', token: 'Type the token from finance' },
    note: 'From then on this machine has a receipt series of its own, which no other machine ever uses.',
  },
  empty: {
    title: 'Waiting for the district’s data',
    words: (series: string) =>
      `Station ${series} is enrolled. People, accounts and charges come from the ledger; as soon as they are here, you can sign in.`,
    ask: 'Does it take longer than a minute? Ask finance whether the district’s files are loaded.',
    state: {
      connecting: 'The ledger is being asked.',
      online: 'The ledger answers.',
      offline: 'The ledger does not answer now.',
      refused: 'The ledger refuses this station.',
      keyless: 'This station cannot open its own key. Call whoever looks after this machine.',
    },
  },
  preparing: {
    title: 'Making a training station',
    words:
      'A made-up sewer district with its people, accounts and charges is written and loaded. The first time this takes up to a minute.',
    note: 'Nothing here is money. Everything lies in one folder on this machine.',
  },
  opening: 'Opening…',
  silent: 'The station does not answer. Start Counterfoil again.',
} as const;

/** `32 min`, `3 h 5 min`, `2 days`. */
export function age(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h${minutes % 60 > 0 ? ` ${minutes % 60} min` : ''}`;
  return say.plural(Math.floor(minutes / (24 * 60)), 'day', 'days');
}
