import { nextCustodyNumber } from '#db/station/custody';
import type { KnownDrawer } from '#db/station/drawers';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import type { Payload } from '#domain/entry';
import type { Posting } from '#domain/posting';
import { custodyLabel } from '#domain/series';
import { approved } from './approved.ts';
import type { Context } from './context.ts';

const KINDS = {
  'no-sale': 'no_sale',
  'paid-in': 'cash_paid_in',
  'paid-out': 'cash_paid_out',
  swap: 'change_swapped',
} as const;
type Slip = keyof typeof KINDS;

/** What each tells of itself, filled in when it is written. */
type OwnFacts = 'drawer' | 'number' | 'label' | 'mark';

/**
 * Writes what moves cash at a drawer, or opened its tray, and a second person approved: numbered without gaps, with a slip
 * of its own; the tray opens. Answers its label.
 */
export function writeCustody<S extends Slip>(
  tx: Tx,
  slip: S,
  about: {
    own: KnownDrawer;
    payload: Omit<Payload<(typeof KINDS)[S]>, OwnFacts>;
    postings: Posting[];
    mark: string;
    approval: string | undefined;
    words: string | undefined;
  },
  at: Context,
): string {
  const yes = approved(tx, about.approval, about.mark, at);

  // From here on it must succeed.
  const { drawer, businessDay } = about.own;
  const { series, epoch } = at.station;
  const number = nextCustodyNumber(tx, epoch, slip);
  const label = custodyLabel(series, epoch, slip, number);
  const payload = { ...about.payload, drawer, number, label, mark: about.mark } as unknown as Payload<
    (typeof KINDS)[S]
  >;
  const personal = about.words === undefined ? {} : { personal: { words: about.words } };
  record(tx, { kind: KINDS[slip], businessDay, payload, postings: about.postings, ...personal, ...yes }, at);
  return label;
}
