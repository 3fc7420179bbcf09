import type { DocumentRef } from '#contract/shapes';
import { identity } from '#db/station/identity';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { currentPolicy } from '#db/station/policy';
import { receiptOf, voidPositionOf } from '#db/station/receipts';
import { zPosition } from '#db/station/zReports';
import { never } from '#domain/assert';
import { refuse } from '#domain/refusal';
import { receiptSlip } from '#printing/receiptSlip';
import type { Slip } from '#printing/slip';
import type { SlipFacts } from '#printing/slipParts';
import { voidSlip } from '#printing/voidSlip';
import { zSlip } from '#printing/zSlip';

/** A document of this station, made again from its journal entry: what it was is never stored twice. */
export function documentOf(db: StationDb, document: DocumentRef, copy = 1): Slip {
  const facts = factsOf(db);
  switch (document.kind) {
    case 'receipt': {
      const known = receiptOf(db, document.label) ?? refuse('slip_unknown');
      return receiptSlip(entryAt(db, known.position, 'receipt_issued'), facts, {
        copy,
        isVoid: voidPositionOf(db, known.position) !== null,
      });
    }
    case 'void': {
      const known = receiptOf(db, document.label) ?? refuse('slip_unknown');
      const position = voidPositionOf(db, known.position) ?? refuse('slip_unknown');
      return voidSlip(entryAt(db, position, 'receipt_voided'), facts, { copy });
    }
    case 'z':
      return zSlip(entryAt(db, zPosition(db, document.label) ?? refuse('slip_unknown'), 'drawer_closed'), facts, {
        copy,
      });
    default:
      return never(document.kind);
  }
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
