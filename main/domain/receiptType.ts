import * as z from 'zod';
import { assert } from './assert.ts';
import { BusinessDay } from './businessDay.ts';
import { FundAndBars } from './fundAndBars.ts';
import { FIELDS_MAX, QUANTITY_MAX, type Share } from './line.ts';
import { allocate, CENTS_MAX, type Cents, cents, sum, times } from './money.ts';
import { OtherNames } from './otherNames.ts';
import { Role } from './role.ts';
import { isPlain, lineOfText, NAME_MAX } from './text.ts';

const Worth = z.int().min(0).max(CENTS_MAX).describe('cents');

/**
 * What one unit costs. `open`: the cashier types the amount. `each`: so much for one. `tiers`: units up to a number at
 * one price and those beyond at the next, as fee schedules have it; the last tier has no end.
 */
export const Price = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('each'), cents: Worth }),
  z.strictObject({
    kind: z.literal('tiers'),
    tiers: z
      .array(z.strictObject({ upTo: z.int().min(1).max(QUANTITY_MAX).nullable(), eachCents: Worth }))
      .min(1)
      .max(20)
      .refine((tiers) => tiers.every((tier, place) => (tier.upTo === null) === (place === tiers.length - 1)), {
        error: 'must end with one tier that has no end',
      })
      .refine((tiers) => tiers.every((tier, place) => rises(tiers[place - 1]?.upTo, tier.upTo)), {
        error: 'must rise from tier to tier',
      }),
  }),
]);
export type Price = z.infer<typeof Price>;

/** One thing that a receipt type asks the payer. */
export const TypeField = z.strictObject({
  name: lineOfText(40),
  kind: z.enum(['text', 'number', 'day', 'parcel']),
  required: z.boolean(),
});
export type TypeField = z.infer<typeof TypeField>;

/** What a receipt may be for, beside payments on accounts: a permit, a fee, a deposit. Part of the dated policy. */
export const ReceiptType = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  name: lineOfText(NAME_MAX),
  /** What the payer's slip and display call it beside English. */
  names: OtherNames.optional(),
  /** What one of it is called, such as `page`; empty where there is only ever one. */
  unit: z.string().max(20),
  /** By the day from which each holds, the latest that has begun counts. */
  prices: z
    .array(z.strictObject({ from: BusinessDay, price: Price }))
    .min(1)
    .max(50),
  /** Percentages that come to 100, or null: the cashier chooses a place of the chart. */
  distribution: z
    .array(FundAndBars.extend({ percent: z.int().min(1).max(100) }))
    .min(1)
    .max(10)
    .refine((parts) => parts.reduce((total, part) => total + part.percent, 0) === 100, { error: 'must come to 100' })
    .nullable(),
  fields: z.array(TypeField).max(FIELDS_MAX),
  /** Whether it belongs to an account. */
  account: z.enum(['none', 'optional', 'required']),
  prints: z.enum(['nothing', 'permit']),
  roles: z.array(Role).min(1),
});
export type ReceiptType = z.infer<typeof ReceiptType>;

/** The price in force on a day, or null before the first. */
export function priceOn(type: Pick<ReceiptType, 'prices'>, day: BusinessDay): Price | null {
  const begun = type.prices.filter((dated) => dated.from <= day);
  return (
    begun.reduce<(typeof begun)[number] | null>(
      (latest, dated) => (latest === null || dated.from > latest.from ? dated : latest),
      null,
    )?.price ?? null
  );
}

/** So many units at one price each. */
export type PricedUnits = { units: number; eachCents: Cents };

/** How many units cost how much each, tier by tier; null where the price is open. */
export function pricedUnits(price: Price, quantity: number): PricedUnits[] | null {
  assert(Number.isSafeInteger(quantity) && quantity > 0, `${quantity} is no quantity`);
  switch (price.kind) {
    case 'open':
      return null;
    case 'each':
      return [{ units: quantity, eachCents: cents(price.cents) }];
    case 'tiers': {
      let from = 0;
      return price.tiers.flatMap((tier) => {
        const to = Math.min(tier.upTo ?? quantity, quantity);
        const units = Math.max(0, to - from);
        from = Math.max(from, to);
        return units > 0 ? [{ units, eachCents: cents(tier.eachCents) }] : [];
      });
    }
  }
}

/** What so many units cost, or null where the price is open. */
export function priceOf(price: Price, quantity: number): Cents | null {
  const priced = pricedUnits(price, quantity);
  return priced && sum(priced.map(({ units, eachCents }) => times(eachCents, units)));
}

/** Whether the answer to a field is written as its kind asks: `12.5`, `2026-11-23`, `0418-22-0071`. */
export function isWritten(kind: TypeField['kind'], text: string): boolean {
  switch (kind) {
    case 'text':
      return isPlain(text);
    case 'number':
      return /^\d{1,12}(\.\d{1,4})?$/.test(text);
    case 'day':
      return BusinessDay.safeParse(text).success;
    case 'parcel':
      return /^[0-9A-Z][0-9A-Z-]{2,29}$/.test(text);
  }
}

/** An amount over the percentages of a distribution; the shares always sum to the cent, and none is empty. */
export function sharesOf(amount: Cents, distribution: NonNullable<ReceiptType['distribution']>): Share[] {
  const parts = allocate(
    amount,
    distribution.map((part) => part.percent),
  );
  return distribution
    .map(({ fund, bars }, place) => ({ fund, bars, cents: parts[place] ?? 0 }))
    .filter((share) => share.cents > 0);
}

function rises(before: number | null | undefined, here: number | null): boolean {
  return before === undefined || here === null || (before !== null && here > before);
}
