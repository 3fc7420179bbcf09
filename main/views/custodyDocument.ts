import { custodyOf } from '#db/station/custody';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import type { CustodySlip } from '#domain/custodySlip';
import { refuse } from '#domain/refusal';
import { dropSlip } from '#printing/dropSlip';
import type { Slip } from '#printing/slip';
import type { SlipFacts } from '#printing/slipParts';

/** The slip of cash that moved at a drawer and was no receipt, made again from its entry. */
export function custodyDocument(
  db: StationDb,
  { kind, label }: { kind: CustodySlip; label: string },
  facts: SlipFacts,
  copy: number,
): Slip {
  const { position } = custodyOf(db, kind, label) ?? refuse('slip_unknown');
  return dropSlip(entryAt(db, position, 'cash_dropped'), facts, { copy });
}
