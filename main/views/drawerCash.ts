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

/**
 * Whether a drawer holds so much cash, by the journal. Whoever may ask this again and again learns what it holds: every no is
 * kept, and but for drops it is asked only after somebody else has said yes to exactly that amount. No proposal asks it.
 */
export function holdsCash(db: StationDb, drawer: string, amount: Cents): boolean {
  return amount <= balanceOf(db, drawerAccount(drawer, 'cash'));
}
