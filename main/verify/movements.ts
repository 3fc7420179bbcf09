import { type Posting, sha256 } from './chain.ts';
import { amount, canonical, complain } from './reading.ts';

/** What an entry does to each account: debits − credits in cents. Accounts that it leaves as they were are not in it. */
export type Movements = ReadonlyMap<string, number>;

export function movementsOf(postings: readonly Posting[]): Movements {
  return movements(postings.map(({ account, side, cents }) => [account, side === 'debit' ? cents : -cents]));
}

/** Adds up what is expected to move. */
export function movements(parts: readonly (readonly [account: string, cents: number])[]): Movements {
  const sums = new Map<string, number>();
  for (const [account, cents] of parts) sums.set(account, (sums.get(account) ?? 0) + cents);
  for (const [account, cents] of sums) if (cents === 0) sums.delete(account);
  return sums;
}

/** The accounts of the general ledger by fund alone: which one of a fund is the district's policy, not the journal's. */
export function byFund(moved: Movements): Movements {
  return movements([...moved].map(([account, cents]) => [account.replace(/^(gl:\d{3}):\d{7}$/, '$1'), cents]));
}

/** Complains unless exactly this moved. */
export function mustMove(moved: Movements, expected: Movements): void {
  for (const account of new Set([...expected.keys(), ...moved.keys()])) {
    const said = moved.get(account) ?? 0;
    const due = expected.get(account) ?? 0;
    if (said !== due) complain(`The postings move ${amount(said)} on ${account}, but must move ${amount(due)}.`);
  }
}

/** One digest for what moved, whatever order it was posted in. */
export function digestOf(moved: Movements): string {
  return sha256(canonical(Object.fromEntries(moved)));
}
