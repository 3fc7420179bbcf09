import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { applyLines } from '#db/station/receipts';
import { cents } from '#domain/money';
import { refundPostings } from '#domain/undoPostings';
import { refunded } from '#main/views/refunding';
import type { Context } from './context.ts';
import { undoerOf, writeUndo } from './undone.ts';

/** Pays money of a receipt back: from the drawer, to the card, or by warrant, with a number and slip of its own. */
export function refundReceipt(tx: Tx, input: Parsed<'refundReceipt'>, at: Context): Output<'refundReceipt'> {
  const { undoable, refunding, mark } = refunded(tx, input, undoerOf(at));
  const { means } = refunding;
  const given = cents(refunding.cents);
  const takesOut = means.kind === 'cash' ? { drawer: means.drawer, cents: given } : undefined;
  const { label, position } = writeUndo(
    tx,
    'refund',
    {
      undoable,
      payload: { ...refunding, reason: input.reason },
      postings: refundPostings(input.label, refunding, at.policy.funds),
      mark,
      approval: input.approval,
      words: input.words,
      kick: takesOut !== undefined,
      takesOut,
    },
    at,
  );
  applyLines(
    tx,
    position,
    refunding.parts.map((part) => part.line),
    -1,
  );
  return { label, receipt: input.label, cents: given, cashBackCents: takesOut?.cents ?? 0 };
}
