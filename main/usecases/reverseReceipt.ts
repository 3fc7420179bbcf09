import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { reversalPostings } from '#domain/undoPostings';
import { reversedWhole } from '#main/views/reversing';
import type { Context } from './context.ts';
import { undoerOf, writeUndo } from './undone.ts';

/** Cancels a receipt that never was, after its drawer closed: against the difference that it caused there (design §6). */
export function reverseReceipt(tx: Tx, input: Parsed<'reverseReceipt'>, at: Context): Output<'reverseReceipt'> {
  const { undoable, reversing, mark } = reversedWhole(tx, input, undoerOf(at));
  const label = writeUndo(
    tx,
    'reversal',
    {
      undoable,
      payload: { ...reversing, reason: input.reason },
      postings: reversalPostings(input.label, reversing, at.policy.funds),
      mark,
      approval: input.approval,
      words: input.words,
    },
    at,
  );
  return { label, receipt: input.label };
}
