import { useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import type { SafeCounting } from '#contract/custodyCalls';
import { formatAmount } from '#domain/money';
import { useStation } from '../../frame/station.ts';
import { safeCount, settlingSafe as words } from '../../messages/safeCount.ts';
import { usePage } from '../../page.ts';
import { approverOf } from '../approval/approve.ts';
import { useApproved } from '../approval/useApproved.ts';
import { worthTyped } from '../pieces/pieces.ts';
import { CountedPieces } from './CountedPieces.tsx';
import { Halves } from './Halves.tsx';
import { SafeDone } from './SafeDone.tsx';
import { SafeForm } from './SafeForm.tsx';
import {
  blankSettleSafeCount,
  type SettleSafeCountForm,
  settleSafeCountNotYet,
  settleSafeCountReducer,
  toldSettlingSafe,
} from './settleSafeCountForm.ts';
import { useRestedQuery } from './useRestedQuery.ts';
import { WhySettled } from './WhySettled.tsx';

/** Both counts stay; what a third look finds is what the safe holds from now on. */
export function SettleSafeCount({ counting: { count, differences, notApprovers } }: { counting: SafeCounting }) {
  const { host } = usePage();
  const [form, send] = useReducer(settleSafeCountReducer, null, () => blankSettleSafeCount(host.newId()));
  const [done, setDone] = useState<Output<'resolveSafeCount'> | null>(null);
  const told = toldSettlingSafe(form, count);
  const asked = useRestedQuery('safeResolution', told);
  const { mark = null, differenceCents } = asked.value ?? {};
  const run = useApproved(form, send, 'office', notApprovers);
  const settle = async () =>
    setDone(told && (await run('resolveSafeCount', { commandId: form.commandId, ...told }, { mark })));
  if (done) return <Settled {...{ form, done, notApprovers }} />;
  return (
    <SafeForm
      screen="settleSafeCount"
      title={words.title(count)}
      aside={words.aside}
      form={form}
      send={send}
      not={settleSafeCountNotYet(form)}
      onSend={() => void settle()}
      {...{ yes: asked, without: notApprovers }}
      isBegun={form.reason !== ''}
      left={<CountedPieces form={form} send={send} label={words.found} />}
      head={words.head}
      loud={differenceCents === undefined ? words.unknown : <Halves differenceCents={differenceCents} />}
      button={words.button(formatAmount(worthTyped(form.typed)))}
    >
      <Difference name={safeCount.first} cents={differences?.[0] ?? 0} />
      <Difference name={safeCount.second} cents={differences?.[1] ?? 0} />
      <p className="pad muted">{words.note}</p>
      <hr />
      <WhySettled {...{ form, send, words, asked }} without={notApprovers} />
    </SafeForm>
  );
}

function Difference({ name, cents }: { name: string; cents: number }) {
  return (
    <div className="row">
      <span className="muted">{name}</span>
      <Halves differenceCents={cents} />
    </div>
  );
}

type SettledProps = Pick<SafeCounting, 'notApprovers'> & {
  form: SettleSafeCountForm;
  done: Output<'resolveSafeCount'>;
};

function Settled({ form, done, notApprovers }: SettledProps) {
  const { station } = useStation();
  return (
    <SafeDone
      next={words.next}
      approver={approverOf(form.approval, station, 'office', notApprovers)}
      screen="settleSafeCount"
      title={words.done(done.count)}
      aside={words.doneAside}
      head={words.head}
      loud={<Halves differenceCents={done.differenceCents} />}
      facts={[
        { name: words.found, value: formatAmount(worthTyped(form.typed)) },
        { name: words.reason, value: form.reason },
      ]}
    />
  );
}
