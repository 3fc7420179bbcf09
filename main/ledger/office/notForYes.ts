import type { LedgerTx } from '#db/ledger/database';
import type { HandoffRow } from '#db/ledger/handoffs';
import { peopleOf } from '#db/ledger/people';
import type { DepositStanding } from './depositStanding.ts';
import type { OfficeAt } from './officeAt.ts';
import type { SafeCountStanding } from './safeCountStanding.ts';

/* Whose yes does not count, because of the part she had. By these a yes is refused, and lists leave her out. */

/** Who gave or counted a handoff, or took it back, does not say yes to how it is settled. */
export function notForHandoff({ givenBy, countedBy, returnedBy }: HandoffRow): string[] {
  return [givenBy, countedBy, returnedBy].filter((person) => person !== null);
}

/** The same of a count of the safe: who made one of the two. */
export function notForSafeCount({ first, second }: SafeCountStanding): string[] {
  return second ? [first.by, second.by] : [first.by];
}

/** The same of a deposit, as far as it has come: who counted it while its counts differ, who prepared it for its slip. */
export async function notForDeposit(tx: LedgerTx, standing: DepositStanding, at: OfficeAt): Promise<string[]> {
  const { row, counts } = standing;
  if (row.state === 'differs' || row.state === 'recount_differs')
    return [counts.first.by, ...(counts.second ? [counts.second.by] : [])];
  return row.state === 'handed' || row.state === 'confirmed' ? notForPreparer(tx, standing, at) : [];
}

/** Who prepared it does not say yes to its slip, unless nobody else may: a small office has no third. */
async function notForPreparer(
  tx: LedgerTx,
  { row: { preparer } }: DepositStanding,
  { district, actor }: OfficeAt,
): Promise<string[]> {
  const people = await peopleOf(tx, district, ['supervisor', 'finance']);
  return people.some(({ person }) => person !== preparer && person !== actor.person) ? [preparer] : [];
}
