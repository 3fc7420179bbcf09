import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { reversed } from '#domain/posting';
import { cashIn } from '#domain/receipt';
import type { Refusal } from '#domain/refusal';
import { voiding } from '#main/views/voiding';
import { approved } from './approved.ts';
import { cashOutRefused } from './cashOutRefused.ts';
import type { Context } from './context.ts';
import { noticesTo } from './noticesTo.ts';

/** Cancels a receipt while its drawer is open. The number stays used; the charges open again. */
export function voidReceipt(tx: Tx, input: Parsed<'voidReceipt'>, at: Context): Output<'voidReceipt'> | Refusal {
  const { label, reason } = input;
  const { drawer, issued, slip, mark } = voiding(tx, input, at.actor.person);
  const cashBackCents = cashIn(issued.entry.payload);
  if (cashBackCents > 0) {
    const back = { drawer: drawer.drawer, what: 'void' as const, cents: cashBackCents, mark };
    const refused = cashOutRefused(tx, { ...back, approval: input.approval }, at);
    if (refused) return refused;
  }
  const yes = approved(tx, input.approval, mark, at);

  // From here on the void must succeed.
  const receipt = issued.entry.payload;
  const { payer } = issued.personal ?? {};
  const what = {
    kind: 'receipt_voided' as const,
    payload: { receipt, issuedSequence: issued.entry.sequence, reason, slip, mark },
  };
  const personal = {
    ...(payer === undefined ? {} : { payer }),
    ...(input.words === undefined ? {} : { words: input.words }),
    ...noticesTo(tx, what, receipt.lines),
  };
  const { businessDay } = drawer;
  record(tx, { ...what, businessDay, postings: reversed(issued.entry.postings), personal, ...yes }, at);
  return { label, cashBackCents };
}
