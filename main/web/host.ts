import { randomBytes, randomUUID } from 'node:crypto';
import { statfsSync } from 'node:fs';
import type { Host } from '#main/host';
import { logTo } from '#main/log';
import { fileSecrets, type Seal } from '#main/secrets';

/** What of a host is decided at each start; the rest is the machine's own. */
export type HostChoices = Pick<
  Host,
  | 'dataFolder'
  | 'fetch'
  | 'twinPath'
  | 'twinWorker'
  | 'checkWorker'
  | 'makePdf'
  | 'ledgerUrl'
  | 'printerAddress'
  | 'trainingPins'
>;

/** Enough to close out every drawer of a day, and to send all that is recorded. */
const RESERVE_BYTES = 16_000_000;

/**
 * The plain machine: its clock, its chance, its network. The log goes to standard error as JSON lines.
 * @param choices what the start decided: data folder, ledger address and how it is asked, printer address, PINs to show when training, and
 * how PDFs are made
 * @param seal how secrets are sealed before they go into their file; without one only the file's rights keep them
 */
export function nodeHost(choices: HostChoices, seal: Seal | null = null): Host {
  return {
    ...choices,
    now: () => Date.now(),
    newId: () => randomUUID(),
    random: (bytes) => randomBytes(bytes),
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    freeBytes: () => freeBytesAt(choices.dataFolder),
    reserveBytes: RESERVE_BYTES,
    secrets: fileSecrets(choices.dataFolder, seal),
    log: logTo(
      (line) => process.stderr.write(line),
      () => Date.now(),
    ),
  };
}

function freeBytesAt(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
