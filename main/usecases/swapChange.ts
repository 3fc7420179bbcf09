import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import type { Refusal } from '#domain/refusal';
import { swapping } from '#main/views/swapping';
import { cashOutRefused } from './cashOutRefused.ts';
import type { Context } from './context.ts';
import { writeCustody } from './custodyWritten.ts';

/** Gives pieces of the drawer to the safe for as much in others. No money moves between accounts. */
export function swapChange(tx: Tx, input: Parsed<'swapChange'>, at: Context): Output<'swapChange'> | Refusal {
  const { out, in: into, approval } = input;
  const { own, cents, mark } = swapping(tx, input, at.actor.person);
  const refused = cashOutRefused(tx, { drawer: own.drawer, what: 'swap', cents, mark, approval }, at);
  if (refused) return refused;
  const payload = { out, in: into, cents };
  const about = { own, payload, postings: [], mark, approval, words: undefined };
  return { label: writeCustody(tx, 'swap', about, at), cents };
}
