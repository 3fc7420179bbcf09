import type { Host } from '#main/host';
import type { OfficeRequest } from '#main/sync/wire';

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
      return answered(JSON.parse(String(init?.body)) as OfficeRequest);
    }) as typeof fetch,
  };
}
