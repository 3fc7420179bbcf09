import type { DocumentRef, Person } from '#contract/shapes';
import { custodyOf } from '#db/station/custody';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import type { PrintJob } from '#db/station/printJobs';
import { zPosition } from '#db/station/zReports';
import { refuse } from '#domain/refusal';
import { dropInside } from '#printing/dropSlip';
import type { Slip } from '#printing/slip';
import { documentOf, factsOf } from './document.ts';
import { mustMaySee } from './totalsHidden.ts';

/** Whether somebody may still have to count a drop: then what its cashier counted is not for her eyes (design §8). */
export function isBlindTo({ actor }: { actor: string }, { person, role }: Person): boolean {
  return (role === 'supervisor' || role === 'finance') && actor !== person;
}

/** Whether a slip says what somebody else counted, to who may have to count it again: a drop, or the Z of a drawer. */
export function tellsCount(
  db: StationDb,
  { document: kind, label }: Pick<PrintJob, 'document' | 'label'>,
  person: Person,
): boolean {
  if (kind === 'drop') return isBlindTo(dropOf(db, label).entry, person);
  if (kind !== 'z') return false;
  return isBlindTo(entryAt(db, zPosition(db, label) ?? refuse('slip_unknown'), 'drawer_closed').entry, person);
}

/** A document as one person sees it on the screen: of a drop that is to be counted, the half without amounts. */
export function documentSeen(db: StationDb, document: DocumentRef, person: Person): Slip {
  mustMaySee(db, document, person);
  if (document.kind !== 'drop') return documentOf(db, document);
  const { entry } = dropOf(db, document.label);
  return isBlindTo(entry, person) ? dropToCount(db, document.label) : documentOf(db, document);
}

/** Of a drop the half without amounts, as whoever may have to count it sees it, also on paper. */
export function dropToCount(db: StationDb, label: string, copy = 1): Slip {
  return dropInside(dropOf(db, label), factsOf(db), { copy });
}

function dropOf(db: StationDb, label: string) {
  const { position } = custodyOf(db, 'drop', label) ?? refuse('slip_unknown');
  return entryAt(db, position, 'cash_dropped');
}
