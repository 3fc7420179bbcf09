import type { Output } from '#contract/contract';
import { STOPPED_WHYS } from '#domain/stopped';

/* How a station may say that it stands, for the pictures of bands and of stopped stations. */

type Says = Partial<Output<'station'>>;

const AT = Date.UTC(2026, 10, 23, 15);
const sync = {
  state: 'connecting',
  since: 0,
  unsent: 0,
  refusedAtSequence: null,
  accountsAsOf: AT,
  stopped: null,
} as const;
const printer = { kind: 'network', name: 'Counter 3', state: 'busy', waiting: 2, stuckSince: 0 } as const;

/** Nothing is sent any more, and nothing is printed. */
export const trouble: Says = {
  sync: { ...sync, state: 'refused', unsent: 27, refusedAtSequence: 1_204 },
  printer: { ...printer, state: 'no_paper' },
};

/** The printer takes no slip and does not say why, and the second copy lies on a disk that is full. */
export const jam: Says = {
  sync,
  printer,
  recovered: { entries: 3, why: 'database_behind', at: AT },
  secondCopy: { since: AT, entries: 1_204, why: 'The disk is full. Free some space on it, then try again.' },
};

/** A disk with little room, and with none. */
export const disks = (['low', 'full'] as const).map((state): [string, Says] => [
  `disk-${state}`,
  { sync: { ...sync, state: 'online' }, disk: { state, freeMb: state === 'low' ? 320 : 61 } },
]);

/** A station that cannot open its own key. */
export const keyless: [string, Says][] = [['keyless', { sync: { ...sync, state: 'keyless', unsent: 3 } }]];

/** A station that has stopped, for each reason. */
export const stops = STOPPED_WHYS.map((why): [string, Says] => [
  `stopped-${why}`,
  { sync: { ...sync, unsent: 3, stopped: { why, at: AT, sequence: why === 'replaced' ? null : 1_204 } } },
]);
