import { type Dispatch, useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import { amount } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { deposits, making, witnessing, settlingDeposit as words } from '../../messages/deposits.ts';
import { usePage } from '../../page.ts';
import { approverOf } from '../approval/approve.ts';
import { useApproved } from '../approval/useApproved.ts';
import { CountedPieces } from '../safe/CountedPieces.tsx';
import { Halves } from '../safe/Halves.tsx';
import { SafeDone } from '../safe/SafeDone.tsx';
import { SafeForm } from '../safe/SafeForm.tsx';
import { Unexplained } from '../safe/Unexplained.tsx';
import { useRestedQuery } from '../safe/useRestedQuery.ts';
import { WhySettled } from '../safe/WhySettled.tsx';
import { Counts } from './Counts.tsx';
import type { Deposit } from './depositsForm.ts';
import {
  blankSettleDeposit,
  papersOf,
  type SettleDepositAction,
  type SettleDepositForm,
  settleDepositNotYet,
  settleDepositReducer,
  toldSettlingDeposit,
} from './settleDepositForm.ts';
import { TickOff } from './TickOff.tsx';

/** Both counts stay; a third one settles what is in the deposit, and the rest is unexplained. */
export function SettleDeposit({ deposit: of }: { deposit: Deposit }) {
  const { host } = usePage();
  const [form, send] = useReducer(settleDepositReducer, null, () => blankSettleDeposit(host.newId(), of));
  const [done, setDone] = useState<Output<'resolveDeposit'> | null>(null);
  const told = toldSettlingDeposit(form);
  const asked = useRestedQuery('depositResolution', told);
  const { mark = null, foundCents, unexplained } = asked.value ?? {};
  const run = useApproved(form, send, 'office', of.notApprovers);
  const settle = async () =>
    setDone(told && (await run('resolveDeposit', { commandId: form.commandId, ...told }, { mark })));
  const rest = unexplained?.reduce((total, { cents }) => total + cents, 0);
  if (done) return <Settled of={of} form={form} done={done} />;
  return (
    <SafeForm
      screen="settleDeposit"
      loss="deposit"
      title={words.title(of.deposit)}
      aside={words.aside}
      form={form}
      send={send}
      not={settleDepositNotYet(form)}
      onSend={() => void settle()}
      yes={asked}
      without={of.notApprovers}
      isBegun={form.reason !== ''}
      left={<Found form={form} send={send} />}
      head={words.head}
      loud={rest === undefined ? words.unknown : <ByTender of={unexplained ?? []} />}
      button={words.button(foundCents === undefined ? words.unknown : amount(foundCents))}
    >
      <Counts of={of} counts={of.told?.counts ?? []} />
      <WhySettled {...{ form, send, words, asked }} without={of.notApprovers} />
    </SafeForm>
  );
}

type PartProps = { form: SettleDepositForm; send: Dispatch<SettleDepositAction> };

function Found({ form, send }: PartProps) {
  return (
    <div className="in-deposit">
      <div>
        <CountedPieces form={form} send={send} label={words.found} narrow />
      </div>
      <TickOff papers={papersOf(form.of)} ticks={form.ticks} trouble={form.trouble} send={send} />
    </div>
  );
}

/** What is not found again, tender by tender and never netted; one word where all is there. */
function ByTender({ of }: { of: Output<'depositResolution'>['unexplained'] }) {
  const rest = of.filter(({ cents }) => cents !== 0);
  if (rest.length === 0) return <Unexplained cents={0} />;
  return (
    <span className="unexplained">
      {rest.map(({ tender, cents }) => (
        <span key={tender}>
          <Halves differenceCents={cents} /> <small>{witnessing.what[tender]}</small>
        </span>
      ))}
    </span>
  );
}

function Settled({ of, form, done }: { of: Deposit; form: SettleDepositForm; done: Output<'resolveDeposit'> }) {
  const { station } = useStation();
  return (
    <SafeDone
      next={of.bag === null ? words.nextImages : witnessing.seal(of.bag, true)}
      approver={approverOf(form.approval, station, 'office', of.notApprovers)}
      screen="settleDeposit"
      title={words.done(of.deposit)}
      aside={words.doneAside}
      head={making.total}
      loud={amount(done.totalCents)}
      back={deposits.back}
      facts={[
        { name: making.bag, value: of.bag ?? deposits.images },
        { name: words.reason, value: form.reason },
      ]}
    />
  );
}
