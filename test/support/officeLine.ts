import type { Output } from '#contract/contract';
import type { Host } from '#main/host';
import type { OfficeRequest } from '#main/sync/wire';
import { signedOver } from './fakeWire.ts';

/**
 * The line of a station to a stand-in for the office; all but office calls go the usual way.
 * @param office `isAway`: nobody answers there
 */
export function officeLine(
  { fetch: usual }: Host,
  office: { isAway: boolean },
  answered: (request: OfficeRequest) => Response,
): Partial<Host> {
  return {
    fetch: (async (url, init) => {
      if (!String(url).endsWith('/v1/office')) return usual(url, init);
      if (office.isAway) throw new TypeError('fetch failed');
      return signedOver(init, answered(JSON.parse(String(init?.body)) as OfficeRequest));
    }) as typeof fetch,
  };
}

/** A business day without business: where somebody begins who has no tray. */
const NO_BUSINESS: Output<'day'> = {
  ...{ day: '2026-11-23', previous: null, next: null, stations: { enrolled: 1, silent: [] } },
  ...{ drawers: [], atOnce: [], totals: { receipts: 0, taken: [], takenCents: 0 }, tie: [], breaks: [] },
  ...{ waiting: [], deposits: [], lateThisMonth: 0, lateBatches: null, hours: [] },
};

/** What the first screen of somebody without a tray asks, answered with nothing; null of anything else. */
export function askedAtHome(call: string): Response | null {
  if (call === 'day') return Response.json({ value: NO_BUSINESS });
  return call === 'depositable' ? Response.json({ value: { bankAccounts: [], funds: [], batches: [] } }) : null;
}
