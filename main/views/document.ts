import type { DocumentRef } from '#contract/shapes';
import { identity } from '#db/station/identity';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { currentPolicy } from '#db/station/policy';
import { receiptOf, voidPositionOf } from '#db/station/receipts';
import { undoOf } from '#db/station/undos';
import { zPosition } from '#db/station/zReports';
import type { Language } from '#domain/account';
import { never } from '#domain/assert';
import { type CustodySlip, isCustodySlip } from '#domain/custodySlip';
import { refuse } from '#domain/refusal';
import { noticeSlip } from '#printing/noticeSlip';
import { isPermit, permitSlip } from '#printing/permitSlip';
import { receiptSlip } from '#printing/receiptSlip';
import type { Slip } from '#printing/slip';
import type { SlipFacts } from '#printing/slipParts';
import { correctionSlip, refundSlip, reversalSlip } from '#printing/undoSlip';
import { voidSlip } from '#printing/voidSlip';
import { zSlip } from '#printing/zSlip';
import { countsOf } from './counts.ts';
import { custodyDocument } from './custodyDocument.ts';
import { drawerMoves } from './drawerMoves.ts';
import { noticeLabelled, noticeOf } from './notice.ts';
import { isCancelled } from './standing.ts';

/** How a document comes out: as which copy, and whether without the amounts that somebody has still to count. */
export type Print = { copy: number; blind: boolean };

/** A document of this station, made again from its journal entry: what it was is never stored twice. */
export function documentOf(
  db: StationDb,
  { kind, label }: DocumentRef,
  print: Print = { copy: 1, blind: false },
): Slip {
  const facts = factsOf(db);
  if (isCustodySlip(kind)) return custodyDocument(db, { kind, label }, facts, print);
  return otherDocument(db, { kind, label }, facts, print);
}

type Other = { kind: Exclude<DocumentRef['kind'], CustodySlip>; label: string };

function otherDocument(db: StationDb, document: Other, facts: SlipFacts, print: Print): Slip {
  const { copy } = print;
  switch (document.kind) {
    case 'receipt': {
      const known = receiptOf(db, document.label) ?? refuse('slip_unknown');
      return receiptSlip(entryAt(db, known.position, 'receipt_issued'), facts, {
        copy,
        isVoid: isCancelled(db, known.position),
      });
    }
    case 'void': {
      const known = receiptOf(db, document.label) ?? refuse('slip_unknown');
      const position = voidPositionOf(db, known.position) ?? refuse('slip_unknown');
      return voidSlip(entryAt(db, position, 'receipt_voided'), facts, { copy });
    }
    case 'z':
      return zDocument(db, document.label, facts, print);
    case 'permit': {
      const known = receiptOf(db, document.label) ?? refuse('slip_unknown');
      const issued = entryAt(db, known.position, 'receipt_issued');
      if (!issued.entry.payload.lines.some(isPermit)) refuse('slip_unknown');
      return permitSlip(issued, facts, { copy, isVoid: isCancelled(db, known.position) });
    }
    case 'correction':
    case 'reversal':
    case 'refund':
      return undoDocument(db, document.kind, document.label, copy);
    case 'notice': {
      const { recorded, holder } = noticeOf(db, noticeLabelled(db, document.label));
      return noticeSlip(recorded, holder, facts);
    }
    default:
      return never(document.kind);
  }
}

function zDocument(db: StationDb, label: string, facts: SlipFacts, { copy, blind }: Print): Slip {
  const closed = entryAt(db, zPosition(db, label) ?? refuse('slip_unknown'), 'drawer_closed');
  const { drawer, countNumber, cashier } = closed.entry.payload;
  const counted = countsOf(db, drawer).find((count) => count.countNumber === countNumber);
  const countedBy = counted?.countedBy ?? cashier;
  return zSlip(closed, facts, { copy, countedBy, moved: drawerMoves(db, drawer), isToCount: blind });
}

/** The slip of an undo, in the language that the payer's receipt was printed in. */
function undoDocument(db: StationDb, kind: 'correction' | 'reversal' | 'refund', label: string, copy: number): Slip {
  const facts = factsOf(db);
  const position = undoPosition(db, { kind, label });
  const print = (receipt: string) => ({ copy, language: languageOf(db, receipt) });
  switch (kind) {
    case 'correction': {
      const recorded = entryAt(db, position, 'receipt_corrected');
      return correctionSlip(recorded, facts, print(recorded.entry.payload.receipt));
    }
    case 'reversal': {
      const recorded = entryAt(db, position, 'receipt_reversed');
      return reversalSlip(recorded, facts, print(recorded.entry.payload.receipt));
    }
    case 'refund': {
      const recorded = entryAt(db, position, 'refund_issued');
      return refundSlip(recorded, facts, print(recorded.entry.payload.receipt));
    }
  }
}

/** The payer's language, as the receipt kept it: what undoes a receipt is read by the same person. */
function languageOf(db: StationDb, label: string): Language {
  const known = receiptOf(db, label) ?? refuse('slip_unknown');
  return entryAt(db, known.position, 'receipt_issued').entry.payload.language;
}

function undoPosition(db: StationDb, { kind, label }: DocumentRef): number {
  const undo = undoOf(db, label);
  return undo?.kind === kind ? undo.position : refuse('slip_unknown');
}

/** What every slip of this station says beside its entry. */
export function factsOf(db: StationDb): SlipFacts {
  const policy = currentPolicy(db) ?? refuse('station_not_ready');
  return {
    district: { name: policy.name, header: policy.header, footer: policy.footer, timeZone: policy.timeZone },
    training: identity(db)?.training ?? false,
    nameOf: (person) => nameOf(db, person),
  };
}
