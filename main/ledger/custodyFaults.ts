import { cashDropped, cashPaidIn, cashPaidOut } from '#domain/custodyPostings';
import { DENOMINATIONS, type Pieces } from '#domain/denominations';
import type { EntryOf } from '#domain/entry';
import { type Cents, cents } from '#domain/money';
import type { Posting } from '#domain/posting';
import { custodyLabel, handoffLabel } from '#domain/series';
import { isSameMovement, movementsOf } from './lineMovements.ts';

type Custody = EntryOf<'cash_dropped'> | EntryOf<'no_sale'> | EntryOf<'cash_paid_in'> | EntryOf<'cash_paid_out'>;

/** What does not agree within an entry of cash that is no receipt, or null: its name, its pieces, and its postings. */
export function custodyFault(entry: Custody): string | null {
  switch (entry.kind) {
    case 'cash_dropped': {
      const { drawer, number, handoff } = entry.payload;
      if (handoff !== handoffLabel(drawer, `drop-${number}`)) return 'its handoff is not its drawer’s and number’s';
      return countedFault(entry, (amount) => cashDropped(drawer, number, amount));
    }
    case 'no_sale':
      return labelFault(entry, 'no-sale') ?? (entry.postings.length === 0 ? null : 'money moves without a sale');
    case 'cash_paid_in':
      return labelFault(entry, 'paid-in') ?? countedFault(entry, (amount) => paid(entry, cashPaidIn, amount));
    case 'cash_paid_out':
      return labelFault(entry, 'paid-out') ?? countedFault(entry, (amount) => paid(entry, cashPaidOut, amount));
  }
}

type Labelled = Exclude<Custody, EntryOf<'cash_dropped'>>;

function labelFault({ series, epoch, payload }: Labelled, kind: Parameters<typeof custodyLabel>[2]): string | null {
  return payload.label === custodyLabel(series, epoch, kind, payload.number) ? null : 'its label is not its number';
}

type Counted = Exclude<Custody, EntryOf<'no_sale'>>;

function countedFault({ payload, postings }: Counted, due: (amount: Cents) => Posting[]): string | null {
  if (worthIn(payload.pieces) !== payload.cents) return 'its pieces are not worth its amount';
  const expected = movementsOf(due(cents(payload.cents)));
  return isSameMovement(expected, movementsOf(postings)) ? null : 'the postings are not those of its amount';
}

function paid({ payload }: EntryOf<'cash_paid_in'> | EntryOf<'cash_paid_out'>, post: typeof cashPaidIn, amount: Cents) {
  return post(payload.drawer, payload.place, amount);
}

/** Plain arithmetic: amounts may be of any size here. */
function worthIn(pieces: Pieces): number {
  return DENOMINATIONS.reduce((total, worth) => total + worth * (pieces[String(worth)] ?? 0), 0);
}
