import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { reprinting } from '#main/views/reprinting';
import { approved } from './approved.ts';
import type { Context } from './context.ts';

/**
 * Prints a slip again, or for the first time where the payer wanted none. Again, it says DUPLICATE and which copy it is.
 * The journal says who asked (F63) and, where the slip had come out before, who agreed. Who may have to count a drop
 * gets its half without amounts.
 */
export function reprintReceipt(tx: Tx, input: Parsed<'reprintReceipt'>, at: Context): Output<'reprintReceipt'> {
  const { label, document } = input;
  const { businessDay, copy, blind, needsApproval, mark } = reprinting(tx, input, {
    person: at.actor,
    policy: at.policy,
  });
  const isAgreed = needsApproval || input.approval !== undefined;
  const yes = isAgreed ? approved(tx, input.approval, mark, at) : null;

  // From here on it must succeed.
  const payload = {
    ...{ label, copy },
    ...(document === 'receipt' ? {} : { document }),
    ...(blind ? { blind } : {}),
  };
  record(tx, { kind: 'receipt_reprinted', businessDay, payload, ...yes }, at);
  return { label, copy };
}
