import type { LedgerDb } from '#db/ledger/database';
import type { Verifier } from '#main/chain/pin';
import type { Logger } from '#main/log';

/** What every verb of the ledger has at hand. Time and chance come in here. */
export type LedgerContext = {
  db: LedgerDb;
  /** A training ledger takes training series alone; any other takes all but those. */
  training: boolean;
  /** Milliseconds since 1970, UTC. */
  now(): number;
  random(bytes: number): Uint8Array;
  /** The verifier of a new person's PIN. Takes its time, off the main thread. */
  verifierOf(pin: string): Promise<Verifier>;
  log: Logger;
};
