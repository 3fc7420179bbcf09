import type { Output, Parsed } from '#contract/contract';
import { nextDropNumber } from '#db/station/custody';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { cashDropped } from '#domain/custodyPostings';
import { dropHandoff } from '#domain/handoff';
import { Refusal } from '#domain/refusal';
import { holdsCash, ownOpenDrawer, somethingCounted } from '#main/views/drawerCash';
import type { Context } from './context.ts';

/**
 * Takes cash out of the drawer to the safe: counted by piece, in transit until whoever receives it has counted, too. More
 * than the drawer holds is refused, and the journal keeps that it was asked for: nobody approves a drop, and by asking for
 * one amount after the other she could find what she is to count blind.
 */
export function dropCash(tx: Tx, input: Parsed<'dropCash'>, at: Context): Output<'dropCash'> | Refusal {
  const own = ownOpenDrawer(tx, input.drawer, at.actor.person);
  const cents = somethingCounted(input.pieces);
  const { drawer, batch, businessDay } = own;
  if (!holdsCash(tx, drawer, cents)) {
    record(tx, { kind: 'drop_refused', businessDay, payload: { drawer, batch, pieces: input.pieces, cents } }, at);
    return new Refusal('drawer_too_low', { drawer, kept: 'drop_refused' });
  }

  // From here on the drop must succeed.
  const number = nextDropNumber(tx, drawer);
  const handoff = dropHandoff(drawer, number);
  const payload = { drawer, batch, number, handoff, pieces: input.pieces, cents };
  const postings = cashDropped(drawer, number, cents);
  record(tx, { kind: 'cash_dropped', businessDay, payload, postings }, at);
  return { handoff, number, cents };
}
