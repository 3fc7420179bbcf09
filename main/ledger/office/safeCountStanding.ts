import type { LedgerTx } from '#db/ledger/database';
import { safeEntries } from '#db/ledger/safeHistory';
import { assert } from '#domain/assert';
import type { BusinessDay } from '#domain/businessDay';
import type { Payload } from '#domain/entry';

/** One of the two counts: by how much it differs from what the books said at that moment. */
export type SafeHalf = { by: string; at: number; differenceCents: number };

/** The count of the safe that was begun last, and how far it has come. */
export type SafeCountStanding = {
  count: string;
  number: number;
  /** The business day on which it was begun. */
  day: BusinessDay;
  first: SafeHalf;
  second: SafeHalf | null;
  state: 'waiting' | 'agrees' | 'differs' | 'settled';
  /** What a third look found less what the books said. */
  settledCents: number | null;
};

/** The last count of the safe, or null before the first; as it stood at the end of a day, where one is named. */
export async function safeCountStanding(
  tx: LedgerTx,
  district: string,
  through: BusinessDay | null = null,
): Promise<SafeCountStanding | null> {
  const entries = await safeEntries(tx, district, ['safe_counted', 'safe_count_resolved'], 3, through);
  const [last] = entries;
  if (!last) return null;
  const { count } = last.told;
  const halves = entries.flatMap((one) => (one.kind === 'safe_counted' && one.told.count === count ? [one] : []));
  const [begun, ended] = halves.toReversed();
  assert(begun, `count ${count} of the safe was settled and never begun`);
  const first = halfOf(begun);
  const second = ended ? halfOf(ended) : null;
  const told = { count, number: begun.told.number, day: begun.day, first, second };
  if (last.kind === 'safe_counted') return { ...told, state: stateOf(first, second), settledCents: null };
  return { ...told, state: 'settled', settledCents: last.told.cents - last.told.bookCents };
}

type Counted = { at: number; person: string; told: Payload<'safe_counted'> };

function halfOf({ at, person, told }: Counted): SafeHalf {
  return { by: person, at, differenceCents: told.cents - told.bookCents };
}

/** Each is held against the books of its own moment, so that a float may go out between the two. */
function stateOf(first: SafeHalf, second: SafeHalf | null): SafeCountStanding['state'] {
  if (second === null) return 'waiting';
  return first.differenceCents === 0 && second.differenceCents === 0 ? 'agrees' : 'differs';
}
