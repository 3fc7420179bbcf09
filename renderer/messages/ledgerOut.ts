import type { LooseEnd } from '#contract/dayCalls';
import { count } from '../format.ts';
import { say } from './en.ts';

type Sealing = { seals: readonly { station: string }[]; looseEndsInAll: number };

/** `nothing loose`, or `3 loose ends`: no more, for it must stand on one line of the button. */
function sealed({ looseEndsInAll }: Sealing): string {
  return looseEndsInAll > 0 ? say.plural(looseEndsInAll, 'loose end', 'loose ends') : 'nothing loose';
}

const NOT_OVER =
  'Today is not over: what is taken after this is of the next day, and each drawer opened then needs a supervisor.';

const stayLoose = ({ seals, looseEndsInAll }: Sealing) =>
  `This seals ${say.plural(seals.length, 'station', 'stations')}. ${say.plural(looseEndsInAll, 'loose end stays', 'loose ends stay')} open.`;

/** Business days that are closed, and what went out to finance. */
export const ledgerOut = {
  title: 'Days to the general ledger',
  list: 'Business days, the newest first',
  details: 'The day on show',
  tie: (day: string) => `The tie of ${day}`,
  closedThrough: (day: string) => `closed through ${day}`,
  noneClosed: 'no day is closed yet',
  none: 'There is no business day yet. The first receipt begins one.',
  columns: { day: 'Day', state: 'State', receipts: 'Receipts', left: 'Not approved', gl: 'GL export' },
  state: { open: 'open', closed: 'closed' },
  exported: (number: number) => `no. ${number}`,
  /** Without what nobody may know yet: drawers that are open or not counted. */
  received: (hidden: number) =>
    hidden === 0 ? 'Received' : `Received, without ${say.plural(hidden, 'drawer', 'drawers')} not counted yet`,
  receiptsOf: (station: string) => `Receipts of ${station}`,
  closedBy: (name: string, when: string) => `Closed by ${name}, ${when}`,
  agreed: (name: string) => `${name} agreed`,
  /** Of receipts that came when the day was closed already: how many, how much where that is told, and where they post. */
  late: (n: number, amount: string | null, postsTo: string | null) =>
    `${say.plural(n, 'receipt', 'receipts')}, ${amount ?? 'amount hidden until the office has counted all'}, came after the day was sealed: ${
      n === 1 ? 'it posts' : 'they post'
    } to ${postsTo ?? 'the next day that closes'}.`,
  lateInAll: (n: number) => `${count(n)} late`,
  byStations: (stations: string) => `${stations} closed it before.`,
  closes: {
    head: 'Closing it',
    with: (from: string, to: string) => `Every day after ${from} up to ${to} closes with it.`,
    first: 'Every day before it closes with it.',
    alone: (station: string) => `Only ${station} closes it; the district closes it later with this seal.`,
    late: 'No drawer opens for a closed day any more. What arrives later keeps its date and posts to the next open day.',
    seals: 'Sealed at',
    entry: (sequence: number) => `entry ${count(sequence)}`,
    receipts: (n: number) => say.plural(n, 'receipt', 'receipts'),
    orderly: 'Nothing is loose.',
  },
  loose: {
    head: (n: number) => say.plural(n, 'loose end', 'loose ends'),
    more: (n: number) => `and ${count(n)} more`,
    why: {
      drawer_open: 'Drawer in use',
      drawer_left: 'Drawer left open, its station is gone',
      batch_not_approved: 'Batch not approved',
      drawers_at_once: 'Two drawers of one person, open at once',
      station_silent: 'Station not heard from',
      entries_parked: 'Entries that a person must look at',
      entries_waiting: 'Entries not applied yet',
      entries_stray: 'Entries of a replaced station, in no journal',
    } satisfies Record<LooseEnd['why'], string>,
    drawers: (one: string, other: string) => `${one} and ${other}`,
    heard: (when: string) => `last ${when}`,
    never: 'never',
    entries: (n: number) => say.plural(n, 'entry', 'entries'),
  },
  reason: 'Reason',
  reasonHint: 'why it closes all the same',
  agrees: 'Closing with these loose ends, for this reason.',
  layout: 'Lines',
  layouts: { batch: 'for each batch', day: 'for the day' },
  stations: 'Stations',
  allStations: 'all of them',
  close: (day: string, station: string | null) => (station === null ? `Close ${day}` : `Close ${day} of ${station}`),
  seals: (close: string, told: Sealing | undefined) => (told ? `${close}: ${sealed(told)}` : close),
  /** Asked once more where something is loose or the day goes on: to leave it open is the first answer. */
  sure: ({ close, told, isOver }: { close: string; told: Sealing; isOver: boolean }) => ({
    title: `${close}?`,
    words: [
      ...(isOver ? [] : [NOT_OVER]),
      ...(told.looseEndsInAll > 0 ? [stayLoose(told)] : []),
      'A closed day never opens again.',
    ].join(' '),
    keep: 'Not yet',
    forget: close,
  }),
  /** Asked where the day was closed just now. */
  sureExport: (day: string) => ({
    title: `Export through ${day}?`,
    words: 'The day was closed just now. An export is numbered and goes out once.',
    keep: 'Not yet',
    forget: 'Export it',
  }),
  export: (day: string) => `Export through ${day}`,
  look: (number: number) => `Open GL export ${number}`,
  why: {
    wait: 'The ledger is asked what would be closed',
    refused: 'It cannot be closed: see above',
    reason: 'Give the reason',
    pin: 'The second person’s PIN',
  },
  closed: (day: string, station: string | null) =>
    station === null ? `${day} is closed.` : `${day} of ${station} is closed.`,
  looksOnly: 'Supervisors and finance close days and export them.',
} as const;

/** One GL export: its lines, and what makes each. */
export const glExport = {
  title: (number: number) => `GL export ${number}`,
  list: 'Lines',
  details: 'What makes the line',
  span: (first: string, through: string) => (first === through ? through : `${first} to ${through}`),
  columns: {
    ...{ line: 'Line', day: 'Day', batch: 'Batch', deposit: 'Deposit', place: 'Fund, code', name: 'Name' },
    ...{ debit: 'Debit', credit: 'Credit', entry: 'Entry' },
  },
  lines: (n: number) => say.plural(n, 'line', 'lines'),
  from: (n: string) => `from line ${n} on`,
  before: 'Lines before',
  next: 'More lines',
  by: (name: string, when: string) => `Exported by ${name}, ${when}.`,
  totals: (debit: string, credit: string) => `Debits ${debit}, credits ${credit}.`,
  sum: (sum: string) => `SHA-256 ${sum}…`,
  why: 'The ledger is asked for it',
  asking: 'The ledger is asked what makes it…',
  others: 'Entries after these',
  /** Under the entries: the line's own amount, to which they come. */
  all: (n: number, more: boolean) => (more ? 'All of the line' : say.plural(n, 'entry', 'entries')),
  entries: 'Entries',
  line: (n: number) => `Line ${count(n)}`,
  side: { debit: 'Debit', credit: 'Credit' },
  entry: (journal: string, sequence: number) => `${journal} ${count(sequence)}`,
  kind: (kind: string) => kind.replaceAll('_', ' '),
  settled: (which: string) => `${which} settled`,
  save: (number: number) => `Save GL export ${number} as CSV`,
  saved: (name: string) => `${name} is saved.`,
  altered: 'What came is not what went out. Do not post it; have the ledger’s journals verified.',
  file: (number: number) => `gl-${String(number).padStart(4, '0')}.csv`,
  find: 'Where is a receipt, batch or deposit?',
  findHint: 'W3-000482',
  toLines: 'Back to the lines',
  found: {
    batch: 'Batch',
    deposit: 'Deposit',
    closed: 'Closed with',
    notClosed: 'its day is open',
    nothing: 'none',
    none: 'in no GL export yet',
    line: (number: number, line: number) => `export ${number}, line ${count(line)}`,
  },
} as const;
