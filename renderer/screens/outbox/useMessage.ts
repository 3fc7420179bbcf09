import type { Dispatch } from 'react';
import type { Answer } from '#contract/answer';
import type { MessageRow } from '#contract/mailCalls';
import { useStation } from '../../frame/station.ts';
import { useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { type OutboxAction, type OutboxForm, otherAddress } from './outboxForm.ts';

/** What can be done with a message: `undefined` what cannot. */
export type MessageDeeds = Partial<Record<'send' | 'print' | 'post' | 'drop', () => void>>;

/** What the signed-in person may do with the message on show: who has no tray only looks. */
export function useMessage(
  form: OutboxForm,
  shown: MessageRow | undefined,
  send: Dispatch<OutboxAction>,
): MessageDeeds {
  const ask = useSend();
  const { person } = useStation().station;
  const mayAct = person?.role === 'cashier' || person?.role === 'supervisor';
  if (!shown || !mayAct) return {};
  const { message, can } = shown;
  const done = (asking: () => Promise<Answer<unknown> | null>) => () => {
    send({ did: 'sent' });
    void asking().then((answer) => {
      if (answer) send({ did: 'answered', sentence: troubleOf(answer)?.sentence ?? null });
    });
  };
  const address = otherAddress(form, shown);
  return {
    ...(can.send ? { send: done(() => ask('sendMessage', { message, ...(address ? { address } : {}) })) } : {}),
    ...(can.print ? { print: done(() => ask('printMessage', { message })) } : {}),
    ...(can.post ? { post: done(() => ask('endMessage', { message, as: 'posted' })) } : {}),
    ...(can.drop ? { drop: done(() => ask('endMessage', { message, as: 'dropped' })) } : {}),
  };
}
