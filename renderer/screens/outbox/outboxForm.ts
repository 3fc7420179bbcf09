import type { MessageRow } from '#contract/mailCalls';
import { type Focus, focusOn } from '../../ui/focus.ts';

/** The list of messages: which one is chosen, and another address that was typed for it. */
export type OutboxForm = {
  chosen: number | null;
  address: string | null;
  trouble: string | null;
  busy: boolean;
  focus: Focus;
};

export type OutboxAction =
  | { did: 'chose'; message: number }
  | { did: 'moved'; by: 1 | -1; from: number | null; messages: readonly number[] }
  | { did: 'typed'; text: string }
  | { did: 'wentTo'; place: string }
  | { did: 'sent' }
  | { did: 'answered'; sentence: string | null };

export const BLANK_OUTBOX: OutboxForm = {
  ...{ chosen: null, address: null, trouble: null, busy: false },
  focus: { on: 'messages', turn: 0 },
};

export function outboxReducer(form: OutboxForm, action: OutboxAction): OutboxForm {
  switch (action.did) {
    case 'chose':
      return { ...form, chosen: action.message, address: null, trouble: null };
    case 'moved': {
      const at = Math.max(0, action.messages.indexOf(action.from ?? -1));
      const to = Math.min(Math.max(at + action.by, 0), action.messages.length - 1);
      return { ...form, chosen: action.messages[to] ?? null, address: null, trouble: null };
    }
    case 'typed':
      return { ...form, address: action.text, trouble: null };
    case 'wentTo':
      return { ...form, focus: focusOn(form.focus, action.place) };
    case 'sent':
      return { ...form, busy: true, trouble: null };
    case 'answered': {
      const isDone = action.sentence === null;
      const focus = focusOn(form.focus, isDone ? 'messages' : 'address');
      return { ...form, busy: false, trouble: action.sentence, address: isDone ? null : form.address, focus };
    }
  }
}

/** The message on show: the one that was chosen, else the first. It stays in sight when its state changes. */
export function messageShown(form: OutboxForm, messages: readonly MessageRow[]): MessageRow | undefined {
  return messages.find(({ message }) => message === form.chosen) ?? messages[0];
}

/** The address that was typed, where it is another than the message has. */
export function otherAddress(form: OutboxForm, message: MessageRow): string | undefined {
  const typed = form.address?.trim() ?? message.address;
  return typed === message.address ? undefined : typed;
}
