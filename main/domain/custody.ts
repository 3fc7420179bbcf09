import * as z from 'zod';
import type { Policy } from './district.ts';
import type { FundAndBars } from './fundAndBars.ts';
import { isKeptByStation } from './incomePlaces.ts';

/** Why a tray is opened without money moving. */
export const NoSaleReason = z.enum(['make_change', 'put_in_order', 'try_tray', 'other']);
export type NoSaleReason = z.infer<typeof NoSaleReason>;

/** How cash leaves a drawer with a second person's yes. */
export const CashOut = z.enum(['paid-out', 'swap', 'refund', 'void']);
export type CashOut = z.infer<typeof CashOut>;

/** What is wrong with a place of the chart for cash that is no receipt; null when nothing is. */
export function placeFault(
  policy: Pick<Policy, 'chart' | 'funds' | 'standing'>,
  { fund, bars }: FundAndBars,
): 'chart_unknown' | 'chart_kept' | null {
  if (!policy.chart.some((known) => known.fund === fund && known.bars === bars)) return 'chart_unknown';
  return isKeptByStation(policy, { fund, bars }) ? 'chart_kept' : null;
}
