import { type DrawerState, drawerOf, type KnownDrawer } from '#db/station/drawers';
import type { Tx } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { type RefusalCode, refuse } from '#domain/refusal';
import type { Context } from './context.ts';

/** The drawer of that name, whoever's it is; refuses when there is none. */
export function knownDrawer(tx: Tx, drawer: string): KnownDrawer {
  return drawerOf(tx, drawer) ?? refuse('drawer_unknown');
}

/** The actor's own drawer of that name; refuses somebody else's. */
export function ownDrawer(tx: Tx, drawer: string, at: Context): KnownDrawer {
  const known = knownDrawer(tx, drawer);
  if (known.cashier !== at.actor.person) refuse('drawer_not_yours', { drawer, cashier: nameOf(tx, known.cashier) });
  return known;
}

/** Why a drawer in one state (second) cannot do what needs another (first). */
const WHY_NOT: Record<'open' | 'parked' | 'counting' | 'counted', Record<DrawerState, RefusalCode | null>> = {
  open: {
    open: null,
    parked: 'drawer_parked',
    counting: 'drawer_counting',
    counted: 'drawer_counted',
    closed: 'drawer_closed',
  },
  parked: {
    open: 'drawer_not_parked',
    parked: null,
    counting: 'drawer_not_parked',
    counted: 'drawer_not_parked',
    closed: 'drawer_closed',
  },
  counting: {
    open: 'drawer_not_counting',
    parked: 'drawer_parked',
    counting: null,
    counted: 'drawer_counted',
    closed: 'drawer_closed',
  },
  counted: {
    open: 'drawer_not_counted',
    parked: 'drawer_parked',
    counting: 'drawer_not_counted',
    counted: null,
    closed: 'drawer_closed',
  },
};

/** Refuses a drawer that is not in the state which the next step needs. */
export function mustBe(state: 'open' | 'parked' | 'counting' | 'counted', drawer: KnownDrawer): void {
  const why = WHY_NOT[state][drawer.state];
  if (why) refuse(why, { drawer: drawer.drawer });
}
