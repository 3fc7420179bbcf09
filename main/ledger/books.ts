import type { Application, ChargeStanding } from '#db/ledger/applications';
import { assert } from '#domain/assert';
import type { Receipt } from '#domain/receipt';

/**
 * How accounts stand while entries are applied one after another: loaded once for a whole run, kept up to date in
 * memory, written down once at its end. All amounts in cents.
 */
export type Books = {
  /** Applies a receipt: each charge up to what is open of it, the rest to its account's unapplied credit. */
  pay(sequence: number, receipt: Receipt): void;
  /** Takes back exactly what an entry did. */
  takeBack(sequence: number, undoes: number): void;
  hasUndone(sequence: number): boolean;
  /** All that was applied since the books were opened, in order. */
  written(): readonly Application[];
};

/**
 * Opens the books.
 * @param standings of every charge that the entries name; a charge that is not among them does not exist
 * @param before what earlier runs did for the entries that are to be undone
 * @param undone entries that were undone before
 */
export function openBooks(
  standings: readonly ChargeStanding[],
  before: readonly Application[],
  undone: ReadonlySet<number>,
): Books {
  const kept: Kept = {
    charges: new Map(standings.map((standing) => [standing.chargeId, { ...standing }])),
    done: Map.groupBy(before, (application) => application.sequence),
    undone: new Set(undone),
    fresh: [],
  };
  return {
    pay: (sequence, receipt) => pay(kept, sequence, receipt),
    takeBack: (sequence, undoes) => takeBack(kept, sequence, undoes),
    hasUndone: (sequence) => kept.undone.has(sequence),
    written: () => kept.fresh,
  };
}

type Kept = {
  charges: Map<number, ChargeStanding>;
  done: Map<number, Application[]>;
  undone: Set<number>;
  fresh: Application[];
};

function pay(kept: Kept, sequence: number, receipt: Receipt): void {
  const entry = { sequence, undoes: null };
  for (const { accountNumber, charges, unappliedCents } of receipt.lines) {
    for (const { chargeId, cents } of charges) {
      const part = Math.min(cents, roomOf(kept, chargeId, accountNumber));
      write(kept, { ...entry, accountNumber, chargeId, meantFor: null, cents: part });
      write(kept, { ...entry, accountNumber, chargeId: null, meantFor: chargeId, cents: cents - part });
    }
    write(kept, { ...entry, accountNumber, chargeId: null, meantFor: null, cents: unappliedCents });
  }
}

function takeBack(kept: Kept, sequence: number, undoes: number): void {
  for (const { accountNumber, chargeId, meantFor, cents } of [...(kept.done.get(undoes) ?? [])]) {
    const entry = { sequence, undoes, accountNumber };
    if (chargeId === null) {
      write(kept, { ...entry, chargeId, meantFor, cents: -cents });
      continue;
    }
    // A later load may have made the charge smaller and its surplus unapplied credit: that part is taken from there.
    const charge = kept.charges.get(chargeId);
    assert(charge, `charge ${chargeId} was paid and is not there`);
    const part = Math.min(cents, Math.max(0, charge.appliedCents));
    write(kept, { ...entry, chargeId, meantFor: null, cents: -part });
    write(kept, { ...entry, chargeId: null, meantFor: chargeId, cents: part - cents });
  }
  kept.undone.add(undoes);
}

/** A charge of another account, or of none, has no room: the money stays with the account that was paid on. */
function roomOf(kept: Kept, chargeId: number, accountNumber: string): number {
  const charge = kept.charges.get(chargeId);
  if (charge?.accountNumber !== accountNumber) return 0;
  return Math.max(0, charge.billedCents - charge.appliedCents);
}

function write(kept: Kept, application: Application): void {
  if (application.cents === 0) return;
  kept.fresh.push(application);
  const already = kept.done.get(application.sequence);
  if (already) already.push(application);
  else kept.done.set(application.sequence, [application]);
  const charge = application.chargeId === null ? undefined : kept.charges.get(application.chargeId);
  if (charge) charge.appliedCents += application.cents;
}
