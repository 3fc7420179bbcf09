import type { LedgerTx } from '#db/ledger/database';
import { type DepositRow, type DepositStepRow, depositNamed, partsOf, stepsOfDeposit } from '#db/ledger/deposits';
import { assert } from '#domain/assert';
import type { DepositPart } from '#domain/deposit';
import type { Payload } from '#domain/entry';
import { refuse } from '#domain/refusal';

/** A deposit with what was told of it at each step. */
export type DepositStanding = {
  row: DepositRow;
  parts: readonly DepositPart[];
  steps: readonly DepositStepRow[];
  prepared: Payload<'deposit_prepared'>;
  /** The second count, once it is there. */
  witnessed: (Payload<'deposit_witnessed'> & { by: string }) | null;
  resolved: Payload<'deposit_resolved'> | null;
  confirmed: Payload<'deposit_confirmed'> | null;
  /** Its images, once they were sent. */
  transmitted: Payload<'deposit_transmitted'> | null;
  /** When its checks were destroyed (ms). */
  destroyedAt: number | null;
  /** Of the entry that made it, or prepared it while it is not made. */
  hash: string;
};

/** The deposit of that number, with everything told of it. */
export async function depositOrRefuse(tx: LedgerTx, district: string, deposit: string): Promise<DepositStanding> {
  const row = (await depositNamed(tx, district, deposit)) ?? refuse('deposit_unknown', { deposit });
  const steps = await stepsOfDeposit(tx, district, deposit);
  const toldAt = (step: DepositStepRow['step']) => steps.find((one) => one.step === step);
  const prepared = toldAt('prepared');
  assert(prepared, `deposit ${deposit} was never prepared`);
  const [second, made] = [toldAt('differs') ?? toldAt('made'), toldAt('made')];
  return {
    ...{ row, steps, parts: await partsOf(tx, district, deposit) },
    prepared: prepared.told as Payload<'deposit_prepared'>,
    witnessed: second ? { ...(second.told as Payload<'deposit_witnessed'>), by: second.person } : null,
    resolved: made && second !== made ? (made.told as Payload<'deposit_resolved'>) : null,
    hash: (made ?? prepared).hash,
    confirmed: (toldAt('confirmed')?.told as Payload<'deposit_confirmed'> | undefined) ?? null,
    transmitted: (toldAt('transmitted')?.told as Payload<'deposit_transmitted'> | undefined) ?? null,
    destroyedAt: toldAt('destroyed')?.at ?? null,
  };
}
