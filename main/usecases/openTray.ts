import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { openingTray } from '#main/views/openingTray';
import type { Context } from './context.ts';
import { writeCustody } from './custodyWritten.ts';

/** Opens the tray although no money moves: who, why, and who agreed. */
export function openTray(tx: Tx, input: Parsed<'openTray'>, at: Context): Output<'openTray'> {
  const { reason, words, approval } = input;
  const { own, mark } = openingTray(tx, input, at.actor.person);
  const label = writeCustody(tx, 'no-sale', { own, payload: { reason }, postings: [], mark, approval, words }, at);
  return { label };
}
