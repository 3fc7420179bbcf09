import type { OpenCharge } from './account.ts';
import { type Allocation, spread } from './allocation.ts';
import type { BusinessDay } from './businessDay.ts';
import { type Cents, cents, sum } from './money.ts';

/** A payment plan as far as its open charges tell: how many installments of how much, how many are paid, what may wait. */
export type Plan = {
  of: number;
  paid: number;
  /** What two or more of them are for; null where one alone is open, of which a part may be paid. */
  eachCents: Cents | null;
  lateCents: Cents;
  notYetDueCents: Cents;
};

const NUMBERED = /\binstall?ment (\d{1,3}) of (\d{1,3})\b/i;

/** The plans of an account, read off its open charges: `installment 3 of 6`. Those with no open installment do not show. */
export function plansOf(charges: readonly OpenCharge[], today: BusinessDay): Plan[] {
  const plans = new Map<string, { number: number; charge: OpenCharge }[]>();
  for (const charge of charges) {
    const [, number, of] = (charge.kind === 'contract' && NUMBERED.exec(charge.period)) || [];
    if (number && of) plans.set(of, [...(plans.get(of) ?? []), { number: Number(number), charge }]);
  }
  return [...plans].map(([of, installments]) => planOf(Number(of), installments, today));
}

/**
 * What is asked for of an account whose installments may wait, charge by charge: all that is due or billed, less its
 * credit, and of installments that are not due yet only so many that there is something to pay. Null where none waits.
 */
export function dueBesidePlan(
  { charges, unappliedCents }: { charges: readonly OpenCharge[]; unappliedCents: number },
  today: BusinessDay,
): Allocation[] | null {
  const waits = ({ kind, dueDay }: OpenCharge) => kind === 'contract' && dueDay > today;
  const waiting = charges.filter(waits).sort((left, right) => (left.dueDay < right.dueDay ? -1 : 1));
  const due = new Set(charges.filter((charge) => !waits(charge)));
  const owed = () => sum([...due].map((charge) => cents(charge.openCents))) - unappliedCents;
  while (owed() <= 0 && waiting.length > 0) due.add(waiting.shift() as OpenCharge);
  if (owed() <= 0 || waiting.length === 0) return null;
  const chosen = charges.filter((charge) => due.has(charge));
  return spread(cents(owed()), chosen, [...new Set(chosen.map((charge) => charge.kind))]).allocations;
}

function planOf(of: number, open: readonly { number: number; charge: OpenCharge }[], today: BusinessDay): Plan {
  const amounts = open.map(({ charge }) => charge.openCents);
  const usual = amounts.find((amount, place) => amounts.indexOf(amount) < place);
  const openOf = (wanted: (charge: OpenCharge) => boolean) =>
    sum(open.filter(({ charge }) => wanted(charge)).map(({ charge }) => cents(charge.openCents)));
  return {
    of,
    paid: Math.max(0, Math.min(...open.map(({ number }) => number)) - 1),
    eachCents: usual === undefined ? null : cents(usual),
    lateCents: openOf((charge) => charge.dueDay < today),
    notYetDueCents: openOf((charge) => charge.dueDay > today),
  };
}
