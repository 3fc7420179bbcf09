import type { Dispatch } from 'react';
import type { CommandName, Input, Output } from '#contract/contract';
import type { WorkPlace } from '#domain/role';
import { useStation } from '../../frame/station.ts';
import { usePage, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import type { Approvable, ApprovalAction } from './approvalForm.ts';
import { approve, approverOf, nextApprover } from './approve.ts';

/** Commands that take a second person's yes along. */
export type ApprovedCommand = {
  [N in CommandName]: 'approval' extends keyof Input<N> ? N : never;
}[CommandName];

/** Whether a yes is needed, and to which mark. The mark is null while the station has not told it yet. */
export type Needed = 'nothing' | { mark: string | null };

/**
 * Sends a command, with a second person's yes first where one is needed. What is refused goes to the form. Answers the
 * command's reply; null when it was refused, is already under way, or its mark is not known yet.
 * @param without who had a part in it, and cannot say yes
 */
export function useApproved(
  form: Approvable,
  send: Dispatch<ApprovalAction>,
  place: WorkPlace,
  without?: readonly string[],
) {
  const { client } = usePage();
  const { station } = useStation();
  const ask = useSend();
  return async function run<N extends ApprovedCommand>(
    name: N,
    input: Omit<Input<N>, 'approval'>,
    needed: Needed,
  ): Promise<Output<N> | null> {
    if (form.busy || (needed !== 'nothing' && needed.mark === null)) return null;
    send({ did: 'sent' });
    let yes: { approval?: string } = {};
    if (needed !== 'nothing' && needed.mark !== null) {
      const person = approverOf(form.approval, station, place, without) ?? '';
      const answer = await approve(client, { mark: needed.mark, person, pin: form.approval.pin });
      if ('trouble' in answer) {
        send({ did: 'refused', trouble: answer.trouble });
        return null;
      }
      yes = answer;
    }
    const answer = await ask(name, { ...input, ...yes } as unknown as Input<N>);
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    return answer?.ok ? answer.value : null;
  };
}

/** Chooses the next of those who may approve: what the key for another one does. */
export function useNextApprover(
  form: Approvable,
  send: Dispatch<ApprovalAction>,
  place: WorkPlace,
  without?: readonly string[],
): () => void {
  const { station } = useStation();
  return () => send({ did: 'choseApprover', person: nextApprover(form.approval, station, place, without) });
}
