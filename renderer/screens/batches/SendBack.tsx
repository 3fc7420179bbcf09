import { type Dispatch, useReducer, useRef } from 'react';
import { amount, mediumDay, shortName } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import { batches, sendingBack as words } from '../../messages/batches.ts';
import { safe } from '../../messages/safe.ts';
import { usePage } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { AskToForget } from '../../ui/AskToForget.tsx';
import { Wrong } from '../../ui/Field.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { Room } from '../../ui/Room.tsx';
import { scrolling } from '../../ui/scrollRoom.ts';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useGo } from '../route.ts';
import { useTelling } from '../safe/useTelling.ts';
import { BatchDetails } from './BatchSide.tsx';
import { type Batch, takenCents } from './batchesForm.ts';
import {
  blankSendBack,
  isBegunSendingBack,
  type SendBackAction,
  type SendBackForm,
  sendBackReducer,
} from './sendBackForm.ts';

/** A batch goes back with a reason, what is in it still in sight. */
export function SendBack({ batch }: { batch: Batch }) {
  const go = useGo();
  const { host } = usePage();
  const [form, send] = useReducer(sendBackReducer, null, () => blankSendBack(host.newId()));
  const tell = useTelling(send);
  const room = useRef<HTMLElement>(null);
  useFocus(form.focus);
  const isBegun = isBegunSendingBack(form);
  useUnfinished(isBegun ? 'batch' : null);
  const leave = () => go({ go: 'back' });
  const sendIt = async () => {
    if (form.busy) return;
    const { commandId } = form;
    if (await tell('sendBackBatch', { commandId, batch: batch.batch, reason: form.reason.trim() })) leave();
  };
  const press = () => (isBegun ? void sendIt() : send({ did: 'wentTo', place: 'reason' }));
  const title = words.title(batch.batch);
  return (
    <Frame
      screen="sendBack"
      actions={{ primary: press, back: () => (isBegun ? send({ did: 'wentBack' }) : leave()), ...scrolling(room) }}
    >
      <section className="left" aria-label={title}>
        <TitleRow title={title}>{words.aside(shortName(batch.cashierName), mediumDay(batch.businessDay))}</TitleRow>
        <Room label={batches.details} room={room} rows="tbody tr, .foreknown" moreKeys="PgDn">
          <BatchDetails batch={batch} />
        </Room>
      </section>
      <Side batch={batch} form={form} send={send} press={press} />
      {form.isLeaving ? <AskToForget words={safe.ask} onKeep={() => send({ did: 'stayed' })} onForget={leave} /> : null}
    </Frame>
  );
}

type SideProps = { batch: Batch; form: SendBackForm; send: Dispatch<SendBackAction>; press: () => void };

function Side({ batch, form, send, press }: SideProps) {
  const taken = takenCents(batch);
  const wrong = sentenceUnder(form.trouble, 'primary');
  return (
    <section className="side" aria-label={words.head}>
      <Headline head={words.head}>{taken === null ? words.hidden : amount(taken)}</Headline>
      <p className="pad muted">{words.note}</p>
      {batch.state === 'approved' ? <p className="pad">{words.wasApproved}</p> : null}
      <ReasonField
        label={words.reason}
        placeholder={words.reasonHint}
        value={form.reason}
        trouble={form.trouble}
        onText={(text) => send({ did: 'typed', text })}
        onEnter={() => send({ did: 'wentTo', place: isBegunSendingBack(form) ? 'primary' : 'reason' })}
      />
      <div className="foot">
        {wrong ? <Wrong sentence={wrong} /> : null}
        <PrimaryButton
          label={words.button(batch.batch)}
          keys="Ctrl+Enter"
          why={isBegunSendingBack(form) ? null : words.why}
          busy={form.busy}
          onPress={press}
          onWhy={press}
        />
      </div>
    </section>
  );
}
