import type { AccountDelta } from '#domain/account';
import type { Entry, EntryOf } from '#domain/entry';
import type { PaidCharge } from '#domain/receipt';
import type { FeedRow } from '#main/sync/wire';

/** The accounts as a ledger keeps them: versioned, and changed by receipts, by others, and by finance. */
export type FakeBooks = {
  /** Rows changed after a version, the oldest first. */
  rowsAfter(version: number): FeedRow[];
  version(): number;
  /** Applies one entry of a station, as the ledger does. */
  apply(entry: Entry): void;
  /** Finance or another station changes an account: its name, its charges, its credit. */
  change(accountNumber: string, how: (account: AccountDelta) => void): void;
  /** Somebody pays elsewhere: the oldest charge first, the rest is credit. */
  payElsewhere(accountNumber: string, cents: number): void;
  account(accountNumber: string): AccountDelta;
};

type Kept = { account: AccountDelta; version: number };

/** What one receipt did to one charge, or to the credit, of an account. */
type Done = { sequence: number; accountNumber: string; paid: PaidCharge | null; cents: number };

export function createFakeBooks(stock: readonly AccountDelta[]): FakeBooks {
  let version = 1;
  const kept = new Map<string, Kept>();
  const done: Done[] = [];
  for (const account of stock)
    kept.set(account.accountNumber, { account: structuredClone(account), version: ++version });

  function change(accountNumber: string, how: (account: AccountDelta) => void): void {
    const known = kept.get(accountNumber);
    if (!known) return;
    how(known.account);
    known.account.charges = known.account.charges.filter((charge) => charge.openCents > 0);
    known.version = ++version;
  }

  function issue({ epoch, sequence, payload }: EntryOf<'receipt_issued'>): void {
    for (const line of payload.lines)
      change(line.accountNumber, (account) => {
        let credit = line.unappliedCents;
        for (const paid of line.charges) {
          const open = account.charges.find((known) => known.chargeId === paid.chargeId);
          const part = Math.min(open?.openCents ?? 0, paid.cents);
          if (open) open.openCents -= part;
          // Paid elsewhere meanwhile: what is over becomes credit.
          credit += paid.cents - part;
          done.push({ sequence, accountNumber: line.accountNumber, paid, cents: part });
        }
        account.unappliedCents += credit;
        done.push({ sequence, accountNumber: line.accountNumber, paid: null, cents: credit });
        account.appliedThrough = { epoch, sequence };
      });
  }

  /** Takes back exactly what the receipt had done here. */
  function takeBack({ epoch, sequence, payload }: EntryOf<'receipt_voided'>): void {
    for (const part of done.filter((known) => known.sequence === payload.issuedSequence))
      change(part.accountNumber, (account) => {
        const { paid } = part;
        if (paid === null) account.unappliedCents -= part.cents;
        else {
          const { cents: _, ...charge } = paid;
          const there = account.charges.find((known) => known.chargeId === charge.chargeId);
          if (there) there.openCents += part.cents;
          else account.charges.push({ ...charge, openCents: part.cents });
        }
        account.appliedThrough = { epoch, sequence };
      });
  }

  return {
    rowsAfter: (after) =>
      [...kept.values()]
        .filter((known) => known.version > after)
        .sort((left, right) => left.version - right.version)
        .map(({ account, version: at }) => ({ kind: 'account', version: at, account: structuredClone(account) })),
    version: () => version,
    apply(entry) {
      if (entry.kind === 'receipt_issued') issue(entry);
      if (entry.kind === 'receipt_voided') takeBack(entry);
    },
    change,
    payElsewhere: (accountNumber, cents) =>
      change(accountNumber, (account) => {
        let left = cents;
        for (const charge of account.charges) {
          const part = Math.min(left, charge.openCents);
          charge.openCents -= part;
          left -= part;
        }
        account.unappliedCents += left;
      }),
    account: (accountNumber) => structuredClone((kept.get(accountNumber) as Kept).account),
  };
}
