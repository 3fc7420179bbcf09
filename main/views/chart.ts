import type { Output, Parsed } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import type { ReadyContext } from './context.ts';

/** The district's chart of accounts, by fund and BARS code. */
export function chart(_db: StationDb, _input: Parsed<'chart'>, at: ReadyContext): Output<'chart'> {
  return { accounts: at.policy.chart };
}
