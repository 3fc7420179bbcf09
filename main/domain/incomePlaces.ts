import type { Policy } from './district.ts';
import type { FundAndBars } from './fundAndBars.ts';
import { standingPlaces } from './standing.ts';

/** Whether the station books to a place of the chart itself: a receivable of a fund, or where the journal's own accounts stand. */
export function isKeptByStation({ funds, standing }: Pick<Policy, 'funds' | 'standing'>, place: FundAndBars): boolean {
  const isReceivable = funds.some(
    ({ fund, basis }) => fund === place.fund && basis.kind === 'accrual' && basis.receivable === place.bars,
  );
  // Any fund may have a bank account of its own, today or before.
  const all = funds.map(({ fund }) => fund);
  const kept = standingPlaces(standing, all, all);
  return isReceivable || kept.some(({ fund, bars }) => fund === place.fund && bars === place.bars);
}

/** The places of the chart that income goes to: a cashier may choose among these. */
export function incomePlaces(policy: Pick<Policy, 'chart' | 'funds' | 'standing'>): Policy['chart'] {
  return policy.chart.filter((place) => !isKeptByStation(policy, place));
}
