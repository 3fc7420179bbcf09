import type { Output, Parsed } from '#contract/contract';
import { custodyOf } from '#db/station/custody';
import { anyEntryAt } from '#db/station/journal';
import { slipMessageOf } from '#db/station/messages';
import type { StationDb } from '#db/station/open';
import { cameOut, lastPrintJobOf } from '#db/station/printJobs';
import { receiptOf, voidPositionOf } from '#db/station/receipts';
import { undoOf } from '#db/station/undos';
import { zPosition } from '#db/station/zReports';
import type { BusinessDay } from '#domain/businessDay';
import { refuse } from '#domain/refusal';
import { reprintMark } from '#main/chain/marks';
import { isPermit } from '#printing/permitSlip';
import { isBlindTo, type Looker } from './blindTo.ts';
import type { ReadyContext } from './context.ts';
import { mustMaySee } from './totalsHidden.ts';

type Asked = Pick<Parsed<'reprintProposal'>, 'label' | 'document'>;

/** Another print of a slip, worked out: of which entry, as which copy, and whether a second person must agree. */
export type Reprinting = {
  position: number;
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
  const position = positionOf(db, label, document);
  const entry = anyEntryAt(db, position);
  const copy = copiesOf(db, document, label) + 1;
  return {
    position,
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
  switch (document) {
    case 'correction':
    case 'reversal':
    case 'refund': {
      const undo = undoOf(db, label);
      return undo?.kind === document ? undo.position : refuse('slip_unknown');
    }
    case 'z':
      return zPosition(db, label) ?? refuse('slip_unknown');
    case 'receipt':
    case 'void':
    case 'permit': {
      const { position } = receiptOf(db, label) ?? refuse('receipt_unknown', { label });
      if (document === 'void') return voidPositionOf(db, position) ?? refuse('slip_unknown');
      const issued = anyEntryAt(db, position);
      const hasPermit = issued.kind === 'receipt_issued' && issued.payload.lines.some(isPermit);
      return document === 'receipt' || hasPermit ? position : refuse('slip_unknown');
    }
    default:
      return (custodyOf(db, document, label) ?? refuse('slip_unknown')).position;
  }
}
