import type { AccountDelta } from '#domain/account';
import type { Entry, EntryOf } from '#domain/entry';
import { isAccountLine, type PaidCharge, type ReceiptLine } from '#domain/line';
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

type Credit = { accountNumber: string; cents: number };

/** What one receipt, by its entry, did to one charge, or to the credit, of an account. */
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

  /** Pays lines for a receipt: its own, or those that took the place of its own. */
  function pay({ epoch, sequence }: Entry, receipt: number, lines: readonly ReceiptLine[]): void {
    for (const line of lines.filter(isAccountLine))
      change(line.accountNumber, (account) => {
        let credit = line.unappliedCents;
        for (const paid of line.charges) {
          const open = account.charges.find((known) => known.chargeId === paid.chargeId);
          const part = Math.min(open?.openCents ?? 0, paid.cents);
          if (open) open.openCents -= part;
          // Paid elsewhere meanwhile: what is over becomes credit.
          credit += paid.cents - part;
          done.push({ sequence: receipt, accountNumber: line.accountNumber, paid, cents: part });
        }
        account.unappliedCents += credit;
        done.push({ sequence: receipt, accountNumber: line.accountNumber, paid: null, cents: credit });
        account.appliedThrough = { epoch, sequence };
      });
  }

  /** Credit that is spent, or given back where the cents are below zero. */
  function spend({ epoch, sequence }: Entry, receipt: number, credits: readonly Credit[]): void {
    for (const { accountNumber, cents } of credits)
      change(accountNumber, (account) => {
        account.unappliedCents -= cents;
        done.push({ sequence: receipt, accountNumber, paid: null, cents: -cents });
        account.appliedThrough = { epoch, sequence };
      });
  }

  /** Takes back exactly what the receipt had done here. */
  function takeBack(entry: EntryOf<'receipt_voided'>): void {
    const { issuedSequence } = entry.payload;
    for (const part of done.filter((known) => known.sequence === issuedSequence)) reopen(entry, part, part.cents);
  }

  /** Takes back parts of lines: of each charge as far as the receipt had paid it here, the rest out of its credit. */
  function takeBackParts(entry: Entry, receipt: number, lines: readonly ReceiptLine[]): void {
    for (const { accountNumber, charges, unappliedCents } of lines.filter(isAccountLine)) {
      let credit = unappliedCents;
      for (const paid of charges) {
        const part = Math.min(paid.cents, paidBy(receipt, accountNumber, paid.chargeId));
        const back = { sequence: receipt, accountNumber, paid, cents: -part };
        reopen(entry, back, part);
        done.push(back);
        credit += paid.cents - part;
      }
      const back = { sequence: receipt, accountNumber, paid: null, cents: -credit };
      reopen(entry, back, credit);
      done.push(back);
    }
  }

  function paidBy(receipt: number, accountNumber: string, chargeId: number): number {
    return done
      .filter((known) => known.sequence === receipt && known.accountNumber === accountNumber)
      .filter((known) => known.paid?.chargeId === chargeId)
      .reduce((total, known) => total + known.cents, 0);
  }

  function reopen({ epoch, sequence }: Entry, { accountNumber, paid }: Done, cents: number): void {
    change(accountNumber, (account) => {
      if (paid === null) account.unappliedCents -= cents;
      else {
        const { cents: _, ...charge } = paid;
        const there = account.charges.find((known) => known.chargeId === charge.chargeId);
        if (there) there.openCents += cents;
        else account.charges.push({ ...charge, openCents: cents });
      }
      account.appliedThrough = { epoch, sequence };
    });
  }

  function apply(entry: Entry): void {
    switch (entry.kind) {
      case 'receipt_issued':
        pay(entry, entry.sequence, entry.payload.lines);
        spend(
          entry,
          entry.sequence,
          entry.payload.tenders.filter((tender) => tender.kind === 'credit'),
        );
        break;
      case 'receipt_voided':
        takeBack(entry);
        break;
      case 'receipt_corrected': {
        const { correction, issuedSequence } = entry.payload;
        if (correction.what === 'tender') break;
        takeBackParts(entry, issuedSequence, [correction.from]);
        pay(entry, issuedSequence, [correction.to]);
        break;
      }
      case 'receipt_reversed':
      case 'refund_issued': {
        const { issuedSequence, parts } = entry.payload;
        takeBackParts(
          entry,
          issuedSequence,
          parts.map((part) => part.line),
        );
        if (entry.kind === 'receipt_reversed')
          spend(
            entry,
            issuedSequence,
            entry.payload.credits.map(({ accountNumber, cents }) => ({ accountNumber, cents: -cents })),
          );
      }
    }
  }

  return {
    rowsAfter: (after) =>
      [...kept.values()]
        .filter((known) => known.version > after)
        .sort((left, right) => left.version - right.version)
        .map(({ account, version: at }) => ({ kind: 'account', version: at, account: structuredClone(account) })),
    version: () => version,
    apply,
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
