import { drawerOf, type KnownDrawer } from '#db/station/drawers';
import { balanceOf } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { type Pieces, worthOf } from '#domain/denominations';
import { drawerAccount } from '#domain/drawerPostings';
import type { Cents } from '#domain/money';
import { refuse } from '#domain/refusal';

/** A person's own drawer of that name, which must be open for cash to move in it. */
export function ownOpenDrawer(db: StationDb, drawer: string, person: string): KnownDrawer {
  const known = drawerOf(db, drawer) ?? refuse('drawer_unknown');
  if (known.cashier !== person) refuse('drawer_not_yours', { drawer, cashier: nameOf(db, known.cashier) });
  if (known.state !== 'open') refuse(`drawer_${known.state}`, { drawer });
  return known;
}

/** What counted pieces are worth; refuses none. */
export function somethingCounted(pieces: Pieces): Cents {
  const worth = worthOf(pieces);
  if (worth === 0) refuse('nothing_counted');
  return worth;
}

/** Refuses to take out more cash than the journal knows in a drawer. How much that is, nobody is told. */
export function mustHold(db: StationDb, { drawer }: KnownDrawer, amount: Cents): void {
  if (amount > balanceOf(db, drawerAccount(drawer, 'cash'))) refuse('drawer_too_low', { drawer });
}
