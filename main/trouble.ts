import { BrokenPromise } from '#domain/assert';
import { Refusal } from '#domain/refusal';

/*
 * What the machine says when something goes wrong, in words for people: one sentence of what is wrong and one of what to
 * do. Every program of ours ends with these; the machine's own words are for the log and for --debug.
 */

/** Says in its own message, in plain sentences, what is wrong and what to do. */
export class PlainTrouble extends Error {
  override readonly name = 'PlainTrouble';
}

/** What the program was doing: named in the sentence where the machine does not name it. */
export type Doing = {
  /** The file or folder that it works in. */
  place?: string;
  /** The address that it talks to. */
  address?: string;
  /** Where a person says which place, address or port: `--data`, `DATABASE_URL`. */
  said?: { place?: string; address?: string; port?: string };
};

const UNKNOWN = 'Something went wrong that this program has no words for. Run it again with --debug, and ask for help.';

/** An error in plain sentences. Never a code, a call of the system or the inside of a program. */
export function troubleInWords(error: unknown, doing: Doing = {}): string {
  for (const cause of causesOf(error)) {
    // What we assert begins in lower case, and everything else as it is meant.
    if (cause instanceof BrokenPromise) return sentence(cause.message);
    if (isPlain(cause)) return (cause as Error).message;
    const words = wordsOf(cause, doing);
    if (words !== null) return words;
  }
  return UNKNOWN;
}

type Known = { code: string; call: string; message: string; path: string; host: string; port: string };
type Words = (known: Known, doing: Doing) => string;

/** An error, what caused it, and of several that came together the first. */
function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  const waiting = [error];
  for (let cause = waiting.shift(); cause !== undefined && causes.length < 20; cause = waiting.shift()) {
    causes.push(cause);
    const { cause: deeper, errors } = cause as { cause?: unknown; errors?: unknown };
    waiting.push(...[deeper, Array.isArray(errors) ? errors[0] : undefined].filter((one) => one != null));
  }
  return causes;
}

/** Names, not classes: a refusal of the ledger's client is told like one of ours, as is a database that may lose things. */
const PLAIN = new Set(['PlainTrouble', 'LedgerSaidNo', 'NotDurable']);

function isPlain(error: unknown): boolean {
  if (error instanceof Refusal) return true;
  return error instanceof Error && PLAIN.has(error.name);
}

/** Begins with a capital, unless the first word is no word: a path, an address, the name of a file. */
function sentence(words: string): string {
  const begun = /^[a-z’]+ /.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

function wordsOf(error: unknown, doing: Doing): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const known = knownOf(error);
  const [, words] = OF_CODES.find(([pattern]) => pattern.test(known.code)) ?? [];
  if (words) return words(known, doing);
  const [, meant] = OF_MESSAGES.find(([pattern]) => pattern.test(known.message)) ?? [];
  return meant?.(known, doing) ?? null;
}

function knownOf(error: object): Known {
  const { code, errno, syscall, message, path, dest, hostname, address, port } = error as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const isEmbedded = 'name' in error && error.name === 'ErrnoError';
  return {
    code: isEmbedded ? (EMBEDDED[Number(errno)] ?? '') : text(code),
    call: text(syscall),
    message: text(message),
    // An unfinished file of ours is known to nobody; what it was to become is.
    path: text(dest || path).replace(/\.part$/, ''),
    host: text(hostname) || text(address),
    port: text(port),
  };
}

/** The embedded database has the numbers of its own system (WASI). */
const EMBEDDED: Partial<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  20: 'EEXIST',
  29: 'EIO',
  31: 'EISDIR',
  44: 'ENOENT',
  51: 'ENOSPC',
  54: 'ENOTDIR',
  63: 'EPERM',
  69: 'EROFS',
};

const placeOf = ({ path }: Known, { place }: Doing) => path || place || 'The file or folder';
const peerOf = ({ host, port }: Known, { address }: Doing) =>
  address ?? (host === '' ? 'that address' : port === '' ? host : `${host}:${port}`);
const portOf = ({ port }: Known) => (port === '' ? 'That port' : `Port ${port}`);
const chooseOther = ({ said }: Doing) => (said?.place ? `Give ${said.place} another one.` : 'Choose another one.');
const check = ({ said }: Doing) => `Check ${said?.address ?? 'the address'}`;

const full: Words = () => 'The disk is full. Free some space on it, then try again.';
const forbidden: Words = (known, doing) =>
  `${placeOf(known, doing)} may not be read or written by you. Have its owner allow it, or choose another one.`;
const portForbidden: Words = (known, doing) =>
  `${portOf(known)} may not be used by you. Give ${doing.said?.port ?? 'it'} one above 1023.`;
const portTaken: Words = (known, doing) =>
  `${portOf(known)} is taken by another program. Give ${doing.said?.port ?? 'it'} another one.`;
const silent: Words = (known, doing) =>
  `Nothing answers at ${peerOf(known, doing)}. ${check(doing)}, and that the program there is running.`;
const slow: Words = (known, doing) =>
  `${peerOf(known, doing)} does not answer in time. ${check(doing)} and the network, then try again.`;
const brokeOff: Words = (known, doing) =>
  `${peerOf(known, doing)} broke off. Try again; if it goes on, look after the program there.`;

const missing: Words = (known, doing) => `${placeOf(known, doing)} is not there, or its folder is not. Check the name.`;
// Making a folder with those above it ends so, too, where the disk can only be read.
const unmade: Words = (known, doing) =>
  `${placeOf(known, doing)} cannot be made. Check the name, and that its disk can be written to.`;

/** Files and folders. */
const OF_PLACES: readonly [RegExp, Words][] = [
  [/^(ENOSPC|EDQUOT|EFBIG)$/, full],
  [/^(EACCES|EPERM)$/, (known, doing) => (known.port === '' ? forbidden : portForbidden)(known, doing)],
  [/^EROFS$/, (known, doing) => `${placeOf(known, doing)} lies on a disk that can only be read. ${chooseOther(doing)}`],
  [/^ENOENT$/, (known, doing) => (known.call === 'mkdir' ? unmade : missing)(known, doing)],
  [
    /^(ENOTDIR|EEXIST)$/,
    (known, doing) => `${placeOf(known, doing)}: where a folder belongs there is a file. ${chooseOther(doing)}`,
  ],
  [/^EISDIR$/, (known, doing) => `${placeOf(known, doing)} is a folder where a file belongs. ${chooseOther(doing)}`],
  [/^EIO$/, (known, doing) => `The disk fails at ${placeOf(known, doing)}. Save what is on it and replace it.`],
  [/^E[MN]FILE$/, () => 'Too many files are open on this machine. End what is not needed, then try again.'],
];

/** Addresses, and whoever is there. */
const OF_ADDRESSES: readonly [RegExp, Words][] = [
  [/^EADDRINUSE$/, portTaken],
  [/^EADDRNOTAVAIL$/, ({ host }) => `${host} is no address of this machine. Give it one that is.`],
  [
    /^(ENOTFOUND|EAI_\w+)$/,
    ({ host }, doing) => `There is no machine called ${host} on this network. ${check(doing)} letter by letter.`,
  ],
  [/^ECONNREFUSED$/, silent],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|UND_ERR_\w*TIMEOUT)$/, slow],
  [/^HPE_/, (known, doing) => `What answers at ${peerOf(known, doing)} does not speak http. ${check(doing)}.`],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, brokeOff],
  [
    /^ERR_SSL_\w*(CERTIFICATE_REQUIRED|UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_EXPIRED)$/,
    (known, doing) => `${peerOf(known, doing)} asks for a certificate of its own authority. Give one, with its key.`,
  ],
  [/^CERT_HAS_EXPIRED$/, (known, doing) => `The certificate of ${peerOf(known, doing)} has expired. Have it renewed.`],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    (known, doing) => `The certificate of ${peerOf(known, doing)} is for another machine. ${check(doing)}.`,
  ],
  [/^(EPROTO|ERR_SSL_\w+)$/, (known, doing) => `${peerOf(known, doing)} does not speak https. ${check(doing)}.`],
  [
    /^(CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+)$/,
    (known, doing) =>
      `${peerOf(known, doing)} cannot prove who it is. Have its certificate renewed, or made known to this machine.`,
  ],
  [/^ERR_INVALID_URL$/, (_, doing) => `${doing.said?.address ?? 'That'} is no address. Correct it.`],
];

/** SQLite's codes and PostgreSQL's states, those that a person can mend. */
const OF_DATABASES: readonly [RegExp, Words][] = [
  [/^(SQLITE_FULL|53100)$/, full],
  [/^SQLITE_(CANTOPEN|READONLY|PERM)/, forbidden],
  // It says so of a full disk as well, where it found out by another way than writing.
  [
    /^SQLITE_IOERR/,
    (_, { place }) =>
      `The disk of ${place ?? 'the database'} is full or fails. Free some space; if it goes on, save what is on it.`,
  ],
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    (_, { place }) => `The database in ${place ?? 'that folder'} is damaged. Keep it as it is and call for help.`,
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (_, { place }) => `The database in ${place ?? 'that folder'} is in use by another program. End that one first.`,
  ],
  [
    /^3D000$/,
    ({ message }, doing) =>
      `The server has no database ${/"([^"]*)"/.exec(message)?.[1] ?? 'of that name'}. Make it there. ${check(doing)}.`,
  ],
  [/^28\w{3}$/, (_, doing) => `The database does not let that user in. ${check(doing)} for name and password.`],
  [/^42501$/, () => 'The database does not let that user do this. Have its owner allow it.'],
  [/^53300$/, () => 'The database has no room for one more connection. Try again in a minute.'],
  [/^(08\w{3}|57P\d\d)$/, brokeOff],
];

const OF_CODES = [...OF_PLACES, ...OF_ADDRESSES, ...OF_DATABASES];

/** Errors that have no code. */
const OF_MESSAGES: readonly [RegExp, Words][] = [
  [
    /^bad port$/,
    (known, doing) =>
      `Programs may not call ${peerOf(known, doing)}: its port is kept for other uses. ${check(doing)}.`,
  ],
  [/^unexpected redirect$/, (known, doing) => `${peerOf(known, doing)} sends elsewhere. Give the address it leads to.`],
  [/aborted due to timeout|timeout exceeded when trying to connect/, slow],
  [/^Connection terminated/, brokeOff],
  [/does not support SSL/, (known, doing) => `${peerOf(known, doing)} has no safe connections. ${check(doing)}.`],
];
