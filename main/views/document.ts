import type { DocumentRef } from '#contract/shapes';
import { identity } from '#db/station/identity';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { currentPolicy } from '#db/station/policy';
import { receiptHistory } from '#db/station/receiptHistory';
import { receiptOf } from '#db/station/receipts';
import { undoOf } from '#db/station/undos';
import { zPosition } from '#db/station/zReports';
import { type CustodySlip, isCustodySlip } from '#domain/custodySlip';
import type { ReceiptDocument } from '#domain/receiptDocuments';
import { refuse } from '#domain/refusal';
import { noticeSlip } from '#printing/noticeSlip';
import { receiptDocument } from '#printing/receiptDocument';
import type { Slip } from '#printing/slip';
import type { SlipFacts } from '#printing/slipParts';
import { zSlip } from '#printing/zSlip';
import { countsOf } from './counts.ts';
import { custodyDocument } from './custodyDocument.ts';
import { drawerMoves } from './drawerMoves.ts';
import { noticeLabelled, noticeOf } from './notice.ts';

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
  switch (document.kind) {
    case 'z':
      return zDocument(db, document.label, facts, print);
    case 'notice': {
      const { recorded, holder } = noticeOf(db, noticeLabelled(db, document.label));
      return noticeSlip(recorded, holder, facts);
    }
    default: {
      const { kind, label } = document;
      const history = receiptHistory(db, receiptPositionOf(db, { kind, label }));
      return receiptDocument({ kind, label }, history, facts, print) ?? refuse('slip_unknown');
    }
  }
}

/** Where the receipt stands that a document is of: a void and a permit bear its number, what undoes a part another. */
function receiptPositionOf(db: StationDb, { kind, label }: ReceiptDocument): number {
  const isOwn = kind === 'receipt' || kind === 'void' || kind === 'permit';
  const position = isOwn ? receiptOf(db, label)?.position : undoOf(db, label)?.receiptPosition;
  return position ?? refuse('slip_unknown');
}

function zDocument(db: StationDb, label: string, facts: SlipFacts, { copy, blind }: Print): Slip {
  const closed = entryAt(db, zPosition(db, label) ?? refuse('slip_unknown'), 'drawer_closed');
  const { drawer, countNumber, cashier } = closed.entry.payload;
  const counted = countsOf(db, drawer).find((count) => count.countNumber === countNumber);
  const countedBy = counted?.countedBy ?? cashier;
  return zSlip(closed, facts, { copy, countedBy, moved: drawerMoves(db, drawer), isToCount: blind });
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
