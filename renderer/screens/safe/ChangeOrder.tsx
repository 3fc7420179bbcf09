import { type Dispatch, useReducer, useState } from 'react';
import type { ChangeOrder as Order } from '#contract/changeOrderCalls';
import { cents, formatAmount } from '#domain/money';
import { amount } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { changeOrder as words } from '../../messages/changeOrder.ts';
import { safe } from '../../messages/safe.ts';
import { usePage } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { type Asked, refusedIn } from '../../store.ts';
import { Field } from '../../ui/Field.tsx';
import { Approval } from '../approval/Approval.tsx';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { approverOf } from '../approval/approve.ts';
import { useApproved } from '../approval/useApproved.ts';
import { useBegunAnew } from '../approval/useBegunAnew.ts';
import { Difference } from '../compare/Compared.tsx';
import { worthTyped } from '../pieces/pieces.ts';
import { CountedPieces } from './CountedPieces.tsx';
import {
  blankChangeOrder,
  type ChangeOrderAction,
  type ChangeOrderForm,
  changeOrderNotYet,
  changeOrderReducer,
  receivedMore,
  toldOrder,
  toldReceiving,
} from './changeOrderForm.ts';
import { SafeDone } from './SafeDone.tsx';
import { SafeForm } from './SafeForm.tsx';
import { useRestedQuery } from './useRestedQuery.ts';

/** What the ledger has recorded: the order, what lies in the safe by now, and what differs. */
type Recorded = { order: string; safeCents: number | null; differenceCents: number };

/** Cash goes to the bank for change; or, given an order, what came back for it is counted. */
export function ChangeOrder({ order }: { order: Order | null }) {
  const { host } = usePage();
  const [form, send] = useReducer(changeOrderReducer, order, (known) => blankChangeOrder(host.newId(), known));
  const [done, setDone] = useState<Recorded | null>(null);
  const { asked, change } = useChanging(form, send, setDone);
  const worth = formatAmount(worthTyped(form.typed));
  if (done) return <Changed form={form} done={done} />;
  const said = order === null ? words.order : words.receive;
  return (
    <SafeForm
      screen="changeOrder"
      title={order === null ? words.order.title : words.receive.title(order.order)}
      aside={said.aside}
      form={form}
      send={send}
      not={changeOrderNotYet(form)}
      onSend={() => void change()}
      yes={asked}
      isBegun={form.words !== ''}
      left={<CountedPieces form={form} send={send} />}
      head={said.head}
      headAside={order === null ? undefined : words.receive.went(amount(order.cents))}
      loud={worth}
      button={said.button(worth)}
    >
      <Why form={form} send={send} mark={asked.value?.mark ?? null} refused={refusedIn(asked)} />
    </SafeForm>
  );
}

function useChanging(
  form: ChangeOrderForm,
  send: Dispatch<ChangeOrderAction>,
  setDone: (done: Recorded | null) => void,
): { asked: Asked<{ mark: string }>; change: () => Promise<void> } {
  const [ordered, received] = [toldOrder(form), toldReceiving(form)];
  const ofOrder = useRestedQuery('orderMark', ordered);
  const ofReceiving = useRestedQuery('receivingMark', received);
  const asked = form.order === null ? ofOrder : ofReceiving;
  const mark = asked.value?.mark ?? null;
  const run = useApproved(form, useBegunAnew(send), 'office');
  const { commandId } = form;
  async function change() {
    if (ordered) {
      const told = await run('orderChange', { commandId, ...ordered }, { mark });
      setDone(told && { order: told.order, safeCents: told.safeCents, differenceCents: 0 });
    }
    if (received) setDone(await run('receiveChange', { commandId, ...received }, { mark }));
  }
  return { asked, change };
}

type WhyProps = {
  form: ChangeOrderForm;
  send: Dispatch<ChangeOrderAction>;
  mark: string | null;
  refused: string | null;
};

function Why({ form, send, mark, refused }: WhyProps) {
  const said = form.order === null ? words.order : words.receive;
  const more = receivedMore(form);
  return (
    <>
      {more === null ? null : (
        <div className="row">
          <span className="muted">{words.difference}</span>
          <span className="num">
            <Difference of={cents(more)} />
          </span>
        </div>
      )}
      <Field
        label={said.words}
        focusName="words"
        maxLength={120}
        placeholder={said.hint}
        value={form.words}
        wrong={sentenceUnder(form.trouble, 'words')}
        onText={(text) => send({ did: 'typedWords', text })}
        onEnter={() => send({ did: 'wentTo', place: APPROVAL_PIN })}
      />
      <Approval
        place="office"
        form={form}
        send={send}
        mark={mark}
        refused={refused}
        about={said.only}
        onEnter={() => send({ did: 'wentTo', place: 'primary' })}
      />
    </>
  );
}

function Changed({ form, done }: { form: ChangeOrderForm; done: Recorded }) {
  const { station } = useStation();
  const said = form.order === null ? words.order : words.receive;
  return (
    <SafeDone
      next={said.next}
      approver={approverOf(form.approval, station, 'office')}
      screen="changeOrder"
      title={said.done(done.order)}
      aside={said.doneAside}
      head={words.books}
      loud={done.safeCents === null ? safe.hidden : amount(done.safeCents)}
      facts={[
        { name: words.number, value: done.order },
        { name: said.head, value: formatAmount(worthTyped(form.typed)) },
        ...(done.differenceCents === 0
          ? []
          : [{ name: words.difference, value: <Difference of={cents(done.differenceCents)} /> }]),
      ]}
    />
  );
}
