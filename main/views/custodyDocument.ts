import { custodyOf } from '#db/station/custody';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import type { CustodySlip } from '#domain/custodySlip';
import { refuse } from '#domain/refusal';
import { noSaleSlip, paidInSlip, paidOutSlip, swapSlip } from '#printing/custodySlips';
import { dropInside, dropSlip } from '#printing/dropSlip';
import type { Slip } from '#printing/slip';
import type { SlipFacts } from '#printing/slipParts';
import { xSlip } from '#printing/xSlip';
import type { Print } from './document.ts';

/** The slip of cash that moved at a drawer and was no receipt, made again from its entry. */
export function custodyDocument(
  db: StationDb,
  { kind, label }: { kind: CustodySlip; label: string },
  facts: SlipFacts,
  { copy, blind }: Print,
): Slip {
  const { position } = custodyOf(db, kind, label) ?? refuse('slip_unknown');
  switch (kind) {
    case 'drop':
      return (blind ? dropInside : dropSlip)(entryAt(db, position, 'cash_dropped'), facts, { copy });
    case 'no-sale':
      return noSaleSlip(entryAt(db, position, 'no_sale'), facts, { copy });
    case 'paid-in':
      return paidInSlip(entryAt(db, position, 'cash_paid_in'), facts, { copy });
    case 'paid-out':
      return paidOutSlip(entryAt(db, position, 'cash_paid_out'), facts, { copy });
    case 'swap':
      return swapSlip(entryAt(db, position, 'change_swapped'), facts, { copy });
    case 'x':
      return xSlip(entryAt(db, position, 'totals_read'), facts, { copy });
  }
}
