import { approvalOf, type KnownApproval } from '#db/station/approvals';
import type { Tx } from '#db/station/open';
import { refuse } from '#domain/refusal';
import { APPROVAL_LASTS_MS } from '#main/chain/approval';
import type { Context } from './context.ts';

/**
 * A yes to this mark that still holds: given by another person than the actor, not used, not lapsed. The caller
 * spends it on the entry that it writes.
 */
export function approved(tx: Tx, approval: string | undefined, mark: string, at: Context): KnownApproval {
  if (approval === undefined) refuse('approval_needed');
  const given = approvalOf(tx, approval) ?? refuse('approval_needed');
  if (given.mark !== mark) refuse('approval_changed');
  if (given.approver === at.actor.person) refuse('approval_not_theirs');
  if (given.used) refuse('approval_used');
  if (at.now - given.approvedAt > APPROVAL_LASTS_MS || at.now < given.approvedAt) refuse('approval_lapsed');
  return given;
}
