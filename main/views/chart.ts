import type { Output, Parsed } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import { incomePlaces } from '#domain/incomePlaces';
import type { ReadyContext } from './context.ts';

/** The district's chart of accounts, by fund and BARS code, and where a cashier may take income to. */
export function chart(_db: StationDb, _input: Parsed<'chart'>, at: ReadyContext): Output<'chart'> {
  return { accounts: at.policy.chart, places: incomePlaces(at.policy) };
}
