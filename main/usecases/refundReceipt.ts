import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { cents } from '#domain/money';
import type { Refusal } from '#domain/refusal';
import { refundPostings } from '#domain/undoPostings';
import { refunded } from '#main/views/refunding';
import { cashOutRefused } from './cashOutRefused.ts';
import type { Context } from './context.ts';
import { undoerOf, writeUndo } from './undone.ts';

/** Pays money of a receipt back: from the drawer, to the card, or by warrant, with a number and slip of its own. */
export function refundReceipt(tx: Tx, input: Parsed<'refundReceipt'>, at: Context): Output<'refundReceipt'> | Refusal {
  const { undoable, refunding, mark } = refunded(tx, input, undoerOf(at));
  const { means } = refunding;
  const given = cents(refunding.cents);
  const cashBackCents = means.kind === 'cash' ? given : cents(0);
  if (means.kind === 'cash') {
    const asked = { drawer: means.drawer, what: 'refund' as const, cents: given, mark, approval: input.approval };
    const refused = cashOutRefused(tx, asked, at);
    if (refused) return refused;
  }
  const label = writeUndo(
    tx,
    'refund',
    {
      undoable,
      payload: { ...refunding, reason: input.reason },
      postings: refundPostings(input.label, refunding, at.policy.funds),
      mark,
      approval: input.approval,
      words: input.words,
    },
    at,
  );
  return { label, receipt: input.label, cents: given, cashBackCents };
}
