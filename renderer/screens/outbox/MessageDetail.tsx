import type { Dispatch, RefObject } from 'react';
import type { MessageRow } from '#contract/mailCalls';
import { clockOrDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { mail } from '../../messages/mail.ts';
import { useQuery } from '../../page.ts';
import { Field, Wrong } from '../../ui/Field.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { SlipRoom } from '../../ui/SlipRoom.tsx';
import { StateOf, whatOf } from './MessageTable.tsx';
import { type OutboxAction, type OutboxForm, otherAddress } from './outboxForm.ts';
import type { MessageDeeds } from './useMessage.ts';

const words = mail.outbox;

type MessageDetailProps = {
  form: OutboxForm;
  send: Dispatch<OutboxAction>;
  shown: MessageRow | undefined;
  deeds: MessageDeeds;
  room: RefObject<HTMLDivElement | null>;
};

/** One message: what it bears, how it stands and why, and what a person can do about it. */
export function MessageDetail({ form, send, shown, deeds, room }: MessageDetailProps) {
  const slip = useQuery('slip', shown ? { document: shown.document } : null).value;
  if (!shown) return <section className="side" aria-label={words.slipRoom} />;
  return (
    <section className="side" aria-label={whatOf(shown)}>
      <div className="title-row">
        <h1>{whatOf(shown)}</h1>
        <span>{shown.kind === 'notice' ? words.of(shown.label) : ''}</span>
      </div>
      <div className="row">
        <span>{shown.name}</span>
        <span className="muted">{shown.accountNumber === '' ? '' : words.account(shown.accountNumber)}</span>
      </div>
      <Standing shown={shown} />
      <SlipRoom room={room} slip={slip} label={words.slipRoom} />
      <span className="push" />
      {deeds.send ? (
        <Field
          label={words.address}
          focusName="address"
          scan="off"
          maxLength={120}
          value={form.address ?? shown.address}
          wrong={form.trouble}
          hintAfter={<Keys keys="F7" />}
          onText={(text) => send({ did: 'typed', text })}
          onEnter={deeds.send}
        />
      ) : form.trouble ? (
        <Wrong sentence={form.trouble} />
      ) : null}
      <Deeds form={form} shown={shown} deeds={deeds} />
    </section>
  );
}

/** How it stands, in words: a state that lasts says why. */
function Standing({ shown }: { shown: MessageRow }) {
  const { zone, now } = useStation();
  const { state, changedAt, attempts, nextAt, doubtful, trouble } = shown;
  const isOpen = state === 'queued' || state === 'failed';
  const sentences = [
    ...(state === 'kept' ? [words.keptWhy] : []),
    ...(isOpen && trouble ? [trouble] : []),
    ...(nextAt === null ? [] : [words.tried(attempts, clockOrDay(nextAt, zone, now))]),
    ...(doubtful ? [words.doubtful] : []),
  ];
  return (
    <div className="pad message-standing">
      <p className="row-inline">
        <StateOf row={shown} /> <span className="muted">{words.at(clockOrDay(changedAt, zone, now))}</span>
      </p>
      {sentences.map((sentence) => (
        <p key={sentence} className="muted">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function Deeds({ form, shown, deeds }: Pick<MessageDetailProps, 'form' | 'deeds'> & { shown: MessageRow }) {
  const main = mainDeed(shown, deeds);
  const others = (['send', 'print', 'post', 'drop'] as const).filter((deed) => deed !== main && deeds[deed]);
  return (
    <>
      <div className="deeds">
        {others.map((deed) => (
          <button key={deed} type="button" className="bare" onClick={deeds[deed]}>
            {labelOf(deed, shown)} <Keys keys={KEYS[deed]} />
          </button>
        ))}
      </div>
      <div className="foot">
        {main && deeds[main] ? (
          <PrimaryButton
            label={mainLabel(main, shown, otherAddress(form, shown))}
            keys="Ctrl+Enter"
            busy={form.busy}
            onPress={deeds[main]}
          />
        ) : (
          <p className="pad muted">{words.over}</p>
        )}
      </div>
    </>
  );
}

type Deed = keyof MessageDeeds;
const KEYS: Record<Deed, string> = { send: 'F2', print: 'F3', post: 'F4', drop: 'Del' };

/** What the state suggests: a letter is printed, an e-mail sent. */
export function mainDeed({ state }: MessageRow, deeds: MessageDeeds): Deed | null {
  const order: Deed[] = state === 'letter' ? ['print', 'send'] : ['send', 'print'];
  // What is over is done again by its key, never by the one primary action.
  const isOver = state === 'sent' || state === 'posted' || state === 'dropped';
  return isOver ? null : (order.find((deed) => deeds[deed]) ?? null);
}

function labelOf(deed: Deed, shown: MessageRow): string {
  switch (deed) {
    case 'send':
      return words.send;
    case 'print':
      return words.print[shown.kind];
    case 'post':
      return words.posted;
    case 'drop':
      return words.drop;
  }
}

function mainLabel(deed: Deed, shown: MessageRow, address: string | undefined): string {
  return deed === 'send' && address ? words.sendTo(address) : labelOf(deed, shown);
}
