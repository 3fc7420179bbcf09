import { type Dispatch, useReducer } from 'react';
import type { MessageRow } from '#contract/mailCalls';
import { Frame } from '../../frame/Frame.tsx';
import type { Actions } from '../../keymap.ts';
import { mail } from '../../messages/mail.ts';
import { useSteadyQuery } from '../../page.ts';
import { useFocus } from '../../ui/focus.ts';
import { Room } from '../../ui/Room.tsx';
import { useSlipRoom } from '../../ui/SlipRoom.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useGo } from '../route.ts';
import { usePdf } from '../usePdf.ts';
import { MessageDetail, mainDeed } from './MessageDetail.tsx';
import { MessageTable } from './MessageTable.tsx';
import { BLANK_OUTBOX, messageShown, type OutboxAction, outboxReducer } from './outboxForm.ts';
import { useMessage } from './useMessage.ts';

const words = mail.outbox;

/** Slips and notices that go out by e-mail or letter: how each stands, and what a person can do about it. */
export function Outbox() {
  const go = useGo();
  const pdf = usePdf();
  const [form, send] = useReducer(outboxReducer, BLANK_OUTBOX);
  useFocus(form.focus);
  const messages = useSteadyQuery('messages', {}).value?.messages ?? [];
  const shown = messageShown(form, messages);
  const deeds = useMessage(form, shown, send);
  const main = shown ? mainDeed(shown, deeds) : null;
  const slip = useSlipRoom();
  const actions: Actions = {
    ...slip.keys,
    back: () => go({ go: 'back' }),
    message: messages.length > 1 ? undefined : false,
    primary: main ? deeds[main] : undefined,
    sendMessage: deeds.send,
    printMessage: deeds.print,
    postMessage: deeds.post,
    dropMessage: deeds.drop,
    address: deeds.send ? () => send({ did: 'wentTo', place: 'address' }) : undefined,
    pdf: shown ? () => void pdf(shown.document) : undefined,
  };
  return (
    <Frame screen="outbox" side="wide" actions={actions}>
      <List messages={messages} shown={shown} send={send} />
      <MessageDetail form={form} send={send} shown={shown} deeds={deeds} room={slip.room} />
    </Frame>
  );
}

type ListProps = { messages: readonly MessageRow[]; shown: MessageRow | undefined; send: Dispatch<OutboxAction> };

function List({ messages, shown, send }: ListProps) {
  const open = messages.filter(({ state }) => state === 'failed' || state === 'letter').length;
  const move = (by: 1 | -1) =>
    send({ did: 'moved', by, from: shown?.message ?? null, messages: messages.map(({ message }) => message) });
  return (
    <section className="left" aria-label={words.title}>
      <TitleRow title={words.title}>{messages.length === 0 ? '' : words.open(open)}</TitleRow>
      <Room
        label={words.list}
        focusName="messages"
        onKey={(key) => {
          if (key === 'ArrowDown') move(1);
          if (key === 'ArrowUp') move(-1);
        }}
      >
        <MessageTable
          messages={messages}
          chosen={shown?.message}
          onPick={(message) => send({ did: 'chose', message })}
        />
      </Room>
      {messages.length === 0 ? <p className="pad muted">{words.none}</p> : null}
    </section>
  );
}
