import * as z from 'zod';
import { BarsCode, type FundAndBars, FundNumber, FundAndBars as Place } from './fundAndBars.ts';

/**
 * Where the journal's own accounts stand in the chart. The first four are always needed; the others once days go out to
 * finance, each as soon as something stands there.
 */
export const Standing = z.strictObject({
  overShort: Place,
  unapplied: Place,
  suspense: Place,
  rounding: Place,
  /** Cash, checks and money orders from the drawer to the bag. */
  cashOnHand: Place.optional(),
  /** What lies in the safe to make change with, and where it came from. */
  changeFund: Place.optional(),
  changeFundSource: Place.optional(),
  /** On the way to the bank, until the statement says what arrived; in a fund with a bank account of its own, its code there. */
  depositsInTransit: Place.optional(),
  cardClearing: Place.optional(),
  /** Checks or cards that did not agree, until that is explained. */
  difference: Place.optional(),
  /** Owed to payers until a warrant is issued. */
  refundsPayable: Place.optional(),
  /** With the county: the fund is that of its receipt. */
  treasurer: BarsCode.optional(),
  /**
   * The fund in which pooled money lies. Every other fund has a claim on it (due from, or its own cash code), and it
   * owes as much (due to, or its cash code), so that each fund balances by itself.
   */
  pool: z.strictObject({ fund: FundNumber, claim: BarsCode, owed: BarsCode }).optional(),
});
export type Standing = z.infer<typeof Standing>;

/**
 * Every place of the chart that is named there, by its name in the policy; a code without a fund holds in each of `funds`,
 * and that of deposits in transit in each fund that is deposited by itself.
 */
export function standingPlaces(
  { treasurer, pool, ...places }: Standing,
  funds: readonly string[],
  depositedByFund: readonly string[],
): (FundAndBars & { name: string })[] {
  const { depositsInTransit } = places;
  const others = funds.filter((fund) => fund !== pool?.fund);
  return [
    ...Object.entries(places).flatMap(([name, place]) => (place === undefined ? [] : [{ name, ...place }])),
    ...(depositsInTransit === undefined
      ? []
      : depositedByFund.map((fund) => ({ name: 'depositsInTransit', fund, bars: depositsInTransit.bars }))),
    ...(treasurer === undefined ? [] : funds.map((fund) => ({ name: 'treasurer', fund, bars: treasurer }))),
    ...(pool === undefined
      ? []
      : [
          { name: 'pool.owed', fund: pool.fund, bars: pool.owed },
          ...others.map((fund) => ({ name: 'pool.claim', fund, bars: pool.claim })),
        ]),
  ];
}
