import type { Output, Parsed } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import { SLIP_WIDTH } from '#printing/slip';
import { slipText } from '#printing/slipText';
import type { ReadyContext } from './context.ts';
import { documentOf } from './document.ts';
import { mustMaySee } from './totalsHidden.ts';

/** The text of a slip as it prints. */
export function slip(db: StationDb, input: Parsed<'slip'>, at: ReadyContext): Output<'slip'> {
  mustMaySee(db, input.document, at.person);
  return { width: SLIP_WIDTH, rows: slipText(documentOf(db, input.document)) };
}
