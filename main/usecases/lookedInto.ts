import { nextCustodyNumber } from '#db/station/custody';
import type { KnownDrawer } from '#db/station/drawers';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import type { Payload } from '#domain/entry';
import { refuse } from '#domain/refusal';
import { custodyLabel } from '#domain/series';
import type { Context } from './context.ts';
import { knownDrawer } from './guards.ts';

const KINDS = { check: 'drawer_checked', x: 'totals_read' } as const;

/** Somebody else's drawer that is not being counted or closed: a supervisor may look into it, never into her own. */
export function drawerToLookInto(tx: Tx, drawer: string, at: Context): KnownDrawer {
  const known = knownDrawer(tx, drawer);
  if (known.cashier === at.actor.person) refuse('drawer_own', { drawer });
  if (known.state !== 'open' && known.state !== 'parked') refuse(`drawer_${known.state}`, { drawer });
  return known;
}

/** Writes that a supervisor looked into a drawer, and what there was to see: numbered without gaps. Answers its label. */
export function writeLook<S extends keyof typeof KINDS>(
  tx: Tx,
  kind: S,
  { drawer, businessDay }: KnownDrawer,
  seen: Omit<Payload<(typeof KINDS)[S]>, 'drawer' | 'number' | 'label'>,
  at: Context,
): string {
  const { series, epoch } = at.station;
  const number = nextCustodyNumber(tx, epoch, kind);
  const label = custodyLabel(series, epoch, kind, number);
  const payload = { ...seen, drawer, number, label } as unknown as Payload<(typeof KINDS)[S]>;
  record(tx, { kind: KINDS[kind], businessDay, payload }, at);
  return label;
}
