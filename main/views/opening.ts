import type { Output, Parsed } from '#contract/contract';
import { drawersNotClosed, type KnownDrawer, lastCloseOf } from '#db/station/drawers';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { dayOf } from '#domain/businessDay';
import { worthOf } from '#domain/denominations';
import type { Payload } from '#domain/entry';
import { type Cents, cents, smaller } from '#domain/money';
import { openingMark as markOf } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';

type Asked = Pick<Parsed<'openingMark'>, 'businessDay' | 'float' | 'reason'>;

/** What an opening needs: drawers of an earlier day that are still open must be explained, another day agreed to. */
export type Opening = { left: KnownDrawer[]; needsApproval: boolean; mark: string };

/** Whether opening a drawer needs a supervisor or a reason, and the mark of it. */
export function openingMark(db: StationDb, input: Parsed<'openingMark'>, at: ReadyContext): Output<'openingMark'> {
  const today = dayOf(at.now, at.policy.timeZone);
  const { left, needsApproval, mark } = openingOf(db, input, at.person.person, today);
  return {
    mark,
    needsApproval,
    left: left.map(({ drawer, cashier, businessDay }) => ({ drawer, cashierName: nameOf(db, cashier), businessDay })),
  };
}

/** What opening a drawer with this float for this day needs, and the mark of exactly that. */
export function openingOf(db: StationDb, asked: Asked, cashier: string, today: string): Opening {
  const { businessDay, float, reason } = asked;
  const left = drawersNotClosed(db).filter((drawer) => drawer.businessDay < today);
  const labels = left.map(({ drawer }) => drawer);
  return {
    left,
    needsApproval: businessDay !== today || left.length > 0,
    mark: markOf({ cashier, businessDay, float, left: labels, reason }),
  };
}

/**
 * What the same cashier returned as a float when she last closed a drawer in this epoch, where it is not what she counts
 * now; null where it is the same, or she has closed none. Told after the count alone, or the count would not be blind.
 */
export function returnedOtherwise(
  db: StationDb,
  cashier: string,
  epoch: number,
  floatCents: Cents,
): NonNullable<Payload<'drawer_opened'>['returned']> | null {
  const position = lastCloseOf(db, cashier, epoch);
  if (position === null) return null;
  const close = entryAt(db, position, 'drawer_closed').entry.payload;
  const returned = smaller(cents(close.floatCents), worthOf(close.count.cash));
  return returned === floatCents ? null : { drawer: close.drawer, cents: returned };
}
