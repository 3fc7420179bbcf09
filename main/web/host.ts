import { randomBytes, randomUUID } from 'node:crypto';
import type { Host } from '#main/host';
import { logTo } from '#main/log';
import { fileSecrets, type Seal } from '#main/secrets';

/** What of a host is decided at each start; the rest is the machine's own. */
export type HostChoices = Pick<
  Host,
  'dataFolder' | 'twinPath' | 'twinWorker' | 'makePdf' | 'ledgerUrl' | 'printerAddress' | 'trainingPins'
>;

/**
 * The plain machine: its clock, its chance, its network. The log goes to standard error as JSON lines.
 * @param choices what the start decided: data folder, ledger address, printer address, PINs to show when training, and
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
    fetch: (input, init) => fetch(input, init),
    secrets: fileSecrets(choices.dataFolder, seal),
    log: logTo(
      (line) => process.stderr.write(line),
      () => Date.now(),
    ),
  };
}
