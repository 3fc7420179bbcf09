import { type Dispatch, useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import type { Handoff } from '#contract/custodyCalls';
import { isPaper } from '#domain/handoff';
import { amount, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { safe, settling as words } from '../../messages/safe.ts';
import { usePage } from '../../page.ts';
import { approverOf } from '../approval/approve.ts';
import { useApproved } from '../approval/useApproved.ts';
import { CountedPieces } from './CountedPieces.tsx';
import { differenceOf, Halves } from './Halves.tsx';
import { PaperFields } from './PaperFields.tsx';
import { SafeDone } from './SafeDone.tsx';
import { SafeForm } from './SafeForm.tsx';
import { BothCounts } from './SafeSide.tsx';
import {
  blankSettle,
  foundCents,
  isBegunSettling,
  type SettleAction,
  type SettleForm,
  settleNotYet,
  settleReducer,
  toldSettling,
  whatIsSo,
} from './settleForm.ts';
import { isWrongItems } from './typedPaper.ts';
import { Unexplained } from './Unexplained.tsx';
import { useRestedQuery } from './useRestedQuery.ts';
import { WhySettled } from './WhySettled.tsx';

/** Both counts stay; what both find together settles the difference, and the rest is unexplained. */
export function SettleHandoff({ handoff: of }: { handoff: Handoff }) {
  const { host } = usePage();
  const [form, send] = useReducer(settleReducer, null, () => blankSettle(host.newId(), of));
  const [done, setDone] = useState<Output<'resolveHandoff'> | null>(null);
  const told = toldSettling(form, of);
  const asked = useRestedQuery('resolution', told);
  const { mark = null, foundCents: found, unexplainedCents } = asked.value ?? {};
  const loud = unexplainedCents === undefined ? words.unknown : <Unexplained cents={unexplainedCents} />;
  const run = useApproved(form, send, 'office', of.notApprovers);
  const settle = async () =>
    setDone(told && (await run('resolveHandoff', { commandId: form.commandId, ...told }, { mark })));
  if (done) return <Settled of={of} form={form} done={done} />;
  return (
    <SafeForm
      screen="settle"
      title={words.title(of.handoff)}
      aside={words.aside}
      form={form}
      send={send}
      not={settleNotYet(form, of)}
      onSend={() => void settle()}
      {...{ yes: asked, without: of.notApprovers, isPaper: isPaper(of.what) }}
      isBegun={isBegunSettling(form)}
      left={<Found of={of} form={form} send={send} />}
      head={words.head}
      loud={loud}
      button={words.button(found === undefined ? words.unknown : amount(found))}
    >
      <BothCounts of={of} />
      {found === undefined ? null : <p className="pad">{whatIsSo(of, found)}</p>}
      <hr />
      <WhySettled {...{ form, send, words, asked }} without={of.notApprovers} />
    </SafeForm>
  );
}

type FoundProps = { of: Handoff; form: SettleForm; send: Dispatch<SettleAction> };

function Found({ of, form, send }: FoundProps) {
  if (of.what !== 'check' && of.what !== 'money-order')
    return <CountedPieces form={form} send={send} label={words.found} />;
  return (
    <PaperFields
      what={of.what}
      paper={form.paper}
      onText={(field, text) => send({ did: 'typedPaper', field, text })}
      onItems={() => send({ did: 'wentTo', place: isWrongItems(form.paper) ? 'items' : 'total' })}
      onTotal={() => send({ did: 'wentTo', place: 'reason' })}
    />
  );
}

function Settled({ of, form, done }: { of: Handoff; form: SettleForm; done: Output<'resolveHandoff'> }) {
  const { station } = useStation();
  return (
    <SafeDone
      next={`${whatIsSo(of, foundCents(form, of))} ${words.next}`}
      approver={approverOf(form.approval, station, 'office', of.notApprovers)}
      screen="settle"
      title={words.done(of.handoff)}
      aside={words.doneAside}
      head={words.head}
      loud={<Unexplained cents={done.unexplainedCents} />}
      facts={[
        { name: safe.given, value: amount(of.givenCents ?? 0) },
        ...(of.returnedCents === null
          ? []
          : [{ name: safe.returned(shortName(of.returnedByName ?? '')), value: amount(of.returnedCents) }]),
        ...(of.countedCents === null ? [] : [{ name: safe.counted, value: amount(of.countedCents) }]),
        { name: safe.difference, value: <Halves differenceCents={differenceOf(of) ?? 0} /> },
        { name: words.found, value: amount(foundCents(form, of)) },
        { name: words.reason, value: form.reason },
      ]}
    />
  );
}
