import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import type { Context } from './context.ts';
import { ownDrawer } from './guards.ts';

/** Says in the journal that a form was left after cash had been typed: nothing was taken, and somebody may ask why. */
export function leaveForm(tx: Tx, input: Parsed<'leaveForm'>, at: Context): Output<'leaveForm'> {
  const { businessDay, drawer } = ownDrawer(tx, input.drawer, at);
  const { cashCents, dueCents, accounts } = input;
  record(tx, { kind: 'form_left', businessDay, payload: { drawer, cashCents, dueCents, accounts } }, at);
  return {};
}
