import type { Output, Parsed } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import { SLIP_WIDTH } from '#printing/slip';
import { slipText } from '#printing/slipText';
import type { ReadyContext } from './context.ts';
import { documentSeen } from './documentSeen.ts';

/** The text of a slip as it prints. */
export function slip(db: StationDb, input: Parsed<'slip'>, at: ReadyContext): Output<'slip'> {
  return { width: SLIP_WIDTH, rows: slipText(documentSeen(db, input.document, at)) };
}
