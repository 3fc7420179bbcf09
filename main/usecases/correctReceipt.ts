import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import type { Personal } from '#domain/entry';
import { cents, ZERO } from '#domain/money';
import type { Correction } from '#domain/undo';
import { correctionPostings } from '#domain/undoPostings';
import { ownersOf } from '#main/views/askedLines';
import { type Correcting, corrected } from '#main/views/correcting';
import type { Context } from './context.ts';
import { keptTender } from './keptTenders.ts';
import { undoerOf, writeUndo } from './undone.ts';

/** Moves one line or one tender of a receipt to where it belongs. No money moves (design §6). */
export function correctReceipt(tx: Tx, input: Parsed<'correctReceipt'>, at: Context): Output<'correctReceipt'> {
  const { undoable, correcting, mark } = corrected(tx, input, undoerOf(at));
  const correction = kept(correcting, at);
  const label = writeUndo(
    tx,
    'correction',
    {
      undoable,
      payload: { correction, reason: input.reason },
      postings: correctionPostings(undoable.undone, correction, at.policy.funds),
      mark,
      approval: input.approval,
      words: input.words,
      ...ownersAt(input.correction),
    },
    at,
  );
  return { label, receipt: input.label };
}

/** Whose the money may be, by the place of the line from which it goes into suspense. */
function ownersAt(correction: Parsed<'correctReceipt'>['correction']): Pick<Personal, 'owners'> {
  if (correction.what === 'tender') return {};
  const { owners } = ownersOf([correction.to]);
  return owners === undefined ? {} : { owners: owners.map((owner) => ({ ...owner, line: correction.place })) };
}

function kept(correcting: Correcting, at: Context): Correction {
  if (correcting.what === 'line') return correcting;
  return { ...correcting, to: keptTender(correcting.to, cents(correcting.to.cents), ZERO, at) };
}
