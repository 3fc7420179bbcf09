import type { Dispatch } from 'react';
import type { CommandName, Input, Output } from '#contract/contract';
import { useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import type { CountDrawerProps } from './CountDrawer.tsx';
import { type CountAction, type CountForm, countOf } from './countForm.ts';

type CountedOf = Pick<CountDrawerProps, 'drawer' | 'onSubmitted' | 'onChecked' | 'ending'>;

/**
 * Submits a count: a cashier's or a second person's, which cannot be changed from then on; a supervisor's surprise count,
 * and hands over what came of it; or the office's, which goes on to its next step.
 */
export function useSubmitting(form: CountForm, send: Dispatch<CountAction>, of: CountedOf): () => void {
  const ask = useSend();
  const tell = async <N extends CommandName>(name: N, input: Input<N>): Promise<Output<N> | null> => {
    send({ did: 'sent' });
    const answer = await ask(name, input);
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    return answer?.ok ? answer.value : null;
  };
  const { drawer } = of.drawer;
  const submit = async () => {
    if (await tell('submitCount', { commandId: form.commandId, drawer, count: countOf(form) })) of.onSubmitted?.();
  };
  const check = async () => {
    const checked = await tell('checkDrawer', { commandId: form.commandId, drawer, count: countOf(form) });
    if (checked) of.onChecked?.(checked);
  };
  return () => {
    if (of.ending) of.ending.onCounted(form);
    else void (of.onChecked ? check() : submit());
  };
}
