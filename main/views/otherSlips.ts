import type { Output } from '#contract/contract';
import { OTHER_SLIPS_MAX } from '#contract/printCalls';
import { isAttachmentSent } from '#db/station/attachments';
import { latestCustody } from '#db/station/custody';
import { lastCloses } from '#db/station/drawers';
import { recordedAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import type { Attachment } from '#domain/attachment';
import { isBlindTo } from './blindTo.ts';
import type { ReadyContext } from './context.ts';
import { hasHiddenTotals } from './totalsHidden.ts';

type Slips = Output<'otherSlips'>['slips'];

/** Slips that are of no receipt, latest first. An X report is listed for those alone who may see it. */
export function otherSlips(db: StationDb, _input: Record<string, never>, at: ReadyContext): Output<'otherSlips'> {
  const custody = latestCustody(db, OTHER_SLIPS_MAX)
    .filter(({ kind, label }) => kind !== 'x' || !hasHiddenTotals(db, label, at))
    .map(({ kind, label, position }) => ({ kind, label, position }));
  const closes = lastCloses(db, OTHER_SLIPS_MAX).map((position) => ({ kind: 'z' as const, label: null, position }));
  const latest = [...custody, ...closes].sort((left, right) => right.position - left.position);
  return { slips: latest.slice(0, OTHER_SLIPS_MAX).map((slip) => shown(db, slip, at)) };
}

function shown(
  db: StationDb,
  { kind, label, position }: { kind: Slips[number]['kind']; label: string | null; position: number },
  at: ReadyContext,
): Slips[number] {
  const { entry, personal } = recordedAt(db, position);
  const payload = entry.payload as { drawer: string; cents?: number; attachment?: Attachment };
  const { attachment } = payload;
  const isHidden = isBlindTo(db, entry, at);
  const z = entry.kind === 'drawer_closed' ? entry.payload.z.label : '';
  return {
    ...{ kind, label: label ?? z, drawer: payload.drawer, at: entry.recordedAt, personName: nameOf(db, entry.actor) },
    ...{ cents: isHidden ? null : (payload.cents ?? null) },
    // Why a drawer closed as it did speaks of what was counted.
    words: isHidden ? null : (personal?.words ?? null),
    attachment: attachment ? { ...attachment, isSent: isAttachmentSent(db, attachment.sha256) } : null,
  };
}
