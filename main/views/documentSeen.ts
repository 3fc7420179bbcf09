import type { DocumentRef } from '#contract/shapes';
import { custodyOf } from '#db/station/custody';
import { anyEntryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { zPosition } from '#db/station/zReports';
import { refuse } from '#domain/refusal';
import type { Slip } from '#printing/slip';
import { isBlindTo, type Looker } from './blindTo.ts';
import { documentOf } from './document.ts';
import { mustMaySee } from './totalsHidden.ts';

/** A document as one person sees it on the screen: of what somebody has still to count blind, without the amounts. */
export function documentSeen(db: StationDb, document: DocumentRef, by: Looker): Slip {
  mustMaySee(db, document, by);
  const position = countedAgainAt(db, document);
  const blind = position !== null && isBlindTo(db, anyEntryAt(db, position), by);
  return documentOf(db, document, { copy: 1, blind });
}

/** Where the entry of a slip is that tells what the office counts again; null for any other slip. */
function countedAgainAt(db: StationDb, { kind, label }: DocumentRef): number | null {
  if (kind === 'z') return zPosition(db, label) ?? refuse('slip_unknown');
  return kind === 'drop' ? (custodyOf(db, kind, label)?.position ?? refuse('slip_unknown')) : null;
}
