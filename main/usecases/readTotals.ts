import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { totalsOf } from '#main/views/drawerTotals';
import type { Context } from './context.ts';
import { drawerToLookInto, writeLook } from './lookedInto.ts';

/** The X report: what a drawer must hold now, for a supervisor's eyes. The journal says who read it. */
export function readTotals(tx: Tx, input: Parsed<'readTotals'>, at: Context): Output<'readTotals'> {
  const known = drawerToLookInto(tx, input.drawer, at);
  const totals = totalsOf(tx, known.drawer);
  const label = writeLook(tx, 'x', known, { totals }, at);
  return { label, totals };
}
