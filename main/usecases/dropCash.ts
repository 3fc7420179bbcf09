import type { Output, Parsed } from '#contract/contract';
import { addCustody, nextDropNumber } from '#db/station/custody';
import { append } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { addPrintJob } from '#db/station/printJobs';
import { cashDropped } from '#domain/custodyPostings';
import { dropHandoff } from '#domain/handoff';
import { mustHold, ownOpenDrawer, somethingCounted } from '#main/views/drawerCash';
import type { Context } from './context.ts';

/** Takes cash out of the drawer to the safe: counted by piece, in transit until whoever receives it has counted, too. */
export function dropCash(tx: Tx, input: Parsed<'dropCash'>, at: Context): Output<'dropCash'> {
  const own = ownOpenDrawer(tx, input.drawer, at.actor.person);
  const cents = somethingCounted(input.pieces);
  mustHold(tx, own, cents);

  // From here on the drop must succeed.
  const { drawer, batch, businessDay } = own;
  const number = nextDropNumber(tx, drawer);
  const handoff = dropHandoff(drawer, number);
  const payload = { drawer, batch, number, handoff, pieces: input.pieces, cents };
  const postings = cashDropped(drawer, number, cents);
  const { position } = append(tx, { kind: 'cash_dropped', businessDay, payload, postings }, at);
  addCustody(tx, { position, kind: 'drop', label: handoff, drawer, epoch: own.epoch, number });
  addPrintJob(tx, { position, document: 'drop', label: handoff, copy: 1, kick: true, changedAt: at.now });
  return { handoff, number, cents };
}
