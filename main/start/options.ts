import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { isReadByOthers } from '#main/tls/trust';
import type { TrustSaid } from './ledgerTrust.ts';

/** What a start was asked for. */
export type StartOptions = {
  /** Serve the page to a browser, also where Electron is there. */
  web: boolean;
  /** The data folder, or null for the usual one. */
  folder: string | null;
  /** The loopback port, 0 for any free one. */
  port: number;
  /** Open the page in a browser. */
  open: boolean;
  ledgerUrl: string | null;
  enrolToken: string | null;
  /** `host:port` of an ESC/POS printer. */
  printerAddress: string | null;
  /** Where the second copy of the journal is to lie from now on: a folder, or a file in one. */
  twin: string | null;
  /** The authority that the ledger’s certificate must be of, and what this station shows itself. PEM files. */
  trust: TrustSaid;
};

const FLAGS = {
  web: { type: 'boolean', default: false },
  data: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  ledger: { type: 'string' },
  enrol: { type: 'string' },
  printer: { type: 'string' },
  twin: { type: 'string' },
  'ledger-ca': { type: 'string' },
  'station-cert': { type: 'string' },
  'station-key': { type: 'string' },
  // For whoever tells what went wrong; the start itself is the same.
  debug: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;

export const START_FLAGS =
  '--web, --data DIR, --port N, --no-open, --ledger URL, --enrol TOKEN, --printer HOST:PORT, --twin PATH, --ledger-ca FILE, --station-cert FILE, --station-key FILE and --debug';

/** The flags that a start has no use for when the station of its folder runs already. */
export function unusedFlags(options: StartOptions): string[] {
  return [
    ...(options.port === 0 ? [] : ['--port']),
    ...(options.ledgerUrl === null ? [] : ['--ledger']),
    ...(options.enrolToken === null ? [] : ['--enrol']),
    ...(options.printerAddress === null ? [] : ['--printer']),
    ...(options.twin === null ? [] : ['--twin']),
    ...(options.trust.authority === null ? [] : ['--ledger-ca']),
    ...(options.trust.certificate === null ? [] : ['--station-cert', '--station-key']),
  ];
}

/** Reads the flags of a start. What is wrong with them comes back as one sentence. */
export function startOptions(flags: readonly string[]): StartOptions | { wrong: string } {
  const { values, tokens } = parseArgs({
    args: [...flags],
    options: FLAGS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') return { wrong: `${token.value} is not a flag. The flags are ${START_FLAGS}.` };
    if (token.kind !== 'option') continue;
    if (!isFlag(token.name)) return { wrong: `There is no flag ${token.rawName}. The flags are ${START_FLAGS}.` };
    const wantsValue = FLAGS[token.name].type === 'string';
    const isFlagNext = !token.inlineValue && token.value?.startsWith('--');
    if (wantsValue && (!token.value || isFlagNext))
      return { wrong: `--${token.name} needs a value. The flags are ${START_FLAGS}.` };
    if (!wantsValue && token.value !== undefined) return { wrong: `--${token.name} takes no value. Write it alone.` };
  }
  const text = (name: keyof typeof FLAGS) => (typeof values[name] === 'string' ? values[name] : null);
  const options = {
    web: values.web === true,
    folder: text('data'),
    port: Number(text('port') ?? 0),
    open: values['no-open'] !== true,
    ledgerUrl: text('ledger'),
    enrolToken: text('enrol'),
    printerAddress: text('printer'),
    twin: text('twin'),
    trust: { authority: text('ledger-ca'), certificate: text('station-cert'), key: text('station-key') },
  };
  const wrong = wrongOf(options, text('port'));
  return wrong === null ? options : { wrong };
}

function isFlag(name: string): name is keyof typeof FLAGS {
  return Object.hasOwn(FLAGS, name);
}

function wrongOf(options: StartOptions, port: string | null): string | null {
  if (port !== null && (!/^\d{1,5}$/.test(port) || options.port > 65_535))
    return `--port ${port} is no port. Give a number from 0 to 65535.`;
  if (options.ledgerUrl !== null && !isWebAddress(options.ledgerUrl))
    return `--ledger ${options.ledgerUrl} is no address. Write it like https://ledger.example:7420.`;
  if (options.ledgerUrl !== null && isReadByOthers(options.ledgerUrl))
    return `--ledger ${options.ledgerUrl} can be read by others on the way. Give the https address of the ledger.`;
  if (options.enrolToken !== null && options.ledgerUrl === null)
    return '--enrol needs the ledger that gave the token. Add --ledger URL.';
  if (options.enrolToken !== null && !/^[A-Za-z0-9._-]{8,200}$/.test(options.enrolToken))
    return `--enrol ${options.enrolToken} is no enrolment token. Copy it whole, as ledger:enrol printed it.`;
  if (options.printerAddress !== null && !/^[A-Za-z0-9.-]{1,253}:\d{1,5}$/.test(options.printerAddress))
    return `--printer ${options.printerAddress} is no printer's address. Write host and port, like 192.168.1.40:9100.`;
  return null;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
