import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { dayAfter } from '#domain/businessDay';
import type { Cents } from '#domain/money';
import { refuse } from '#domain/refusal';
import { destructionMark } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { depositOrRefuse } from './depositStanding.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';

/** The images of a deposit's checks were sent: it is on its way, and the paper is kept for some days. */
export async function transmitDeposit(
  tx: LedgerTx,
  { deposit, confirmation }: Parsed<'transmitDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'transmitDeposit'>> {
  const { row } = await depositOrRefuse(tx, at.district, deposit);
  if (row.bag !== null) refuse('deposit_in_bag', { deposit });
  if (row.state !== 'made') refuse('deposit_not_made', { deposit });

  // From here on it must be on its way.
  const destroyAfter = dayAfter(at.today, at.policy.deposits.destroyAfterDays);
  const payload = { deposit, confirmation, destroyAfter };
  const { sequence } = await appendOffice(tx, { kind: 'deposit_transmitted', payload }, at);
  const step = { deposit, step: 'transmitted' as const, person: at.actor.person, at: at.now, cents: null, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, state: 'handed', isLate: at.now > row.dueAt, destroyAfter };
}

/** The checks of a deposit that may be destroyed by now, and the mark of it. */
export async function destruction(
  tx: LedgerTx,
  input: Parsed<'destruction'>,
  at: OfficeAt,
): Promise<Output<'destruction'>> {
  return toDestroy(tx, input.deposit, at);
}

/** The checks that were sent as images are no more: done by one person, seen by another. */
export async function destroyChecks(
  tx: LedgerTx,
  { deposit }: Parsed<'destroyChecks'>,
  at: OfficeCommandAt,
): Promise<Output<'destroyChecks'>> {
  const { items, cents: worth, mark } = await toDestroy(tx, deposit, at);
  const approver = await approvedBy(tx, mark, [], at);

  // From here on they must be gone.
  const payload = { deposit, items, cents: worth, mark };
  const { sequence } = await appendOffice(tx, { kind: 'checks_destroyed', payload, approver }, at);
  const step = { deposit, step: 'destroyed' as const, person: at.actor.person, at: at.now, cents: null, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, items };
}

async function toDestroy(tx: LedgerTx, deposit: string, { district, today, actor }: OfficeAt) {
  const { row, contents, transmitted, destroyedAt } = await depositOrRefuse(tx, district, deposit);
  if (transmitted === null || row.state !== 'confirmed' || destroyedAt !== null)
    refuse('checks_not_to_destroy', { deposit });
  const { differenceCents } = row;
  if (differenceCents !== null && differenceCents !== 0) refuse('checks_bank_differs', { deposit, differenceCents });
  const { destroyAfter } = transmitted;
  if (today <= destroyAfter) refuse('checks_kept', { deposit, untilDay: destroyAfter });
  const items = contents.checks.length;
  const worth: Cents = contents.found.check;
  const mark = destructionMark({ deposit, items, cents: worth, askedBy: actor.person });
  return { items, cents: worth, destroyAfter, mark };
}
