import type { Dispatch } from 'react';
import { depositStep as words } from '../../messages/depositStep.ts';
import { useSteadyQuery } from '../../page.ts';
import { AskToForget } from '../../ui/AskToForget.tsx';
import { bagShown } from './bagText.ts';
import type { DepositListed } from './depositsForm.ts';
import type { StepAction, StepForm } from './stepForm.ts';

/** The seal on record; null until the ledger has told it. */
export function useRecordedSeal({ deposit }: DepositListed): string | null {
  return useSteadyQuery('deposit', { deposit }).value?.told?.seal ?? null;
}

type OtherSealProps = {
  form: StepForm;
  send: Dispatch<StepAction>;
  deposit: string;
  /** Null while the ledger has not told it. */
  recorded: string | null;
  onYes: () => void;
};

/** Before a seal is told that is not the one on record: it may be a typo, and costs two people a recount. Nothing until it is asked. */
export function OtherSeal({ form, send, deposit, recorded, onYes }: OtherSealProps) {
  if (!form.isAsking || recorded === null) return null;
  const asked = words.otherSeal({ deposit, read: bagShown(form.fields.seal) });
  return <AskToForget words={asked} onKeep={() => send({ did: 'stayed' })} onForget={onYes} />;
}
