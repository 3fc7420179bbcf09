import { approvalOf } from '#db/station/approvals';
import type { Tx } from '#db/station/open';
import { personOf } from '#db/station/people';
import { refuse } from '#domain/refusal';
import { whyNoYes } from '#domain/role';
import { APPROVAL_LASTS_MS } from '#main/chain/approval';
import type { Context } from './context.ts';

/** A yes that an entry spends, and who gave it. */
export type Yes = { approval: string; approver: string };

/**
 * A yes to this mark that still holds: given by a supervisor, another person than the actor, not used, not lapsed. The
 * entry that the caller writes tells it, and so spends it.
 * @param without who had a part in what is approved, and so cannot say yes to it
 */
export function approved(
  tx: Tx,
  approval: string | undefined,
  mark: string,
  at: Context,
  without: readonly string[] = [],
): Yes {
  if (approval === undefined) refuse('approval_needed');
  const given = approvalOf(tx, approval) ?? refuse('approval_needed');
  if (given.mark !== mark) refuse('approval_changed');
  const { name, role } = personOf(tx, given.approver) ?? { name: given.approver, role: null };
  const asked = { place: 'drawer' as const, asker: at.actor.person, without };
  const why = whyNoYes({ person: given.approver, role }, asked);
  if (why) refuse(why, { name });
  if (given.used) refuse('approval_used');
  if (at.now - given.approvedAt > APPROVAL_LASTS_MS || at.now < given.approvedAt) refuse('approval_lapsed');
  return { approval, approver: given.approver };
}
