import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import type { Context } from './context.ts';
import { ownDrawer } from './guards.ts';

/** Records what a cashier turned away and why. Nothing is posted: it never was the district's money. */
export function refuseTender(tx: Tx, input: Parsed<'refuseTender'>, at: Context): Output<'refuseTender'> {
  const { businessDay, drawer } = ownDrawer(tx, input.drawer, at);
  const { refused, steps, words } = input;
  const personal = words === undefined ? {} : { personal: { words } };
  record(tx, { kind: 'tender_refused', businessDay, payload: { drawer, refused, steps }, ...personal }, at);
  return {};
}
