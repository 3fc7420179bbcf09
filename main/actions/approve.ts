import type { Output, Parsed } from '#contract/contract';
import { addApproval } from '#db/station/approvals';
import { assert } from '#domain/assert';
import { refuse } from '#domain/refusal';
import { mayApprove } from '#domain/role';
import { APPROVAL_LASTS_MS } from '#main/chain/approval';
import type { Parts, Session } from '#main/parts';

/**
 * A second person's yes to one mark, at somebody else's screen. Who asks never approves. A mark does not tell what it is
 * of: whether finance may say yes to it is asked where the yes is used.
 */
export async function approve(parts: Parts, session: Session, input: Parsed<'approve'>): Promise<Output<'approve'>> {
  const { host, db, pins } = parts;
  const asking = session.person;
  assert(asking, 'an approval is asked for by somebody');
  if (input.person === asking.person) refuse('approval_not_theirs');
  const approver = await pins.prove(input.person, input.pin);
  if (!mayApprove(approver.role, 'office')) refuse('approver_not_supervisor', { name: approver.name });
  const approval = host.newId();
  const approvedAt = host.now();
  addApproval(db, { approval, mark: input.mark, approver: approver.person, askedBy: asking.person, approvedAt });
  return { approval, approver, lapsesAt: approvedAt + APPROVAL_LASTS_MS };
}
