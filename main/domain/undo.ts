import * as z from 'zod';
import { isAccountLine, type PaidCharge, ReceiptLine, type Share } from './line.ts';
import { allocate, CENTS_MAX, type Cents, cents, smaller, subtract, sum, ZERO } from './money.ts';
import { LINES_MAX, type Receipt } from './receipt.ts';
import { ApprovalCode, CardBrand, CardLastFour, DrawerTender, Tender } from './tender.ts';

/*
 * Taking back what a receipt did (design §6): a void while its drawer is open, a correction to the right place, a
 * reversal of what never was, a refund of money that is owed. Each is an entry of its own; the receipt stays as it is.
 */

const Amount = z.int().min(1).max(CENTS_MAX);
const Label = z.string().min(1).max(24);

export const CorrectionReason = z.enum(['wrong_account', 'wrong_charge', 'wrong_purpose', 'wrong_tender']);
export type CorrectionReason = z.infer<typeof CorrectionReason>;

export const ReversalReason = z.enum(['keyed_twice', 'never_was']);
export type ReversalReason = z.infer<typeof ReversalReason>;

export const RefundReason = z.enum(['overpaid', 'paid_twice', 'not_rendered', 'ordered', 'other']);
export type RefundReason = z.infer<typeof RefundReason>;

/** What of one line of a receipt is taken back; `place` is the line's on the receipt, from 0. */
export const UndonePart = z.strictObject({ place: z.int().min(0).max(LINES_MAX), line: ReceiptLine });
export type UndonePart = z.infer<typeof UndonePart>;

/** What is put right, from what was recorded to what it should have been. Both sides are the same amount. */
export const Correction = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('line'), place: z.int().min(0), from: ReceiptLine, to: ReceiptLine }),
  z.strictObject({ what: z.literal('tender'), place: z.int().min(0), from: Tender, to: Tender }),
]);
export type Correction = z.infer<typeof Correction>;

/** What of one tender a reversal explains: the over/short or difference that its receipt caused at the close. */
export const ReversedTender = z.strictObject({ tender: DrawerTender, cents: Amount });
export type ReversedTender = z.infer<typeof ReversedTender>;

/** How the payer gets a refund: from a drawer, on the card by the terminal, or by a warrant of accounts payable. */
export const RefundMeans = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), drawer: Label, batch: Label }),
  z.strictObject({
    kind: z.literal('card'),
    brand: CardBrand,
    lastFour: CardLastFour,
    approvalCode: ApprovalCode,
  }),
  z.strictObject({ kind: z.literal('warrant') }),
]);
export type RefundMeans = z.infer<typeof RefundMeans>;

/** A receipt as it stands after what was corrected and taken back: null where nothing of a line is left. */
export type Standing = { lines: (ReceiptLine | null)[]; tenders: Tender[] };

/** What happened to a receipt since it was issued, in order. */
export type Undoing =
  | { kind: 'corrected'; correction: Correction }
  | { kind: 'taken_back'; parts: readonly UndonePart[] };

/** The receipt as it stands now. Derived from its entries each time, never stored. */
export function standingOf(receipt: Pick<Receipt, 'lines' | 'tenders'>, since: readonly Undoing[]): Standing {
  const standing: Standing = { lines: [...receipt.lines], tenders: [...receipt.tenders] };
  for (const undoing of since) {
    if (undoing.kind === 'taken_back') {
      for (const { place, line } of undoing.parts) standing.lines[place] = less(standing.lines[place] ?? null, line);
    } else if (undoing.correction.what === 'line') standing.lines[undoing.correction.place] = undoing.correction.to;
    else standing.tenders[undoing.correction.place] = undoing.correction.to;
  }
  return standing;
}

/**
 * The part of a line that an amount takes back: unapplied credit first, then charges from the one that was paid last;
 * the shares of a fee in their proportion. The parts always sum to the amount.
 * @param amount above zero, at most the line
 */
export function partOf(line: ReceiptLine, amount: Cents): ReceiptLine {
  if (line.kind === 'suspense') return { ...line, cents: amount };
  if (line.kind === 'fee') {
    const parts = allocate(
      amount,
      line.shares.map((share) => share.cents),
    );
    const shares = line.shares.map((share, place) => ({ ...share, cents: parts[place] ?? ZERO }));
    return { ...line, cents: amount, shares: shares.filter((share) => share.cents > 0) };
  }
  const unapplied = smaller(amount, cents(line.unappliedCents));
  let left = subtract(amount, unapplied);
  const charges: PaidCharge[] = [];
  for (const charge of line.charges.toReversed()) {
    const part = smaller(left, cents(charge.cents));
    if (part > 0) charges.unshift({ ...charge, cents: part });
    left = subtract(left, part);
  }
  return { ...line, cents: amount, charges, unappliedCents: unapplied };
}

/** The sum of what stands. */
export function standingCents(lines: readonly (ReceiptLine | null)[]): Cents {
  return sum(lines.map((line) => (line === null ? ZERO : cents(line.cents))));
}

/** A line less a part of it; null when nothing is left. */
function less(line: ReceiptLine | null, part: ReceiptLine): ReceiptLine | null {
  if (line === null || line.cents <= part.cents) return null;
  const left = { ...line, cents: line.cents - part.cents };
  if (isAccountLine(left) && isAccountLine(part))
    return {
      ...left,
      charges: lessBy(left.charges, part.charges, (charge) => String(charge.chargeId)),
      unappliedCents: left.unappliedCents - part.unappliedCents,
    };
  if (left.kind === 'fee' && part.kind === 'fee') return { ...left, shares: lessShares(left.shares, part.shares) };
  return left;
}

function lessShares(shares: readonly Share[], part: readonly Share[]): Share[] {
  return lessBy(shares, part, (share) => `${share.fund}:${share.bars}`);
}

/** Each less what of its key was taken; the same key twice gives as far as it goes. */
function lessBy<T extends { cents: number }>(from: readonly T[], part: readonly T[], keyOf: (one: T) => string): T[] {
  const taken = new Map<string, number>();
  for (const one of part) taken.set(keyOf(one), (taken.get(keyOf(one)) ?? 0) + one.cents);
  return from
    .map((one) => {
      const still = taken.get(keyOf(one)) ?? 0;
      const here = Math.min(one.cents, still);
      taken.set(keyOf(one), still - here);
      return { ...one, cents: one.cents - here };
    })
    .filter((one) => one.cents > 0);
}
