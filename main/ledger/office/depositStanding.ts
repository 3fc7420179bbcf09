import type { LedgerTx } from '#db/ledger/database';
import { type DepositRow, type DepositStepRow, depositNamed, partsOf, stepsOfDeposit } from '#db/ledger/deposits';
import { assert } from '#domain/assert';
import type { DepositPart, FundShare } from '#domain/deposit';
import type { Payload } from '#domain/entry';
import { refuse } from '#domain/refusal';
import { type Contents, type Counts, contentsOf, type Recount, type Settled } from './depositContents.ts';

/** A deposit with what was told of it at each step. */
export type DepositStanding = {
  row: DepositRow;
  parts: readonly DepositPart[];
  steps: readonly DepositStepRow[];
  prepared: Payload<'deposit_prepared'>;
  /** What is in it: as it was prepared, or as it was found last where counts differed. */
  contents: Contents;
  counts: Counts;
  settled: readonly Settled[];
  /** What papers that were missing had paid of each fund. */
  gone: readonly FundShare[];
  /** The first of the last recounts, where its seal was broken. */
  recount: Recount | null;
  /** Under which seal it lies; null where its checks are sent as images. */
  seal: string | null;
  /** What the bank's slip says, as it was told last. */
  confirmed: Payload<'deposit_confirmed'> | null;
  /** Its images, once they were sent. */
  transmitted: Payload<'deposit_transmitted'> | null;
  /** When its checks were destroyed (ms). */
  destroyedAt: number | null;
  /** Of the entry that made it last, or prepared it while it is not made. */
  hash: string;
};

/** The deposit of that number, with everything told of it. */
export async function depositOrRefuse(tx: LedgerTx, district: string, deposit: string): Promise<DepositStanding> {
  const row = (await depositNamed(tx, district, deposit)) ?? refuse('deposit_unknown', { deposit });
  const steps = await stepsOfDeposit(tx, district, deposit);
  const toldAt = (step: DepositStepRow['step']) => steps.find((one) => one.step === step);
  const prepared = toldAt('prepared');
  assert(prepared, `deposit ${deposit} was never prepared`);
  const first = prepared.told as Payload<'deposit_prepared'>;
  const counted = contentsOf(steps, prepared.person, first);
  const made = steps.findLast(({ step }) => step === 'made' || step === 'resealed');
  const slip = steps.findLast(({ step }) => step === 'confirmed' || step === 'corrected');
  return {
    ...{ row, steps, parts: await partsOf(tx, district, deposit), ...counted },
    ...{ prepared: first, seal: (counted.recount ?? first).seal },
    hash: (made ?? prepared).hash,
    confirmed: (slip?.told as Payload<'deposit_confirmed'> | undefined) ?? null,
    transmitted: (toldAt('transmitted')?.told as Payload<'deposit_transmitted'> | undefined) ?? null,
    destroyedAt: toldAt('destroyed')?.at ?? null,
  };
}
