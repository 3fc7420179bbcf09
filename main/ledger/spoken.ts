import type { IncomingHttpHeaders } from 'node:http';
import type { StationKey } from '#db/ledger/stations';
import { HEADER, type Spoken, signatureIn } from '#main/sync/signing';

/** A request as its headers tell it. `key` is null where they name no station, and `district` where they name none. */
export type SpokenBy = Spoken & { key: StationKey | null; district: string | null; signature: string };

const STATION = /^([a-z][a-z0-9-]{1,30})(?:\/([A-Z]{1,3}[1-9]\d{0,3})\/([1-9]\d{0,8}))?$/;
const COUNTER = /^[1-9]\d{0,14}$/;
const DIGEST = /^[0-9a-f]{64}$/;
/** No token is longer. */
const TOKEN_CHARACTERS_MAX = 120;

/** What a request's headers say, bounded and in form; what is not in form is nobody's. */
export function spokenIn(request: {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}): SpokenBy {
  const said = (name: string) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : '';
  };
  const [station = '', district, series, epoch] = STATION.exec(said(HEADER.station)) ?? [];
  const counter = said(HEADER.counter);
  const digest = said(HEADER.digest);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    digest: DIGEST.test(digest) ? digest : '',
    station,
    counter: COUNTER.test(counter) ? Number(counter) : 0,
    token: said(HEADER.token).slice(0, TOKEN_CHARACTERS_MAX),
    signature: signatureIn(request.headers[HEADER.signature]),
    district: district ?? null,
    key: district && series && epoch ? { district, series, epoch: Number(epoch) } : null,
  };
}
