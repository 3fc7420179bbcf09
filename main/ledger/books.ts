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
  const charges = new Map(standings.map((standing) => [standing.chargeId, { ...standing }]));
  const done = Map.groupBy(before, (application) => application.sequence);
  const taken = new Set(undone);
  const fresh: Application[] = [];

  function write(application: Application): void {
    if (application.cents === 0) return;
    fresh.push(application);
    const already = done.get(application.sequence);
    if (already) already.push(application);
    else done.set(application.sequence, [application]);
    const charge = application.chargeId === null ? undefined : charges.get(application.chargeId);
    if (charge) charge.appliedCents += application.cents;
  }

  /** A charge of another account, or of none, has no room: the money stays with the account that was paid on. */
  function roomOf(chargeId: number, accountNumber: string): number {
    const charge = charges.get(chargeId);
    if (charge?.accountNumber !== accountNumber) return 0;
    return Math.max(0, charge.billedCents - charge.appliedCents);
  }

  return {
    pay(sequence, receipt) {
      const entry = { sequence, undoes: null };
      for (const { accountNumber, charges: paid, unappliedCents } of receipt.lines) {
        for (const { chargeId, cents } of paid) {
          const part = Math.min(cents, roomOf(chargeId, accountNumber));
          write({ ...entry, accountNumber, chargeId, meantFor: null, cents: part });
          write({ ...entry, accountNumber, chargeId: null, meantFor: chargeId, cents: cents - part });
        }
        write({ ...entry, accountNumber, chargeId: null, meantFor: null, cents: unappliedCents });
      }
    },
    takeBack(sequence, undoes) {
      for (const { accountNumber, chargeId, meantFor, cents } of [...(done.get(undoes) ?? [])]) {
        const entry = { sequence, undoes, accountNumber };
        if (chargeId === null) {
          write({ ...entry, chargeId, meantFor, cents: -cents });
          continue;
        }
        // A later load may have made the charge smaller and its surplus unapplied credit: that part is taken from there.
        const charge = charges.get(chargeId);
        assert(charge, `charge ${chargeId} was paid and is not there`);
        const part = Math.min(cents, Math.max(0, charge.appliedCents));
        write({ ...entry, chargeId, meantFor: null, cents: -part });
        write({ ...entry, chargeId: null, meantFor: chargeId, cents: part - cents });
      }
      taken.add(undoes);
    },
    hasUndone: (sequence) => taken.has(sequence),
    written: () => fresh,
  };
}
