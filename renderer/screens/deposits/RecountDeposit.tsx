import { useReducer, useState } from 'react';
import { formatAmount } from '#domain/money';
import { deposits, making, recounting as words } from '../../messages/deposits.ts';
import { usePage } from '../../page.ts';
import { Mark } from '../../ui/Mark.tsx';
import { worthTyped } from '../pieces/pieces.ts';
import { CountedPieces } from '../safe/CountedPieces.tsx';
import { SafeDone } from '../safe/SafeDone.tsx';
import { SafeForm } from '../safe/SafeForm.tsx';
import { useTelling } from '../safe/useTelling.ts';
import { BagFields } from './BagFields.tsx';
import { bagShown } from './bagText.ts';
import type { Deposit } from './depositsForm.ts';
import {
  blankRecountDeposit,
  isBegunRecount,
  papersMissing,
  recountDepositNotYet,
  recountDepositReducer,
  toldRecount,
} from './recountDepositForm.ts';
import { papersOf } from './settleDepositForm.ts';
import { TickOff } from './TickOff.tsx';

/** Its seal was broken: everything in it is counted again, and goes into another bag. */
export function RecountDeposit({ deposit: of }: { deposit: Deposit }) {
  const { host } = usePage();
  const [form, send] = useReducer(recountDepositReducer, null, () => blankRecountDeposit(host.newId(), of));
  const [isDone, setDone] = useState(false);
  const tell = useTelling(send);
  const record = async () =>
    setDone((await tell('recountDeposit', { commandId: form.commandId, ...toldRecount(form) })) !== null);
  const counted = formatAmount(worthTyped(form.typed));
  if (isDone) return <Recounted deposit={of.deposit} {...form} counted={counted} />;
  const missing = papersMissing(form);
  return (
    <SafeForm
      screen="recountDeposit"
      loss="deposit"
      title={words.title(of.deposit)}
      aside={words.aside}
      form={form}
      send={send}
      not={recountDepositNotYet(form)}
      onSend={() => void record()}
      isBegun={isBegunRecount(form)}
      left={
        <div className="in-deposit">
          <div>
            <CountedPieces form={form} send={send} label={making.cash} narrow />
          </div>
          <TickOff papers={papersOf(of)} ticks={form.ticks} trouble={form.trouble} send={send} />
        </div>
      }
      head={making.cash}
      loud={counted}
      button={missing > 0 ? words.buttonMissing(making.paper(missing)) : words.button}
    >
      <Missing papers={missing} />
      <BagFields form={form} send={send} />
      <p className="pad muted">{words.note}</p>
    </SafeForm>
  );
}

function Missing({ papers }: { papers: number }) {
  if (papers === 0) return null;
  return (
    <p className="pad with-mark short">
      <Mark name="warning" /> {words.missing(making.paper(papers))}
    </p>
  );
}

type RecountedProps = { deposit: string; bag: string; seal: string; counted: string };

function Recounted({ deposit, bag, seal, counted }: RecountedProps) {
  return (
    <SafeDone
      next={making.next}
      screen="recountDeposit"
      title={words.done(deposit)}
      aside={words.doneAside}
      head={making.cash}
      loud={counted}
      back={deposits.back}
      facts={[
        { name: making.bag, value: bagShown(bag) },
        { name: making.seal, value: bagShown(seal) },
      ]}
    />
  );
}
