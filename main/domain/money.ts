import { dinero, allocate as dineroAllocate, toDecimal, toSnapshot, USD } from 'dinero.js/bigint';
import { assert } from './assert.ts';

declare const brand: unique symbol;

/** Whole cents, a safe integer: amounts, and whatever they sum to. Made only by {@link cents} and the arithmetic here. */
export type Cents = number & { readonly [brand]: 'cents' };

/**
 * The largest amount that anybody types, counts or reads off a slip, in cents: a cent below ten million dollars. Far beyond
 * what a counter sees, and so small that millions of them add up exactly.
 */
export const AMOUNT_MAX = 999_999_999;

/** The largest amount that an entry may tell of one thing: 100 billion dollars, in cents. What they sum to may be more. */
export const CENTS_MAX = 10_000_000_000_000;

/** Takes a plain integer as cents. Asserts that it is whole and small enough to be exact. */
export function cents(value: number): Cents {
  assert(Number.isSafeInteger(value), `${value} is not a whole number of cents that this system can hold`);
  // `+ 0` turns a minus zero into zero, so that no screen ever shows "−0.00" (F51).
  return (value + 0) as Cents;
}

export const ZERO = cents(0);

export function add(left: Cents, right: Cents): Cents {
  return cents(left + right);
}

export function subtract(left: Cents, right: Cents): Cents {
  return cents(left - right);
}

export function negate(value: Cents): Cents {
  return cents(0 - value);
}

export function absolute(value: Cents): Cents {
  return cents(Math.abs(value));
}

export function smaller(left: Cents, right: Cents): Cents {
  return left < right ? left : right;
}

/** How many cents so many pieces of one worth are. */
export function times(worth: Cents, pieces: number): Cents {
  return cents(worth * pieces);
}

export function sum(values: Iterable<Cents>): Cents {
  let total = 0;
  for (const value of values) total += value;
  return cents(total);
}

/**
 * Splits an amount by whole-number weights. The parts always sum to the amount; odd cents go
 * to the parts of the largest weights, among equals to the first.
 * @param weights at least one, none negative, not all zero
 */
export function allocate(amount: Cents, weights: readonly number[]): Cents[] {
  assert(weights.length > 0, 'an amount cannot be split over no parts');
  const parts = dineroAllocate(money(amount), weights.map(BigInt));
  return parts.map((part) => cents(Number(toSnapshot(part).amount)));
}

/** `1264.65` → "1,264.65"; a negative amount carries a true minus sign: "−4.25". No currency sign. */
export function formatAmount(amount: Cents): string {
  const [units = '', fraction = ''] = toDecimal(money(absolute(amount))).split('.');
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '−' : ''}${grouped}.${fraction}`;
}

/** As {@link formatAmount}, with "+" before what is above zero: for over and short. */
export function formatSigned(amount: Cents): string {
  return amount > 0 ? `+${formatAmount(amount)}` : formatAmount(amount);
}

function money(amount: Cents) {
  return dinero({ amount: BigInt(amount), currency: USD });
}
