import * as z from 'zod';
import { CENTS_MAX, type Cents, cents } from './money.ts';

export const POSTINGS_MAX = 2_000;

/**
 * One debit or credit line of an entry, always above zero. Accounts by their words (design §6): `drawer:W3-D0012:cash`,
 * `gl:401:3435001`, `unapplied:40-11872-03`, `transit:W3-D0012-float`, `over-short`, `difference:check`, `clearing:card`.
 */
export const Posting = z.strictObject({
  account: z
    .string()
    .regex(/^[a-z][a-z-]*(:[A-Za-z0-9.-]+){0,2}$/)
    .max(60),
  side: z.enum(['debit', 'credit']),
  cents: z.int().min(1).max(CENTS_MAX),
});
export type Posting = z.infer<typeof Posting>;

export function debit(account: string, amount: Cents): Posting[] {
  return amount === 0 ? [] : [{ account, side: 'debit', cents: amount }];
}

export function credit(account: string, amount: Cents): Posting[] {
  return amount === 0 ? [] : [{ account, side: 'credit', cents: amount }];
}

/** Debits − credits: zero for every entry that may be written. */
export function imbalance(postings: readonly Posting[]): Cents {
  return cents(
    postings.reduce((total, posting) => total + (posting.side === 'debit' ? posting.cents : -posting.cents), 0),
  );
}

/** The same postings the other way round. */
export function reversed(postings: readonly Posting[]): Posting[] {
  return postings.map((posting) => ({ ...posting, side: posting.side === 'debit' ? 'credit' : 'debit' }));
}

/** One posting per account and side, in order of first appearance. */
export function gathered(postings: readonly Posting[]): Posting[] {
  const byKey = new Map<string, Posting>();
  for (const posting of postings) {
    const key = `${posting.side} ${posting.account}`;
    const there = byKey.get(key);
    byKey.set(key, there ? { ...there, cents: there.cents + posting.cents } : { ...posting });
  }
  return [...byKey.values()];
}
