import type { PartUndone } from '#db/ledger/partsUndone';
import type { Entry } from '#domain/entry';
import type { Receipt } from '#domain/receipt';

/**
 * How much of each receipt's lines is left while entries are applied one after another, whatever kind the lines are: an
 * account remembers what was paid on it, a fee and suspense do not (F61).
 */
export type LinesLeft = {
  /** Why an entry cannot undo what it says of a receipt, or null. */
  faultOf(entry: Entry, receipt: Receipt): string | null;
  /** Takes back what an entry undoes. */
  takeBack(entry: Entry): void;
  /** All that was taken back since, in order. */
  written(): readonly PartUndone[];
};

/** @param before what earlier runs took back */
export function openLines(before: readonly PartUndone[]): LinesLeft {
  const taken = new Map<string, number>();
  const fresh: PartUndone[] = [];
  const keyOf = (receiptSequence: number, place: number) => `${receiptSequence} ${place}`;
  const take = (part: PartUndone) => {
    const key = keyOf(part.receiptSequence, part.place);
    taken.set(key, (taken.get(key) ?? 0) + part.cents);
  };
  before.forEach(take);
  return {
    faultOf: (entry, receipt) => {
      const left = (place: number) =>
        (receipt.lines[place]?.cents ?? 0) - (taken.get(keyOf(undoneBy(entry), place)) ?? 0);
      return faultOf(entry, receipt, left);
    },
    takeBack(entry) {
      for (const { place, cents } of partsOf(entry)) {
        const part = { receiptSequence: undoneBy(entry), sequence: entry.sequence, place, cents };
        take(part);
        fresh.push(part);
      }
    },
    written: () => fresh,
  };
}

/** A void takes a whole receipt, a correction the whole of what is left of a line, the others no more than that. */
function faultOf(entry: Entry, receipt: Receipt, left: (place: number) => number): string | null {
  if (entry.kind === 'receipt_voided') {
    const isWhole = receipt.lines.every((line, place) => left(place) === line.cents);
    return isWhole ? null : `receipt ${receipt.label} was undone in part before`;
  }
  if (entry.kind === 'receipt_corrected') {
    const { correction } = entry.payload;
    const isRest = correction.what === 'tender' || correction.from.cents === left(correction.place);
    return isRest ? null : `line ${correction.place + 1} of receipt ${receipt.label} is another amount by now`;
  }
  const beyond = partsOf(entry).find(({ place, cents }) => cents > left(place));
  if (beyond) return `line ${beyond.place + 1} of receipt ${receipt.label} has less than that left`;
  return isRoundedBack(entry, receipt, left)
    ? null
    : `it takes back another rounding than receipt ${receipt.label} has`;
}

/** Rounding goes back once, with the last cent of its receipt, and not to a card that would get more than it paid. */
function isRoundedBack(entry: Entry, receipt: Receipt, left: (place: number) => number): boolean {
  if (entry.kind !== 'receipt_reversed' && entry.kind !== 'refund_issued') return true;
  const { roundingCents } = entry.payload;
  const before = receipt.lines.reduce((sum, _line, place) => sum + left(place), 0);
  const isLast = before === partsOf(entry).reduce((sum, { cents }) => sum + cents, 0);
  const isToCard = entry.kind === 'refund_issued' && entry.payload.means.kind === 'card' && receipt.roundingCents > 0;
  return roundingCents === (isLast && !isToCard ? receipt.roundingCents : 0);
}

/** The receipt's entry that an entry undoes some of; 0 for one that undoes nothing. */
function undoneBy(entry: Entry): number {
  return 'issuedSequence' in entry.payload ? entry.payload.issuedSequence : 0;
}

function partsOf(entry: Entry): { place: number; cents: number }[] {
  switch (entry.kind) {
    case 'receipt_voided':
      return entry.payload.receipt.lines.map(({ cents }, place) => ({ place, cents }));
    case 'receipt_reversed':
    case 'refund_issued':
      return entry.payload.parts.map(({ place, line }) => ({ place, cents: line.cents }));
    default:
      return [];
  }
}
