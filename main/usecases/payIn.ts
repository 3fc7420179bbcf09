import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { cashPaidIn } from '#domain/custodyPostings';
import { payingIn } from '#main/views/payingIn';
import type { Context } from './context.ts';
import { writeCustody } from './custodyWritten.ts';

/** Puts cash into the drawer that is no receipt: counted, with where it comes from and why. */
export function payIn(tx: Tx, input: Parsed<'payIn'>, at: Context): Output<'payIn'> {
  const { pieces, place, reason, approval } = input;
  const { own, cents, mark } = payingIn(tx, input, at.actor.person, at.policy);
  const payload = { batch: own.batch, pieces, cents, place };
  const postings = cashPaidIn(own.drawer, place, cents);
  const label = writeCustody(tx, 'paid-in', { own, payload, postings, mark, approval, words: reason }, at);
  return { label, cents };
}
