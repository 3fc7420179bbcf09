import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { waitingSuspensionOf } from '#db/station/suspensions';
import { refuse } from '#domain/refusal';
import type { Context } from './context.ts';
import { mustBe, ownDrawer } from './guards.ts';

/** Drops a payment that was set aside and will not be taken. No money had been there. */
export function dropSuspension(tx: Tx, input: Parsed<'dropSuspension'>, at: Context): Output<'dropSuspension'> {
  const { label } = input;
  const drawer = ownDrawer(tx, input.drawer, at);
  mustBe('open', drawer);
  if (!waitingSuspensionOf(tx, label)) refuse('suspension_ended', { label });

  // From here on it must be dropped.
  const payload = { label, drawer: drawer.drawer };
  record(tx, { kind: 'suspension_dropped', businessDay: drawer.businessDay, payload }, at);
  return { label };
}
