import { depositStep as words } from '../../messages/depositStep.ts';
import { useSteadyQuery } from '../../page.ts';
import { Halves } from '../safe/Halves.tsx';
import type { DepositListed } from './depositsForm.ts';
import { type StepForm, slipDifference } from './stepForm.ts';

/** What was deposited (cents); null until the ledger has told it. */
export function useHeldCents({ deposit }: DepositListed): number | null {
  return useSteadyQuery('deposit', { deposit }).value?.told?.totalCents ?? null;
}

/** While the slip is typed, what is between it and what was deposited. */
export function Difference({ form, heldCents }: { form: StepForm; heldCents: number | null }) {
  const difference = slipDifference(form, heldCents);
  return (
    <div className="row" role="status">
      <span className="muted">{words.difference}</span>
      <span className="num">{difference === null ? '' : <Halves differenceCents={difference} />}</span>
    </div>
  );
}
