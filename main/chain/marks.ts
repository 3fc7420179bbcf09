import type { Comparison, Count } from '#domain/balancing';
import { canonical, type Json } from '#domain/canonical';
import type { Pieces } from '#domain/denominations';
import type { DepositCheck } from '#domain/deposit';
import type { SlipShown, VoidReason } from '#domain/receipt';
import { sha256Hex } from './sha256.ts';

/*
 * Marks: a hash of exactly what a second person says yes to. If a letter of it changes, the mark changes and the
 * approval falls. The screen shows the first twelve digits.
 */

/** A drawer opened for another day than today, or while drawers of an earlier day are still open, and why. */
export function openingMark(about: {
  cashier: string;
  businessDay: string;
  float: Pieces;
  left: string[];
  reason: string | undefined;
}): string {
  return markOf({ what: 'drawer opened for another day, or beside one left open', ...about });
}

/**
 * A drawer closed with a difference beyond the second limit, or with slips that did not come out: this drawer, this count,
 * these differences, these slips, this reason.
 */
export function closingMark(about: {
  drawer: string;
  countNumber: number;
  comparison: Comparison;
  unprinted: readonly { document: string; label: string }[];
  reason: string | undefined;
}): string {
  const slips = about.unprinted.map(({ document, label }) => ({ document, label }));
  return markOf({
    ...{ ...about, what: 'drawer closed with a difference' },
    unprinted: slips.length === 0 ? undefined : slips,
  });
}

/** A receipt voided: the receipt as it was issued (its entry's hash), why, how its slip was shown, and who asks. */
export function voidMark(
  issuedHash: string,
  about: { reason: VoidReason; words: string | undefined; slip: SlipShown; askedBy: string },
): string {
  return markOf({ what: 'receipt voided', receipt: issuedHash, ...about });
}

/** A slip that had come out, printed once more: which one, as which copy, and who asks. */
export function reprintMark(document: string, label: string, copy: number, askedBy: string): string {
  return markOf({ what: 'slip printed again', document, label, copy, askedBy });
}

/** Any other undoing of a receipt: its entry's hash, exactly what is moved, why, and who asks. */
export function undoMark(
  what: 'correction' | 'reversal' | 'refund',
  about: { issuedHash: string; moves: unknown; reason: string; words: string | undefined; askedBy: string },
): string {
  return markOf({ ...about, what: `receipt ${what}`, moves: about.moves as Json });
}

/**
 * A payment that needs a supervisor: who is said to pay, its lines and tenders as they are asked for, without a bank
 * account, and why.
 */
export function paymentMark(about: {
  drawer: string;
  payer: string | null;
  lines: unknown;
  tenders: unknown;
  needs: readonly string[];
  askedBy: string;
}): string {
  return markOf({ what: 'payment beyond a limit or against a flag', ...(about as unknown as { [key: string]: Json }) });
}

/** Cash that moves at a drawer and is no receipt, or its tray opened: exactly what, why, and who asks. */
export function custodyMark(
  what: 'tray opened' | 'cash paid in' | 'cash paid out' | 'change swapped',
  about: { drawer: string; askedBy: string; moves: unknown; words: string | undefined },
): string {
  return markOf({ ...about, what, moves: about.moves as Json });
}

/** The change fund grows or is given back: what was counted, by which resolution, and who asks. */
export function changeFundMark(about: {
  pieces: Pieces;
  isGivenBack: boolean;
  resolution: string;
  askedBy: string;
}): string {
  return markOf({ what: 'change fund changed', ...about });
}

/** Change ordered from the bank: what goes out, to whom, and who asks. */
export function orderMark(about: { pieces: Pieces; reference: string; askedBy: string }): string {
  return markOf({ what: 'change ordered', ...about });
}

/** What came back for an order: the pieces, why it differs if it does, and who asks. */
export function receivingMark(about: {
  order: string;
  pieces: Pieces;
  reason: string | undefined;
  askedBy: string;
}): string {
  return markOf({ what: 'change received', ...about });
}

/** A count of the safe settled: what was found, what the books said, why, and who asks. */
export function safeCountMark(about: {
  count: string;
  pieces: Pieces;
  bookCents: number;
  reason: string;
  askedBy: string;
}): string {
  return markOf({ what: 'safe count resolved', ...about });
}

/** A drawer ended by the office: which, how far its station's journal came, what was counted, why, and who asks. */
export function endingMark(about: {
  drawer: string;
  head: string;
  count: Count;
  reason: string;
  askedBy: string;
}): string {
  return markOf({ what: 'drawer ended', ...about });
}

/** A handoff settled whose halves differ: both counts, what was found, why, and who asks. */
export function resolutionMark(about: {
  handoff: string;
  givenCents: number;
  countedCents: number;
  /** Of a float that was taken back. */
  returnedCents?: number;
  foundCents: number;
  reason: string;
  askedBy: string;
}): string {
  return markOf({ what: 'handoff resolved', ...about });
}

/**
 * A batch approved: by the hash of the station's last entry that was summed, which covers all before it, and by how far
 * the office's own journal speaks of it.
 */
export function batchMark(about: {
  batch: string;
  head: { epoch: number; sequence: number; hash: string };
  officeSequence: number;
}): string {
  return markOf({ what: 'batch approved', ...about });
}

/** A deposit settled whose two counts differ: what a third look found, which checks are not there, why, and who asks. */
export function depositMark(about: {
  deposit: string;
  pieces: Pieces;
  missing: readonly DepositCheck[];
  reason: string;
  askedBy: string;
}): string {
  return markOf({ what: 'deposit resolved', ...about, missing: about.missing.map((check) => ({ ...check })) });
}

/** A bank's slip told with another amount than was deposited, or put right for a reason: what it says, and who asks. */
export function confirmationMark(about: {
  deposit: string;
  reference: string;
  day: string;
  cents: number;
  reason: string | null;
  askedBy: string;
}): string {
  return markOf({ what: 'deposit confirmed', ...about });
}

/** Checks destroyed that were sent as images: which deposit's, how many, and who asks. */
export function destructionMark(about: { deposit: string; items: number; cents: number; askedBy: string }): string {
  return markOf({ what: 'checks destroyed', ...about });
}

/**
 * A day closed: what of it has arrived from each journal, every loose end as it was shown, why it closes with them, and
 * who asks. What arrives meanwhile of a later day changes nothing.
 */
export function dayMark(about: {
  day: string;
  station: string | null;
  previous: string | null;
  arrived: readonly { series: string; epoch: number; sequence: number }[];
  looseEnds: readonly string[];
  reason: string | null;
  askedBy: string;
}): string {
  const arrived = about.arrived.map((one) => ({ ...one }));
  return markOf({ what: 'day closed', ...about, arrived, looseEnds: [...about.looseEnds] });
}

/**
 * Strays adopted or dismissed: whose, each by the SHA-256 of all that came, the last entry of the chain that they are
 * added to, why, and who asks.
 */
export function strayMark(about: {
  decision: 'adopt' | 'dismiss';
  station: string;
  epoch: number;
  head: string;
  digests: readonly string[];
  reason: string;
  askedBy: string;
}): string {
  return markOf({ what: 'strays decided', ...about, digests: [...about.digests] });
}

/** An entry that was not applied, explained: which, by its hash, how what it told was settled, and who asks. */
export function explanationMark(about: {
  station: string;
  epoch: number;
  sequence: number;
  hash: string;
  reason: string;
  askedBy: string;
}): string {
  return markOf({ what: 'parked explained', ...about });
}

function markOf(what: Json): string {
  return sha256Hex(`counterfoil approval 1\n${canonical(what)}`);
}
