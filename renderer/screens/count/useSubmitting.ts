import type { Dispatch } from 'react';
import type { Output } from '#contract/contract';
import { useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { type CountAction, type CountForm, countOf } from './countForm.ts';

/** Submits a count. From then on it cannot be changed; a recount is another one. */
export function useSubmitting(
  form: CountForm,
  send: Dispatch<CountAction>,
  drawer: string,
  onSubmitted: (() => void) | undefined,
) {
  const ask = useSend();
  return async function submit() {
    send({ did: 'sent' });
    const answer = await ask('submitCount', { commandId: form.commandId, drawer, count: countOf(form) });
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    if (answer?.ok) onSubmitted?.();
  };
}

/** Submits a surprise count, and hands over what came of it. */
export function useChecking(
  form: CountForm,
  send: Dispatch<CountAction>,
  drawer: string,
  onChecked: ((checked: Output<'checkDrawer'>) => void) | undefined,
) {
  const ask = useSend();
  return async function check() {
    send({ did: 'sent' });
    const answer = await ask('checkDrawer', { commandId: form.commandId, drawer, count: countOf(form) });
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    if (answer?.ok) onChecked?.(answer.value);
  };
}
