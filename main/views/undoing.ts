import { drawerOf, type KnownDrawer } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { receiptHistory } from '#db/station/receiptHistory';
import type { KnownReceipt } from '#db/station/receipts';
import { assert } from '#domain/assert';
import { type BusinessDay, dayOf } from '#domain/businessDay';
import type { Policy } from '#domain/district';
import { standingIn } from '#domain/receiptHistory';
import type { Recorded } from '#domain/recorded';
import { refuse } from '#domain/refusal';
import type { Role } from '#domain/role';
import { type Standing, standingCents } from '#domain/undo';
import type { Undone } from '#domain/undoPostings';
import { receiptToUndo } from './receiptToUndo.ts';

/** Who undoes, when, and under which policy. */
export type Undoer = { now: number; policy: Policy; person: string; role: Role };

/** A receipt of which something stands, with all that undoing it needs to know. */
export type Undoable = {
  known: KnownReceipt;
  issued: Recorded<'receipt_issued'>;
  standing: Standing;
  drawer: KnownDrawer;
  undone: Undone;
};

/** The receipt of a label, when something of it still stands; refuses otherwise. */
export function undoable(db: StationDb, label: string): Undoable {
  const known = receiptToUndo(db, label);
  const history = receiptHistory(db, known.position);
  const { issued } = history;
  const standing = standingIn(history);
  if (standingCents(standing.lines) === 0) refuse('nothing_stands', { label });
  const drawer = drawerOf(db, known.drawer);
  assert(drawer, `drawer ${known.drawer} is not there`);
  return {
    known,
    issued,
    standing,
    drawer,
    undone: { label, drawer: drawer.drawer, isDrawerOpen: drawer.state !== 'closed' },
  };
}

/** The day on which an undoing is booked: of the person's own open drawer, or else today. */
export function undoDay(drawer: KnownDrawer | undefined, at: Undoer): BusinessDay {
  return (drawer?.businessDay as BusinessDay | undefined) ?? dayOf(at.now, at.policy.timeZone);
}
