import type { PdfMaker } from '#printing/pdfMaker';
import type { Logger } from './log.ts';
import type { SecretStore } from './secrets.ts';

/** What the app needs of the machine it runs on. Time, chance, files and network come in here and nowhere else. */
export type Host = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** A new UUID. */
  newId(): string;
  /** So many random bytes. */
  random(bytes: number): Uint8Array;
  /** Runs something once after so many milliseconds; answers how to call it off. */
  later(milliseconds: number, run: () => void): () => void;
  /** The one folder in which everything of this station lies. */
  dataFolder: string;
  /** The twin of the journal where it does not lie in the data folder: on a second disk, or in a folder of the network; else null. */
  twinPath: string | null;
  /** File of the built thread that works at such a twin. */
  twinWorker: string;
  /** File of the built thread that looks at the database while the station is at work; null where nobody does. */
  checkWorker: string | null;
  /** Bytes of its disk that are free for us; null where the machine does not tell. */
  freeBytes(): number | null;
  /** Bytes of it that are kept to be given up when it is full; 0 for none. */
  reserveBytes: number;
  /** Makes documents as PDF, outside the thread in which everything else is answered. */
  makePdf: PdfMaker;
  /** A ledger address given at the start, which wins over the one of the enrolment; null to keep that. */
  ledgerUrl: string | null;
  /** `host:port` of an ESC/POS printer given at the start; null for the one chosen on the screen (at first: paper on the screen). */
  printerAddress: string | null;
  /** First PINs by person, only on a training station, where the sign-in screen shows them. */
  trainingPins: ReadonlyMap<string, string> | null;
  fetch: typeof fetch;
  /** Where passwords lie: never in the database, the journal or the log. */
  secrets: SecretStore;
  log: Logger;
};
