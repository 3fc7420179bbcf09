import { cashDropped, cashPaidIn, cashPaidOut } from '#domain/custodyPostings';
import { DENOMINATIONS, type Pieces } from '#domain/denominations';
import type { EntryOf } from '#domain/entry';
import { dropHandoff } from '#domain/handoff';
import { type Cents, cents } from '#domain/money';
import type { Posting } from '#domain/posting';
import { custodyLabel } from '#domain/series';
import { isSameMovement, movementsOf, totalOf } from './lineMovements.ts';

type Counted = EntryOf<'cash_dropped'> | EntryOf<'cash_paid_in'> | EntryOf<'cash_paid_out'>;
type Numbered = EntryOf<'no_sale'> | EntryOf<'change_swapped'> | EntryOf<'drawer_checked'> | EntryOf<'totals_read'>;
type WithoutMoney = Numbered | EntryOf<'drop_refused'> | EntryOf<'cash_out_refused'>;
type Custody = Counted | WithoutMoney;

/** What does not agree within an entry of cash that is no receipt, or null: its name, its pieces, and its postings. */
export function custodyFault(entry: Custody): string | null {
  switch (entry.kind) {
    case 'cash_dropped': {
      const { drawer, number, handoff } = entry.payload;
      if (handoff !== dropHandoff(drawer, number)) return 'its handoff is not its drawer’s and number’s';
      return countedFault(entry, (amount) => cashDropped(drawer, number, amount));
    }
    case 'drop_refused':
      return moneyFault(entry) ?? worthFault(entry);
    case 'cash_out_refused':
      return moneyFault(entry);
    case 'no_sale':
      return labelFault(entry, 'no-sale') ?? moneyFault(entry);
    case 'change_swapped':
      return labelFault(entry, 'swap') ?? moneyFault(entry) ?? swapFault(entry);
    case 'drawer_checked':
      return labelFault(entry, 'check') ?? moneyFault(entry) ?? checkFault(entry);
    case 'totals_read':
      return labelFault(entry, 'x') ?? moneyFault(entry) ?? totalsFault(entry);
    case 'cash_paid_in':
      return labelFault(entry, 'paid-in') ?? countedFault(entry, (amount) => paid(entry, cashPaidIn, amount));
    case 'cash_paid_out':
      return labelFault(entry, 'paid-out') ?? countedFault(entry, (amount) => paid(entry, cashPaidOut, amount));
  }
}

type Labelled = Numbered | EntryOf<'cash_paid_in'> | EntryOf<'cash_paid_out'>;

function labelFault({ series, epoch, payload }: Labelled, kind: Parameters<typeof custodyLabel>[2]): string | null {
  return payload.label === custodyLabel(series, epoch, kind, payload.number) ? null : 'its label is not its number';
}

function moneyFault({ postings }: WithoutMoney): string | null {
  return postings.length === 0 ? null : 'money moves where none may';
}

function swapFault({ payload }: EntryOf<'change_swapped'>): string | null {
  const isEqual = worthIn(payload.out) === payload.cents && worthIn(payload.in) === payload.cents;
  return isEqual ? null : 'its pieces are not worth its amount';
}

function checkFault({ payload }: EntryOf<'drawer_checked'>): string | null {
  const [cash] = payload.comparison.tenders;
  if (cash?.countedCents !== worthIn(payload.count.cash)) return 'the comparison is not of its count';
  const isTrue = payload.comparison.tenders.every(
    (tender) => tender.countedCents - tender.expectedCents === tender.differenceCents,
  );
  return isTrue ? null : 'a difference is not counted less expected';
}

function totalsFault({ payload }: EntryOf<'totals_read'>): string | null {
  const { tenders, moves } = payload.totals;
  const moved = (of: string) => totalOf(moves.filter(({ tender }) => tender === of));
  return tenders.every(({ tender, cents: expected }) => expected === moved(tender))
    ? null
    : 'what moved does not come to what is expected';
}

function countedFault(entry: Counted, due: (amount: Cents) => Posting[]): string | null {
  const fault = worthFault(entry);
  if (fault !== null) return fault;
  const expected = movementsOf(due(cents(entry.payload.cents)));
  return isSameMovement(expected, movementsOf(entry.postings)) ? null : 'the postings are not those of its amount';
}

function worthFault({ payload }: Counted | EntryOf<'drop_refused'>): string | null {
  return worthIn(payload.pieces) === payload.cents ? null : 'its pieces are not worth its amount';
}

function paid({ payload }: EntryOf<'cash_paid_in'> | EntryOf<'cash_paid_out'>, post: typeof cashPaidIn, amount: Cents) {
  return post(payload.drawer, payload.place, amount);
}

/** Plain arithmetic: amounts may be of any size here. */
function worthIn(pieces: Pieces): number {
  return DENOMINATIONS.reduce((total, worth) => total + worth * (pieces[String(worth)] ?? 0), 0);
}
