import type { Output, Parsed } from '#contract/contract';
import { documentPositionOf } from '#db/station/documentPosition';
import { anyEntryAt } from '#db/station/journal';
import { slipMessageOf } from '#db/station/messages';
import type { StationDb } from '#db/station/open';
import { cameOut, lastPrintJobOf } from '#db/station/printJobs';
import { receiptOf } from '#db/station/receipts';
import type { BusinessDay } from '#domain/businessDay';
import { refuse } from '#domain/refusal';
import { reprintMark } from '#main/chain/marks';
import { isBlindTo, type Looker } from './blindTo.ts';
import type { ReadyContext } from './context.ts';
import { mustMaySee } from './totalsHidden.ts';

type Asked = Pick<Parsed<'reprintProposal'>, 'label' | 'document'>;

/** Another print of a slip, worked out: of which day, as which copy, and whether a second person must agree. */
export type Reprinting = {
  businessDay: BusinessDay;
  copy: number;
  needsApproval: boolean;
  mark: string;
  /** Without the amounts that somebody has still to count. */
  blind: boolean;
};

/** Which copy another print of a slip would be, and whether that needs a second person. */
export function reprintProposal(
  db: StationDb,
  input: Parsed<'reprintProposal'>,
  at: ReadyContext,
): Output<'reprintProposal'> {
  const { copy, needsApproval, mark } = reprinting(db, input, at);
  return { copy, needsApproval, mark };
}

/**
 * Another print of a slip, or the first where none was wanted. One that came out may be handed in twice, so a second
 * person agrees to another (design §8); where the printer failed, or nobody knows, it is still the first.
 */
export function reprinting(db: StationDb, { label, document }: Asked, by: Looker): Reprinting {
  mustMaySee(db, { kind: document, label }, by);
  const entry = anyEntryAt(db, positionOf(db, label, document));
  const copy = copiesOf(db, document, label) + 1;
  return {
    businessDay: entry.businessDay,
    copy,
    blind: isBlindTo(db, entry, by),
    needsApproval: cameOut(db, document, label),
    mark: reprintMark(document, label, copy, by.person.person),
  };
}

/** How many copies of a slip there are or may be: the last print's number; or one, that went out as a PDF by e-mail. */
function copiesOf(db: StationDb, document: Asked['document'], label: string): number {
  const mailed = document === 'receipt' && slipMessageOf(db, label) !== null ? 1 : 0;
  return lastPrintJobOf(db, document, label)?.copy ?? mailed;
}

/** The entry that a document is made of. */
function positionOf(db: StationDb, label: string, document: Asked['document']): number {
  const isOfReceipt = document === 'receipt' || document === 'void' || document === 'permit';
  if (isOfReceipt && !receiptOf(db, label)) refuse('receipt_unknown', { label });
  return documentPositionOf(db, document, label) ?? refuse('slip_unknown');
}
