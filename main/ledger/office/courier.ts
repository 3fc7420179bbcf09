import type { Output, Parsed } from '#contract/contract';
import { batchNamed } from '#db/ledger/batches';
import { voidApproversOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { type DepositRow, insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { personNamed } from '#db/ledger/people';
import { assert } from '#domain/assert';
import type { DepositPart } from '#domain/deposit';
import { durationWords } from '#domain/duration';
import type { Payload } from '#domain/entry';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { type DepositStanding, depositOrRefuse } from './depositStanding.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/** Gives a deposit to whoever carries it. */
export async function handToCourier(
  tx: LedgerTx,
  { deposit, carrier }: Parsed<'handToCourier'>,
  at: OfficeCommandAt,
): Promise<Output<'handToCourier'>> {
  const standing = await depositOrRefuse(tx, at.district, deposit);
  const { row, parts } = standing;
  if (row.bag === null) refuse('deposit_is_images', { deposit });
  if (isBroken(row)) refuse('deposit_seal_broken', { deposit });
  if (row.handedAt !== null) refuse('deposit_gone', await lastSeen(tx, standing, at));
  if (row.state !== 'made') refuse('deposit_not_made', { deposit });
  if ('person' in carrier) await refuseCarrier(tx, carrier.person, parts, at.district);

  // From here on it must be on its way.
  const payload =
    'person' in carrier
      ? { deposit, person: carrier.person, courier: null }
      : { deposit, person: null, courier: carrier.courier };
  const { sequence } = await appendOffice(tx, { kind: 'deposit_handed', payload }, at);
  const step = { deposit, step: 'handed' as const, person: at.actor.person, at: at.now, cents: null, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, state: 'handed', isLate: at.now > row.dueAt };
}

/** Who has a deposit that left the office, and for how long. */
async function lastSeen(tx: LedgerTx, { row, steps }: DepositStanding, at: OfficeCommandAt) {
  const { deposit } = row;
  const handed = steps.findLast(({ step }) => step === 'handed');
  assert(handed, `deposit ${deposit} left with nobody`);
  const { person, courier } = handed.told as Payload<'deposit_handed'>;
  const carrier = courier ?? (await personNamed(tx, at.district, person ?? ''))?.name ?? person ?? '';
  return { deposit, carrier, ago: durationWords(at.now - handed.at) };
}

/** Nobody approves voids and carries the deposit (design §8). */
async function refuseCarrier(
  tx: LedgerTx,
  person: string,
  parts: readonly DepositPart[],
  district: string,
): Promise<void> {
  const carrier = await personNamed(tx, district, person);
  if (!carrier || carrier.role === 'auditor') refuse('carrier_unknown', { person });
  for (const batch of new Set(parts.map((part) => part.batch))) {
    const row = await batchNamed(tx, district, batch);
    if (row && (await voidApproversOf(tx, district, row)).includes(person))
      refuse('carrier_approved_voids', { name: carrier.name });
  }
}

/** Its seal was broken, and two people have not counted it again yet. */
function isBroken({ state }: Pick<DepositRow, 'state'>): boolean {
  return state === 'broken' || state === 'recounted' || state === 'recount_differs';
}

/**
 * Nobody came for a deposit, or it came back: its seal is read once more. Where it is the one on record the deposit lies
 * ready again; any other is as good as an open bag. One that has left must be said to be back: nobody takes it for one that
 * lies here because of a page that has not heard of its courier.
 */
export async function courierMissed(
  tx: LedgerTx,
  { deposit, seal: read, reason, isBack = false }: Parsed<'courierMissed'>,
  at: OfficeCommandAt,
): Promise<Output<'courierMissed'>> {
  const standing = await depositOrRefuse(tx, at.district, deposit);
  const { row, seal } = standing;
  if (row.bag === null) refuse('deposit_is_images', { deposit });
  if (isBroken(row)) refuse('deposit_seal_broken', { deposit });
  if (row.handedAt !== null && !isBack) refuse('deposit_gone', await lastSeen(tx, standing, at));
  if (row.state !== 'made' && row.state !== 'handed') refuse('deposit_not_made', { deposit });

  // From here on it must be on record.
  const isSealWhole = read === seal;
  const told = isSealWhole
    ? ({ kind: 'courier_missed', payload: { deposit, seal: read, isSealWhole } } as const)
    : ({ kind: 'seal_broken', payload: { deposit, seal: read } } as const);
  const { sequence } = await appendOffice(tx, { ...told, personal: { words: reason } }, at);
  const step = {
    ...{ deposit, step: isSealWhole ? ('missed' as const) : ('broken' as const) },
    ...{ person: at.actor.person, at: at.now, cents: null, sequence },
  };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, isSealWhole, dueAt: row.dueAt };
}
