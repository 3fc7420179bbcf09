import type { Output } from '#contract/contract';
import { anyEntryAt, entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { lastResumedAt, waitingSuspensions } from '#db/station/suspensions';

/** Payments that were set aside and neither taken nor dropped, the latest first. */
export function suspensions(db: StationDb): Output<'suspensions'> {
  return {
    suspensions: waitingSuspensions(db).map(({ label, position }) => {
      const { entry, personal } = entryAt(db, position, 'payment_suspended');
      const resumedAt = lastResumedAt(db, label);
      return {
        label,
        suspendedAt: entry.recordedAt,
        byName: nameOf(db, entry.actor),
        payer: personal?.payer ?? personal?.owners?.[0]?.name ?? '',
        totalCents: entry.payload.totalCents,
        lines: entry.payload.lines.length,
        resumedBy: resumedAt === null ? null : nameOf(db, anyEntryAt(db, resumedAt).actor),
      };
    }),
  };
}
