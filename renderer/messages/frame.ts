import { count } from '../format.ts';
import type { Loss } from '../unfinished.ts';
import { say } from './en.ts';

/** What stands around every screen: status, bands, keys. */
export const frame = {
  broken:
    'This page has a fault and stopped. What was recorded is safe; what was being typed is lost. Look at the last receipt before you type it again.',
  loadAgain: 'Load the page again',
  station: 'Station',
  notEnrolled: 'Not a station yet',
  drawer: 'Drawer',
  batch: 'Batch',
  receipts: 'Receipts',
  training: 'TRAINING',
  since: (name: string, time: string) => `${name} since ${time}`,
  forDay: (day: string) => `for ${day}`,
  closed: 'Drawer closed',
  noneOfYours: 'No drawer of yours',
  drawersInUse: (n: number) => `${say.plural(n, 'drawer', 'drawers')} in use`,
  drawerState: { open: 'open', parked: 'parked', counting: 'counting', counted: 'counted', closed: 'closed' },
  unsent: 'unsent',
  allSent: 'All sent',
  connecting: 'Connecting…',
  refused: 'Sending stopped',
  nothingSent: 'Nothing is sent',
  trainingSoon: 'TRAINING: not money.',
  trainingBand: (series: string) =>
    `TRAINING: not money. Receipts made here have their own numbers (${series}-…), and every slip says so.`,
  offlineHead: (time: string) => `Offline since ${time}`,
  offline: {
    signIn: 'Everything on this station works without the network.',
    counter: 'Receipts are saved on this station and will post by themselves.',
    find: (time: string) =>
      `Names and balances are as of ${time}. Payments taken elsewhere since then are not in them.`,
    void: 'A supervisor at this station can still approve. Nothing here needs the network.',
    close: 'The drawer closes here all the same. Its entries will post by themselves.',
  },
  keylessHead: 'This station cannot open its own key.',
  keylessSay:
    'Nothing is sent; receipts are saved here and wait. Call whoever looks after this machine: it runs as another user, or its key is damaged.',
  refusedHead: (sequence: number | null) =>
    sequence === null ? 'The ledger refused this station.' : `The ledger stopped at entry ${count(sequence)}.`,
  refusedSay: 'Call finance; you can go on taking money.',
  secondCopyHead: (entries: number, time: string) =>
    `Second copy is behind: ${say.plural(entries, 'entry', 'entries')} since ${time}.`,
  secondCopySlow: 'Its disk or folder does not answer in time.',
  secondCopySay: 'Go on taking money: it is brought up by itself.',
  recoveredHead: (entries: number, time: string) =>
    `At ${time} this station put back ${say.plural(entries, 'entry', 'entries')} from its second copy.`,
  recoveredSay: {
    database_behind:
      'Its database had lost what was recorded last. No receipt is missing; look whether their slips came out, and tell finance.',
    database_lost:
      'Its database was damaged or gone, and was made again. No receipt is missing; look whether slips came out, and tell finance.',
  },
  diskHead: {
    low: (freeMb: number) => `The disk is nearly full: ${freeMb} MB left.`,
    full: (freeMb: number) => `The disk is full: ${freeMb} MB left.`,
  },
  diskSay: {
    low: 'Call for help: below 100 MB nothing new is taken here.',
    full: 'No receipt and no drawer is begun. Count and close what is open; all that is recorded is still sent.',
  },
  printerHead: {
    no_paper: (name: string) => `${name} has no paper.`,
    cover_open: (name: string) => `The cover of ${name} is open.`,
    unreachable: (name: string) => `${name} does not answer.`,
    busy: (name: string) => `${name} is busy and takes no slip.`,
  },
  jam: 'Look whether paper or cutter is jammed.',
  notDone: 'Not done.',
  notReloaded: 'Not reloaded.',
  loss: {
    payment: 'A payment is typed here and not recorded: finish or empty it first.',
    change: 'The change on the screen is still to be given: go on to the next payer first.',
    float: 'A float is typed here: open the drawer with it, or clear it first.',
    count: 'A count is typed here: submit it or leave it first.',
    closing: 'A reason is typed here: close the drawer, or clear it first.',
    void: 'A void is begun here: finish it or leave it first.',
    custody: 'Cash is counted or a reason typed here: finish it or leave it first.',
    undoing: 'An undoing is begun here: finish it or leave it first.',
    safe: 'A count of the safe is typed here: record it or leave it first.',
    deposit: 'Something of a deposit is typed here: record it or leave it first.',
    dayClose: 'Why a day closes is typed here: close it or leave it first.',
    held: 'Why entries are decided so is typed here: decide or leave them first.',
    batch: 'Why a batch goes back is typed here: send it back or leave it first.',
  } satisfies Record<Loss, string>,
  waiting: (slips: number) =>
    slips === 0 ? 'No slip is waiting.' : `${say.plural(slips, 'slip is', 'slips are')} waiting.`,
  lostHead: 'This page lost its station.',
  lost: 'Nothing typed is lost. It tries again every two seconds; if it goes on, start Counterfoil again.',
  bands: 'How the station stands',
  keyBar: 'Keys of this screen',
} as const;
