import type { Dispatch } from 'react';
import { cents, formatSigned } from '#domain/money';
import { amount } from '../../format.ts';
import { depositStep as words } from '../../messages/depositStep.ts';
import { safe } from '../../messages/safe.ts';
import { useSteadyQuery } from '../../page.ts';
import { AskToForget } from '../../ui/AskToForget.tsx';
import { Halves } from '../safe/Halves.tsx';
import type { DepositListed } from './depositsForm.ts';
import { type StepAction, type StepForm, slipCents, slipDifference } from './stepForm.ts';

/** What was deposited (cents); null until the ledger has told it. */
export function useHeldCents({ deposit }: DepositListed): number | null {
  return useSteadyQuery('deposit', { deposit }).value?.told?.totalCents ?? null;
}

/** What was deposited, and while the slip is typed what is between them. */
export function Difference({ form, heldCents }: { form: StepForm; heldCents: number | null }) {
  const difference = slipDifference(form, heldCents);
  return (
    <>
      <div className="row">
        <span className="muted">{words.held}</span>
        <span className="num">{heldCents === null ? '' : amount(heldCents)}</span>
      </div>
      <div className="row" role="status">
        <span className="muted">{words.difference}</span>
        <span className="num">{difference === null ? '' : <Halves differenceCents={difference} />}</span>
      </div>
    </>
  );
}

type AskAgainProps = {
  form: StepForm;
  send: Dispatch<StepAction>;
  deposit: string;
  heldCents: number | null;
  onYes: () => void;
};

/** Before another amount than was deposited is told: both amounts, and what is between them. */
export function AskAgain({ form, send, deposit, heldCents, onYes }: AskAgainProps) {
  const between = slipDifference(form, heldCents);
  if (heldCents === null || between === null) return null;
  const difference = `${formatSigned(cents(between))} ${safe[between > 0 ? 'over' : 'short']}`;
  const asked = words.sure({ deposit, held: amount(heldCents), slip: amount(slipCents(form)), difference });
  return <AskToForget words={asked} onKeep={() => send({ did: 'stayed' })} onForget={onYes} />;
}
