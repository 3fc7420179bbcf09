import type { OpenCharge } from './account.ts';
import { assert } from './assert.ts';
import type { ChargeKind } from './chargeKind.ts';
import { type Cents, cents, smaller, subtract, ZERO } from './money.ts';

/** How much of a payment pays one charge. */
export type Allocation = { chargeId: number; cents: Cents };

/** A payment spread over the open charges of one account; what is over becomes the account's unapplied credit. */
export type Spread = { allocations: Allocation[]; unappliedCents: Cents };

/**
 * Spreads a payment over open charges: kinds in the district's order, the oldest due day first within a kind, then the
 * older charge. The parts and the rest always sum to the amount.
 * @param amount what the payer gives for this account, above zero
 */
export function spread(amount: Cents, charges: readonly OpenCharge[], order: readonly ChargeKind[]): Spread {
  assert(amount > 0, 'only an amount above zero can be spread');
  let left = amount;
  const allocations: Allocation[] = [];
  for (const charge of inOrder(charges, order)) {
    if (left === 0) break;
    const part = smaller(left, cents(charge.openCents));
    allocations.push({ chargeId: charge.chargeId, cents: part });
    left = subtract(left, part);
  }
  return { allocations, unappliedCents: left };
}

/** Pays charges that the payer named, each in full or in part, and nothing else. */
export function spreadNamed(named: readonly Allocation[]): Spread {
  return { allocations: [...named], unappliedCents: ZERO };
}

/** Open charges in the order in which a part payment pays them. */
export function inOrder(charges: readonly OpenCharge[], order: readonly ChargeKind[]): OpenCharge[] {
  return [...charges].sort(
    (left, right) =>
      order.indexOf(left.kind) - order.indexOf(right.kind) ||
      (left.dueDay < right.dueDay ? -1 : left.dueDay > right.dueDay ? 1 : left.chargeId - right.chargeId),
  );
}
