import * as z from 'zod';
import { Pieces, worthOf } from './denominations.ts';
import { absolute, CENTS_MAX, type Cents, cents, subtract, sum } from './money.ts';
import { DrawerTender } from './tender.ts';

export const CHECKS_MAX = 2_000;

/** One check or money order as it was counted, or as the drawer knows it: by the number on it and its amount. */
export const CountedCheck = z.strictObject({
  checkNumber: z.string().regex(/^\d{1,15}$/, { error: 'must be 1 to 15 digits' }),
  cents: z.int().min(1).max(CENTS_MAX),
});
export type CountedCheck = z.infer<typeof CountedCheck>;

function pile() {
  return z
    .array(CountedCheck)
    .max(CHECKS_MAX)
    .refine((checks) => checks.reduce((total, check) => total + check.cents, 0) <= CENTS_MAX, {
      error: 'comes to more than any drawer holds',
    });
}

/** What a person counted. Immutable once submitted; a recount is another one, by another person. */
export const Count = z.strictObject({
  cash: Pieces,
  checks: pile(),
  moneyOrders: pile(),
  /** The total that the card terminal printed, not this station. */
  cardTotalCents: z.int().min(0).max(CENTS_MAX),
});
export type Count = z.infer<typeof Count>;

/** What the drawer's accounts hold, and which checks and how many cards are in it. */
export type Expected = {
  cashCents: Cents;
  checks: readonly CountedCheck[];
  moneyOrders: readonly CountedCheck[];
  cardCents: Cents;
  cards: number;
};

const Sum = z.int().transform(cents);

/** One tender compared. `differenceCents` is counted − expected, signed. */
export const ComparedTender = z.strictObject({
  tender: DrawerTender,
  expectedCents: Sum,
  countedCents: Sum,
  differenceCents: Sum,
  expectedItems: z.int().min(0).nullable(),
  countedItems: z.int().min(0).nullable(),
});
export type ComparedTender = z.infer<typeof ComparedTender>;

const Pile = z.array(CountedCheck).max(CHECKS_MAX);

/** The tenders compared, and the checks and money orders that only one side has, by number and amount. */
export const Comparison = z.strictObject({
  tenders: z.array(ComparedTender),
  missingChecks: Pile,
  unknownChecks: Pile,
  missingMoneyOrders: Pile,
  unknownMoneyOrders: Pile,
});
export type Comparison = z.infer<typeof Comparison>;

/** Holds a count against what is expected, tender by tender. Nothing is netted: cash over never hides a check short. */
export function compare(expected: Expected, count: Count): Comparison {
  return {
    tenders: [
      compared('cash', expected.cashCents, worthOf(count.cash), null, null),
      piled('check', expected.checks, count.checks),
      piled('money-order', expected.moneyOrders, count.moneyOrders),
      compared('card', expected.cardCents, cents(count.cardTotalCents), expected.cards, null),
    ],
    missingChecks: without(expected.checks, count.checks),
    unknownChecks: without(count.checks, expected.checks),
    missingMoneyOrders: without(expected.moneyOrders, count.moneyOrders),
    unknownMoneyOrders: without(count.moneyOrders, expected.moneyOrders),
  };
}

/** What a difference asks for: `nothing`, a `reason`, or a reason and a supervisor's `approval`. */
export type Demand = 'nothing' | 'reason' | 'approval';

/** Slips named at a close that did not come out: the oldest of them, where there are more. */
export const UNPRINTED_MAX = 50;

/** What closing asks for: what the difference asks for, and a supervisor's yes where slips are left unprinted (F46). */
export function closeDemand(
  comparison: Comparison,
  limits: { overShortReasonBeyondCents: number; overShortApprovalBeyondCents: number },
  unprinted: readonly unknown[],
): Demand {
  return unprinted.length > 0 ? 'approval' : demandOf(comparison, limits);
}

/** The largest difference of any one tender decides. A check or card that disagrees by number alone needs a reason too. */
export function demandOf(
  comparison: Comparison,
  limits: { overShortReasonBeyondCents: number; overShortApprovalBeyondCents: number },
): Demand {
  const largest = Math.max(...comparison.tenders.map((tender) => absolute(tender.differenceCents)));
  if (largest > limits.overShortApprovalBeyondCents) return 'approval';
  if (largest > limits.overShortReasonBeyondCents) return 'reason';
  const { missingChecks, unknownChecks, missingMoneyOrders, unknownMoneyOrders } = comparison;
  const strange = [missingChecks, unknownChecks, missingMoneyOrders, unknownMoneyOrders];
  return strange.some((pile) => pile.length > 0) ? 'reason' : 'nothing';
}

function piled(
  tender: DrawerTender,
  expected: readonly CountedCheck[],
  counted: readonly CountedCheck[],
): ComparedTender {
  const worth = (pile: readonly CountedCheck[]) => sum(pile.map((check) => cents(check.cents)));
  return compared(tender, worth(expected), worth(counted), expected.length, counted.length);
}

function compared(
  tender: DrawerTender,
  expectedCents: Cents,
  countedCents: Cents,
  expectedItems: number | null,
  countedItems: number | null,
): ComparedTender {
  return {
    tender,
    expectedCents,
    countedCents,
    differenceCents: subtract(countedCents, expectedCents),
    expectedItems,
    countedItems,
  };
}

/** The checks of one pile that the other lacks; two alike need two alike. */
function without(pile: readonly CountedCheck[], other: readonly CountedCheck[]): CountedCheck[] {
  const left = new Map<string, number>();
  for (const check of other) left.set(keyOf(check), (left.get(keyOf(check)) ?? 0) + 1);
  return pile.filter((check) => {
    const there = left.get(keyOf(check)) ?? 0;
    if (there > 0) left.set(keyOf(check), there - 1);
    return there === 0;
  });
}

function keyOf(check: CountedCheck): string {
  // Leading zeros are not always typed: 00347 and 347 are the same paper.
  return `${check.checkNumber.replace(/^0+(?=\d)/, '')}:${check.cents}`;
}
