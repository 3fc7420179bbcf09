import type { Entry } from './chain.ts';

/** Checks the entries of one journal, in their order, and says at its end what they came to. */
export type Checker = {
  /** Whose journal it is: `station W3`, `the office`. */
  whose: string;
  enter(entry: Entry): void;
  beginEpoch(): void;
  /** `8 receipts and 3 Z reports`: what is numbered without a gap. */
  numbered(): string;
  /** What is known of balances, in sentences. */
  balanced(): string;
  totals(): string;
};
