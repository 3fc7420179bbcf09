import { type Dispatch, useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import { formatAmount } from '#domain/money';
import { amount } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { safe, fund as words } from '../../messages/safe.ts';
import { usePage } from '../../page.ts';
import { sentenceUnder } from '../../refusal.ts';
import { refusedIn } from '../../store.ts';
import { Field } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Approval } from '../approval/Approval.tsx';
import { APPROVAL_PIN } from '../approval/approvalForm.ts';
import { approverOf } from '../approval/approve.ts';
import { useApproved } from '../approval/useApproved.ts';
import { useBegunAnew } from '../approval/useBegunAnew.ts';
import { worthTyped } from '../pieces/pieces.ts';
import { CountedPieces } from './CountedPieces.tsx';
import {
  blankChangeFund,
  type ChangeFundAction,
  type ChangeFundForm,
  changeFundNotYet,
  changeFundReducer,
  toldFund,
} from './changeFundForm.ts';
import { SafeDone } from './SafeDone.tsx';
import { SafeForm } from './SafeForm.tsx';
import { useRestedQuery } from './useRestedQuery.ts';

/** The district gives the change fund more, or takes some of it back. */
export function ChangeFund() {
  const { host } = usePage();
  const [form, send] = useReducer(changeFundReducer, null, () => blankChangeFund(host.newId()));
  const [done, setDone] = useState<Output<'changeFund'> | null>(null);
  const told = toldFund(form);
  const asked = useRestedQuery('changeFundMark', told);
  const mark = asked.value?.mark ?? null;
  const run = useApproved(form, useBegunAnew(send), 'office');
  const change = async () => {
    const { commandId } = form;
    setDone(told && (await run('changeFund', { commandId, ...told }, { mark })));
  };
  const worth = formatAmount(worthTyped(form.typed));
  if (done) return <Changed form={form} done={done} />;
  return (
    <SafeForm
      screen="changeFund"
      title={words.title}
      aside={words.aside}
      form={form}
      send={send}
      not={changeFundNotYet(form)}
      onSend={() => void change()}
      yes={asked}
      isBegun={form.resolution !== ''}
      left={<CountedPieces form={form} send={send} />}
      head={words.head[form.way]}
      loud={worth}
      button={words.button[form.way](worth)}
    >
      <Resolution form={form} send={send} mark={mark} refused={refusedIn(asked)} />
    </SafeForm>
  );
}

type ResolutionProps = {
  form: ChangeFundForm;
  send: Dispatch<ChangeFundAction>;
  mark: string | null;
  refused: string | null;
};

function Resolution({ form, send, mark, refused }: ResolutionProps) {
  return (
    <>
      <SelectField
        label={words.way}
        focusName="way"
        value={form.way}
        options={(['in', 'back'] as const).map((way) => ({ value: way, label: words.ways[way] }))}
        onPick={(way) => send({ did: 'choseWay', way })}
        onEnter={() => send({ did: 'wentTo', place: 'resolution' })}
      />
      <Field
        label={words.resolution}
        focusName="resolution"
        maxLength={120}
        placeholder={words.resolutionHint}
        value={form.resolution}
        wrong={sentenceUnder(form.trouble, 'resolution')}
        onText={(text) => send({ did: 'typedResolution', text })}
        onEnter={() => send({ did: 'wentTo', place: APPROVAL_PIN })}
      />
      <Approval
        place="office"
        form={form}
        send={send}
        mark={mark}
        refused={refused}
        about={words.only}
        onEnter={() => send({ did: 'wentTo', place: 'primary' })}
      />
    </>
  );
}

function Changed({ form, done }: { form: ChangeFundForm; done: Output<'changeFund'> }) {
  const { station } = useStation();
  return (
    <SafeDone
      next={words.next[form.way]}
      approver={approverOf(form.approval, station, 'office')}
      screen="changeFund"
      title={words.done[form.way]}
      aside={words.doneAside}
      head={words.now}
      loud={amount(done.changeFundCents)}
      facts={[
        { name: words.head[form.way], value: formatAmount(worthTyped(form.typed)) },
        { name: words.books, value: done.safeCents === null ? safe.hidden : amount(done.safeCents) },
        { name: words.resolution, value: form.resolution },
      ]}
    />
  );
}
