import type { Application, ChargeStanding } from '#db/ledger/applications';
import { assert } from '#domain/assert';
import { isAccountLine, type ReceiptLine } from '#domain/line';
import type { Receipt } from '#domain/receipt';
import { totalOf } from './lineMovements.ts';

/** Credit that a receipt had spent and gets back. */
export type CreditBack = { accountNumber: string; cents: number };

/**
 * How accounts stand while entries are applied one after another: loaded once for a whole run, kept up to date in
 * memory, written down once at its end. All amounts in cents.
 */
export type Books = {
  /** Applies a receipt: each charge up to what is open of it, the rest to its account's unapplied credit. */
  pay(sequence: number, receipt: Receipt): void;
  /** Takes back exactly what a receipt's entry did. */
  takeBack(sequence: number, undoes: number): void;
  /**
   * Takes back parts of a receipt, as far as it still has them: answers false, and changes nothing, when it has less.
   * @param undoes the receipt's entry
   */
  takeBackParts(sequence: number, undoes: number, lines: readonly ReceiptLine[]): boolean;
  /** Pays lines that take the place of a receipt's own, or gives credit back that it had spent. */
  putRight(sequence: number, undoes: number, lines: readonly ReceiptLine[], credits: readonly CreditBack[]): void;
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
    takeBackParts: (sequence, undoes, lines) => takeBackParts(kept, sequence, undoes, lines),
    putRight: (sequence, undoes, lines, credits) => putRight(kept, sequence, undoes, lines, credits),
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
  payLines(kept, { sequence, undoes: null }, receipt.lines);
  for (const tender of receipt.tenders)
    if (tender.kind === 'credit') {
      const { accountNumber, cents } = tender;
      write(kept, { sequence, undoes: null, accountNumber, chargeId: null, meantFor: null, cents: -cents });
    }
}

function payLines(kept: Kept, entry: Pick<Application, 'sequence' | 'undoes'>, lines: readonly ReceiptLine[]): void {
  for (const { accountNumber, charges, unappliedCents } of lines.filter(isAccountLine)) {
    for (const { chargeId, cents } of charges) {
      const part = Math.min(cents, roomOf(kept, chargeId, accountNumber));
      write(kept, { ...entry, accountNumber, chargeId, meantFor: null, cents: part });
      write(kept, { ...entry, accountNumber, chargeId: null, meantFor: chargeId, cents: cents - part });
    }
    write(kept, { ...entry, accountNumber, chargeId: null, meantFor: null, cents: unappliedCents });
  }
}

function putRight(
  kept: Kept,
  sequence: number,
  undoes: number,
  lines: readonly ReceiptLine[],
  credits: readonly CreditBack[],
): void {
  payLines(kept, { sequence, undoes }, lines);
  for (const { accountNumber, cents } of credits)
    write(kept, { sequence, undoes, accountNumber, chargeId: null, meantFor: null, cents });
}

function takeBackParts(kept: Kept, sequence: number, undoes: number, lines: readonly ReceiptLine[]): boolean {
  const wanted = lines
    .filter(isAccountLine)
    .flatMap(({ accountNumber, charges, unappliedCents }) => [
      ...charges.map(({ chargeId, cents }) => ({ accountNumber, chargeId, cents })),
      ...(unappliedCents > 0 ? [{ accountNumber, chargeId: null, cents: unappliedCents }] : []),
    ]);
  // Two lines of a receipt may pay the same account since one of them was corrected: their parts count together.
  const together = Map.groupBy(wanted, (part) => keyOf(part.accountNumber, part.chargeId));
  const has = standingOf(kept, undoes);
  for (const [key, parts] of together) {
    const there = has.get(key);
    if ((there?.applied ?? 0) + (there?.waiting ?? 0) < totalOf(parts)) return false;
  }
  for (const [key, parts] of together) {
    const [first] = parts;
    if (!first) continue;
    const { accountNumber, chargeId } = first;
    const cents = totalOf(parts);
    const entry = { sequence, undoes, accountNumber };
    if (chargeId === null) {
      write(kept, { ...entry, chargeId, meantFor: null, cents: -cents });
      continue;
    }
    const applied = has.get(key)?.applied ?? 0;
    const room = Math.max(0, kept.charges.get(chargeId)?.appliedCents ?? 0);
    const part = Math.min(cents, applied, room);
    write(kept, { ...entry, chargeId, meantFor: null, cents: -part });
    write(kept, { ...entry, chargeId: null, meantFor: chargeId, cents: part - cents });
  }
  return true;
}

/** What a receipt's lines and all that undid or put right some of them come to, by account and charge. */
function standingOf(kept: Kept, receipt: number): Map<string, { applied: number; waiting: number }> {
  const standing = new Map<string, { applied: number; waiting: number }>();
  for (const { sequence, undoes, accountNumber, chargeId, meantFor, cents } of [...kept.done.values()].flat()) {
    if (sequence !== receipt && undoes !== receipt) continue;
    // Credit that it spent as a tender is no line of it.
    if (sequence === receipt && cents < 0) continue;
    const key = keyOf(accountNumber, chargeId ?? meantFor);
    const there = standing.get(key) ?? { applied: 0, waiting: 0 };
    if (chargeId === null) there.waiting += cents;
    else there.applied += cents;
    standing.set(key, there);
  }
  return standing;
}

function keyOf(accountNumber: string, chargeId: number | null): string {
  return `${accountNumber} ${chargeId ?? 'credit'}`;
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
  if (application.undoes !== null) kept.undone.add(application.undoes);
  const already = kept.done.get(application.sequence);
  if (already) already.push(application);
  else kept.done.set(application.sequence, [application]);
  const charge = application.chargeId === null ? undefined : kept.charges.get(application.chargeId);
  if (charge) charge.appliedCents += application.cents;
}
