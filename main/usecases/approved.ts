import { approvalOf, type KnownApproval } from '#db/station/approvals';
import type { Tx } from '#db/station/open';
import { personOf } from '#db/station/people';
import { refuse } from '#domain/refusal';
import { mayApprove } from '#domain/role';
import { APPROVAL_LASTS_MS } from '#main/chain/approval';
import type { Context } from './context.ts';

/**
 * A yes to this mark that still holds: given by a supervisor, another person than the actor, not used, not lapsed. The
 * caller spends it on the entry that it writes.
 */
export function approved(tx: Tx, approval: string | undefined, mark: string, at: Context): KnownApproval {
  if (approval === undefined) refuse('approval_needed');
  const given = approvalOf(tx, approval) ?? refuse('approval_needed');
  if (given.mark !== mark) refuse('approval_changed');
  if (given.approver === at.actor.person) refuse('approval_not_theirs');
  if (given.used) refuse('approval_used');
  if (at.now - given.approvedAt > APPROVAL_LASTS_MS || at.now < given.approvedAt) refuse('approval_lapsed');
  const approver = personOf(tx, given.approver);
  if (!approver || !mayApprove(approver.role, 'drawer'))
    refuse('approver_not_supervisor', { name: approver?.name ?? given.approver });
  return given;
}
