import type { FundAndBars } from './fundAndBars.ts';

/** The groups into which the State Auditor divides funds, by the first of their three digits. */
export const FUND_GROUPS = ['000', '100', '200', '300', '400', '500', '600', '700'] as const;
export type FundGroup = (typeof FUND_GROUPS)[number];

/**
 * The State Auditor's chart, as far as its files were brought: every code that may be reported, and in which groups of
 * funds each may be used. Null: that file was not brought.
 */
export type StateChart = {
  codes: ReadonlySet<string> | null;
  allowed: ReadonlyMap<string, ReadonlySet<FundGroup>> | null;
};

/** What is wrong with a place of a district's chart, by the State Auditor's; null when nothing is. */
export function faultOf({ fund, bars }: FundAndBars, chart: StateChart): 'not_listed' | 'not_in_fund' | null {
  if (chart.codes !== null && !waysToList(bars).some((code) => chart.codes?.has(code))) return 'not_listed';
  if (chart.allowed === null) return null;
  const groups = waysToList(bars).flatMap((code) => [...(chart.allowed?.get(code) ?? [])]);
  return groups.some((group) => group[0] === fund[0]) ? null : 'not_in_fund';
}

/** Whole, or without its object: accounts of expense are listed by their first five digits alone. */
function waysToList(bars: string): string[] {
  return [bars, bars.slice(0, 5)];
}
