import * as z from 'zod';
import { CHECKS_MAX, CountedCheck } from './balancing.ts';
import { BankTender } from './bankTender.ts';
import { type BusinessDay, dayOf } from './businessDay.ts';
import { FundNumber } from './fundAndBars.ts';
import { CENTS_MAX } from './money.ts';
import { lineOfText } from './text.ts';

export const DepositLabel = z
  .string()
  .regex(/^L-P\d{4,9}$/, { error: 'must be the number of a deposit, such as L-P0012' });

/** What is printed on a bag or a seal, in capitals and without the spaces that people put between. */
export const BagNumber = lineOfText(40)
  .transform((typed) => typed.replace(/[ -]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{3,24}$/, { error: 'must be 3 to 24 letters and digits' }));

/** A check or money order in a deposit, by the batch that brought it. */
export const DepositCheck = CountedCheck.extend({
  batch: lineOfText(24),
  tender: BankTender.exclude(['cash']),
});
export type DepositCheck = z.infer<typeof DepositCheck>;
export const DepositChecks = z.array(DepositCheck).max(CHECKS_MAX);

/** Checks or money orders counted as a pile: how many, and their total. */
export const PaperCount = z.strictObject({
  items: z.int().min(0).max(CHECKS_MAX),
  cents: z.int().min(0).max(CENTS_MAX),
});
export type PaperCount = z.infer<typeof PaperCount>;

/** Whether there can be such a pile: no papers come to nothing, and some to something. */
export function isPile({ items, cents }: PaperCount): boolean {
  return items === 0 ? cents === 0 : cents >= items;
}

/** Why there cannot be such a pile. */
export const NO_PILE = {
  error: 'cannot be: no papers come to 0, and each paper is worth at least a cent. Count them again',
};

/**
 * How far a deposit has come: `prepared` by one, counted again by another: `made`, or `differs` until it is settled, also
 * where both found the same and its batches hold another amount; then `handed` to whoever carries it, and `confirmed` by
 * the bank's slip. One that is not made can be `withdrawn`. One whose
 * seal is `broken` is `recounted` by one and again by another: it is made once more, or `recount_differs` until that is
 * settled.
 */
export const DepositState = z.enum([
  ...(['prepared', 'differs', 'made', 'handed', 'confirmed', 'withdrawn'] as const),
  ...(['broken', 'recounted', 'recount_differs'] as const),
]);
export type DepositState = z.infer<typeof DepositState>;

/**
 * What a deposit goes through. `missed`: nobody came for it. `explained`: why it is late. `transmitted`: its checks were
 * sent as images; `destroyed`: the paper of them. `resealed`: it lies ready once more after its seal was broken.
 * `corrected`: what was told of the bank's slip was put right.
 */
export const DepositStep = z.enum([
  ...DepositState.options,
  ...(['missed', 'explained', 'transmitted', 'destroyed', 'resealed', 'corrected'] as const),
]);
export type DepositStep = z.infer<typeof DepositStep>;

/** Within how many hours a deposit must be on its way, and in which days another number of them holds, as was written. */
export type DepositRule = {
  hoursMax: number;
  exceptions: readonly { from: BusinessDay; through: BusinessDay; hours: number }[];
};

/** Until when what holds a first receipt of that instant must be on its way to the bank. */
export function depositDueAt(firstReceiptAt: number, { hoursMax, exceptions }: DepositRule, timeZone: string): number {
  const day = dayOf(firstReceiptAt, timeZone);
  const exception = exceptions.find(({ from, through }) => from <= day && day <= through);
  return firstReceiptAt + (exception?.hours ?? hoursMax) * HOUR_MS;
}

const HOUR_MS = 3_600_000;

/** How much of an amount is of one fund. */
export const FundShare = z.strictObject({ fund: FundNumber, cents: z.int().max(CENTS_MAX) });
export type FundShare = z.infer<typeof FundShare>;

/** What a deposit holds of one tender of one batch. */
export type DepositPart = { batch: string; tender: BankTender; cents: number };

/** Two checks are one paper when batch, kind, amount and number agree; zeros before the number are not always typed. */
export function paperKey({ batch, tender, checkNumber, cents }: DepositCheck): string {
  return `${batch} ${tender} ${checkNumber.replace(/^0+(?=\d)/, '')} ${cents}`;
}

/** The first check that is named more often than it is there, or null. */
export function namedTooOften(named: readonly DepositCheck[], there: readonly DepositCheck[]): DepositCheck | null {
  const left = new Map<string, number>();
  for (const check of there) left.set(paperKey(check), (left.get(paperKey(check)) ?? 0) + 1);
  for (const check of named) {
    const count = left.get(paperKey(check)) ?? 0;
    if (count === 0) return check;
    left.set(paperKey(check), count - 1);
  }
  return null;
}

/** The checks among those named of which the others list none, each once. */
export function papersBeside(named: readonly DepositCheck[], listed: readonly DepositCheck[]): DepositCheck[] {
  const known = new Set(listed.map(paperKey));
  return [...new Map(named.map((check) => [paperKey(check), check])).values()].filter(
    (check) => !known.has(paperKey(check)),
  );
}

/** Checks without those that are missing, each of which is one of them. */
export function withoutPapers(there: readonly DepositCheck[], missing: readonly DepositCheck[]): DepositCheck[] {
  const gone = missing.map(paperKey);
  return there.filter((check) => {
    const at = gone.indexOf(paperKey(check));
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
}
