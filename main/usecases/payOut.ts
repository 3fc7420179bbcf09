import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { cashPaidOut } from '#domain/custodyPostings';
import type { Refusal } from '#domain/refusal';
import { payingOut } from '#main/views/payingOut';
import { cashOutRefused } from './cashOutRefused.ts';
import type { Context } from './context.ts';
import { writeCustody } from './custodyWritten.ts';

/** Pays cash out of the drawer for something that is no refund: counted, with what bears it, why, and what proves it. */
export function payOut(tx: Tx, input: Parsed<'payOut'>, at: Context): Output<'payOut'> | Refusal {
  const { pieces, place, reason, approval } = input;
  const { own, cents, attachment, mark } = payingOut(tx, input, at.actor.person, at.policy);
  const refused = cashOutRefused(tx, { drawer: own.drawer, what: 'paid-out', cents, mark, approval }, at);
  if (refused) return refused;
  const payload = { batch: own.batch, pieces, cents, place, attachment };
  const postings = cashPaidOut(own.drawer, place, cents);
  const label = writeCustody(tx, 'paid-out', { own, payload, postings, mark, approval, words: reason }, at);
  return { label, cents };
}
