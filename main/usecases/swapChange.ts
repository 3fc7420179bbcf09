import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { swapping } from '#main/views/swapping';
import type { Context } from './context.ts';
import { writeCustody } from './custodyWritten.ts';

/** Gives pieces of the drawer to the safe for as much in others. No money moves between accounts. */
export function swapChange(tx: Tx, input: Parsed<'swapChange'>, at: Context): Output<'swapChange'> {
  const { out, in: into, approval } = input;
  const { own, cents, mark } = swapping(tx, input, at.actor.person);
  const payload = { out, in: into, cents };
  const about = { own, payload, postings: [], takesOut: cents, mark, approval, words: undefined };
  return { label: writeCustody(tx, 'swap', about, at).label, cents };
}
