import type { Dispatch } from 'react';
import { type Asked, refusedIn } from '../../store.ts';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { Approval } from '../approval/Approval.tsx';
import { APPROVAL_PIN, type Approvable, type ApprovalAction } from '../approval/approvalForm.ts';

type WhySettledProps = {
  form: Approvable & { reason: string };
  send: Dispatch<ApprovalAction | { did: 'typedReason'; text: string }>;
  words: { reason: string; reasonHint: string; only: string; neither: string };
  /** The mark of what is settled. */
  asked: Asked<{ mark: string }>;
  /** Who counted it. */
  without: readonly string[];
};

/** Why a difference is settled as it is, and the yes of somebody who counted neither time. */
export function WhySettled({ form, send, words, asked, without }: WhySettledProps) {
  return (
    <>
      <ReasonField
        label={words.reason}
        placeholder={words.reasonHint}
        value={form.reason}
        trouble={form.trouble}
        onText={(text) => send({ did: 'typedReason', text })}
        onEnter={() => send({ did: 'wentTo', place: APPROVAL_PIN })}
      />
      <Approval
        place="office"
        {...{ form, send, without }}
        onEnter={() => send({ did: 'wentTo', place: 'primary' })}
        mark={asked.value?.mark ?? null}
        refused={refusedIn(asked)}
        about={words.only}
        also={words.neither}
      />
    </>
  );
}
