import type { LedgerTx } from '#db/ledger/database';
import { isApprovalUsed } from '#db/ledger/officeJournal';
import { personNamed } from '#db/ledger/people';
import { refuse } from '#domain/refusal';
import { whyNoYes } from '#domain/role';
import { APPROVAL_LASTS_MS } from '#main/chain/approval';
import type { OfficeCommandAt } from './officeAt.ts';

/**
 * Who approved exactly this: a supervisor or finance, another person than who asks and than those who took part, within
 * two minutes, once (design §8).
 * @param others who took part in what is approved, and so cannot say yes to it
 * @throws Refusal `approval_needed`, `approval_changed`, `approval_not_theirs`, `approval_used`, `approval_lapsed`,
 * `approver_not_office`
 */
export async function approvedBy(
  tx: LedgerTx,
  mark: string,
  others: readonly string[],
  at: OfficeCommandAt,
): Promise<string> {
  const { approval, actor, district } = at;
  if (approval === null) refuse('approval_needed');
  if (approval.mark !== mark) refuse('approval_changed');
  const approver = await personNamed(tx, district, approval.approver);
  const { person, name, role } = approver ?? { person: approval.approver, name: approval.approver, role: null };
  const why = whyNoYes({ person, role }, { place: 'office', asker: actor.person, without: others });
  if (why) refuse(why, { name });
  if (await isApprovalUsed(tx, district, approval.id)) refuse('approval_used');
  if (approval.ageMs < 0 || approval.ageMs > APPROVAL_LASTS_MS) refuse('approval_lapsed');
  return person;
}
