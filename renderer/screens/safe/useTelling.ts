import type { Dispatch } from 'react';
import type { CommandName, Input, Output } from '#contract/contract';
import { useSend } from '../../page.ts';
import { type Trouble, troubleOf } from '../../refusal.ts';

type Told = { did: 'sent' } | { did: 'refused'; trouble: Trouble };

/** Tells a command that needs nobody's yes. What is refused goes to the form; answers the reply, or null. */
export function useTelling(send: Dispatch<Told>) {
  const ask = useSend();
  return async function tell<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N> | null> {
    send({ did: 'sent' });
    const answer = await ask(name, input);
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    return answer?.ok ? answer.value : null;
  };
}
