import { isSignedBy, SIGNATURE, signed } from '#main/chain/ed25519';
import { sha256Hex } from '#main/chain/sha256';

/*
 * How a station and the ledger know each other's words: each request is signed by the station's key and each reply by the
 * ledger's, both over the very bytes that are said. A reply names the request's signature, so it is an answer to that one
 * request and to nothing else.
 */

/** The headers in which a request says who asks, and a reply who answers. */
export const HEADER = {
  /** `quarry-bay/W3/1`: district, series, epoch; at an enrolment the district alone. */
  station: 'x-counterfoil-station',
  /** Goes up by one with each request of a station, and never comes twice. */
  counter: 'x-counterfoil-counter',
  /** The newest numbered token that the station has; in a reply, the next one. */
  token: 'x-counterfoil-token',
  /** SHA-256 of the body as it is sent, in hex. */
  digest: 'x-counterfoil-digest',
  signature: 'x-counterfoil-signature',
} as const;

/** Stands where a station has no token, and a reply brings none. */
export const NO_TOKEN = '-';

/** One station in one of its epochs, as the wire names it. */
export type StationNamed = { district: string; series: string; epoch: number };

/** What a request's signature is over. `path` is the address from its first slash on, with its query. */
export type Spoken = {
  method: string;
  path: string;
  digest: string;
  station: string;
  counter: number;
  token: string;
};

/** What a reply's signature is over. `asked` is the request's signature; the digest is of the body before compression. */
export type Answered = { status: number; digest: string; asked: string; token: string };

export function stationName({ district, series, epoch }: StationNamed): string {
  return `${district}/${series}/${epoch}`;
}

export function requestText({ method, path, digest, station, counter, token }: Spoken): string {
  return ['counterfoil request 1', method, path, digest, station, counter, token].join('\n');
}

/** A request's headers, signed. */
export function signedHeaders(seed: string, spoken: Spoken): Record<string, string> {
  return {
    [HEADER.station]: spoken.station,
    [HEADER.counter]: String(spoken.counter),
    [HEADER.token]: spoken.token,
    [HEADER.digest]: spoken.digest,
    [HEADER.signature]: signed(seed, requestText(spoken)),
  };
}

/** A reply's signature, by the ledger's secret. */
export function replySignature(seed: string, reply: Answered): string {
  return signed(seed, replyText(reply));
}

export function isReplyOf(ledgerKey: string, reply: Answered, signature: string): boolean {
  return isSignedBy(ledgerKey, replyText(reply), signature);
}

function replyText({ status, digest, asked, token }: Answered): string {
  return ['counterfoil reply 1', status, digest, asked, token].join('\n');
}

const TOKEN = /^([1-9]\d{0,14})\.([A-Za-z0-9_-]{86})$/;

/** A station's token of that number: only the ledger can make one. */
export function tokenOf(seed: string, station: string, number: number): string {
  return `${number}.${signed(seed, tokenText(station, number))}`;
}

/** The number of a token, whoever made it; 0 of what is none. */
export function tokenNumber(token: string): number {
  return Number(TOKEN.exec(token)?.[1] ?? 0);
}

/** The number of a token of that station that the ledger's key made; 0 of any other. */
export function tokenNumberBy(ledgerKey: string, station: string, token: string): number {
  const number = tokenNumber(token);
  return isSignedBy(ledgerKey, tokenText(station, number), token.slice(token.indexOf('.') + 1)) ? number : 0;
}

function tokenText(station: string, number: number): string {
  return ['counterfoil token 1', station, number].join('\n');
}

/** Characters of the ledger's key's SHA-256 that an enrolment token carries: 132 bits. */
const FINGERPRINT_CHARACTERS = 22;

/** By what an enrolment token names the ledger that issued it. */
export function fingerprintOf(ledgerKey: string): string {
  return Buffer.from(sha256Hex(`counterfoil ledger ${ledgerKey}`), 'hex')
    .toString('base64url')
    .slice(0, FINGERPRINT_CHARACTERS);
}

const ENROLMENT = /^([a-z][a-z0-9-]{1,30})\.[A-Za-z0-9_-]{43}\.([A-Za-z0-9_-]{22})$/;

/** The district and the ledger of an enrolment token, `district.secret.fingerprint`; null of what is none. */
export function enrolmentTokenParts(token: string): { district: string; fingerprint: string } | null {
  const [, district, fingerprint] = ENROLMENT.exec(token) ?? [];
  return district && fingerprint ? { district, fingerprint } : null;
}

/** What all entries of a run are called together: SHA-256 over their hashes, one a line. */
export function runDigest(entries: readonly { hash: string }[]): string {
  return sha256Hex(entries.map(({ hash }) => `${hash}\n`).join(''));
}

/** The signature of a request as its reply names it; empty of what cannot be one. */
export function signatureIn(header: string | string[] | undefined): string {
  return typeof header === 'string' && SIGNATURE.test(header) ? header : '';
}
