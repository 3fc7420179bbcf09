import type { Output, Parsed } from '#contract/contract';
import { addApproval } from '#db/station/approvals';
import { assert } from '#domain/assert';
import { refuse } from '#domain/refusal';
import { APPROVAL_LASTS_MS } from '#main/chain/approval';
import type { Parts, Session } from '#main/parts';

/** A supervisor's yes to one mark, at somebody else's screen. Who asks never approves. */
export async function approve(parts: Parts, session: Session, input: Parsed<'approve'>): Promise<Output<'approve'>> {
  const { host, db, pins } = parts;
  const asking = session.person;
  assert(asking, 'an approval is asked for by somebody');
  if (input.person === asking.person) refuse('approval_not_theirs');
  const approver = await pins.prove(input.person, input.pin);
  if (approver.role !== 'supervisor') refuse('approver_not_supervisor', { name: approver.name });
  const approval = host.newId();
  const approvedAt = host.now();
  addApproval(db, { approval, mark: input.mark, approver: approver.person, askedBy: asking.person, approvedAt });
  return { approval, approver, lapsesAt: approvedAt + APPROVAL_LASTS_MS };
}
