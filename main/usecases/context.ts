import type { Person } from '#contract/shapes';
import type { Identity } from '#db/station/identity';
import type { Policy } from '#domain/district';
import type { Writer } from '#main/chain/sealEntry';

/** Everything a use-case may know besides its input. Time, chance and ids are in here, so the same code runs in a simulation. */
export type Context = Writer & {
  actor: Person;
  station: Identity;
  policy: Policy;
  /** Instant (ms) since when the ledger had not answered, or null while it does. */
  offlineSince: number | null;
  /** Instant (ms) of what this station knows of accounts. */
  accountsAsOf: number;
  /** By what a check is known again: a keyed hash of what is printed on it. */
  paperMark(...printed: readonly string[]): string;
  /** Seals a bank account to the district's public key. */
  seal(secret: string): string;
};
