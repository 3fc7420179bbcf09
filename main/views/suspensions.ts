import type { Output } from '#contract/contract';
import { accountOf } from '#db/station/accounts';
import { anyEntryAt, entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { lastResumedAt, waitingSuspensions } from '#db/station/suspensions';
import type { SuspendedLine } from '#domain/suspension';

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
        payer: personal?.payer ?? personal?.owners?.[0]?.name ?? customerOf(db, entry.payload.lines),
        totalCents: entry.payload.totalCents,
        lines: entry.payload.lines.length,
        resumedBy: resumedAt === null ? null : nameOf(db, anyEntryAt(db, resumedAt).actor),
      };
    }),
  };
}

/** Who pays when nobody was named: the customer of the first account. */
function customerOf(db: StationDb, lines: readonly SuspendedLine[]): string {
  const [first] = lines.flatMap((line) => (line.kind === 'suspense' ? [] : (line.accountNumber ?? [])));
  return first === undefined ? '' : (accountOf(db, first)?.customer ?? '');
}
