import type { Output, Parsed } from '#contract/contract';
import { batchNamed } from '#db/ledger/batches';
import { voidApproversOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { personNamed } from '#db/ledger/people';
import type { DepositPart } from '#domain/deposit';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { depositOrRefuse } from './depositStanding.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/** Gives a deposit to whoever carries it. */
export async function handToCourier(
  tx: LedgerTx,
  { deposit, carrier }: Parsed<'handToCourier'>,
  at: OfficeCommandAt,
): Promise<Output<'handToCourier'>> {
  const { row, parts } = await depositOrRefuse(tx, at.district, deposit);
  if (row.bag === null) refuse('deposit_is_images', { deposit });
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

/** Nobody came for a deposit, or it came back: it lies ready again, and its seal is read once more. */
export async function courierMissed(
  tx: LedgerTx,
  { deposit, seal, reason }: Parsed<'courierMissed'>,
  at: OfficeCommandAt,
): Promise<Output<'courierMissed'>> {
  const { row, prepared } = await depositOrRefuse(tx, at.district, deposit);
  if (row.bag === null) refuse('deposit_is_images', { deposit });
  if (row.state !== 'made' && row.state !== 'handed') refuse('deposit_not_made', { deposit });

  // From here on it must be on record.
  const isSealWhole = seal === prepared.seal;
  const payload = { deposit, seal, isSealWhole };
  const { sequence } = await appendOffice(tx, { kind: 'courier_missed', payload, personal: { words: reason } }, at);
  const step = { deposit, step: 'missed' as const, person: at.actor.person, at: at.now, cents: null, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, isSealWhole, dueAt: row.dueAt };
}
