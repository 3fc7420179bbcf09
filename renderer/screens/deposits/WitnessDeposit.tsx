import { type Dispatch, useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import { formatAmount } from '#domain/money';
import { Frame } from '../../frame/Frame.tsx';
import { useStation } from '../../frame/station.ts';
import { deposits, witnessing as words } from '../../messages/deposits.ts';
import { usePage } from '../../page.ts';
import { useFocus } from '../../ui/focus.ts';
import { Headline } from '../../ui/Headline.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { worthTyped } from '../pieces/pieces.ts';
import { useGo } from '../route.ts';
import { CountedPieces } from '../safe/CountedPieces.tsx';
import { Halves } from '../safe/Halves.tsx';
import { PaperFields } from '../safe/PaperFields.tsx';
import { SafeForm } from '../safe/SafeForm.tsx';
import { useTelling } from '../safe/useTelling.ts';
import { Counts, saidOfCounts } from './Counts.tsx';
import type { DepositListed } from './depositsForm.ts';
import {
  blankWitness,
  isBegunWitnessing,
  papersTyped,
  toldWitness,
  type WitnessAction,
  type WitnessForm,
  witnessNotYet,
  witnessReducer,
} from './witnessForm.ts';

/** The second count of a deposit, blind to the first. */
export function WitnessDeposit({ deposit: of }: { deposit: DepositListed }) {
  const { host } = usePage();
  const [form, send] = useReducer(witnessReducer, null, () => blankWitness(host.newId(), of));
  const [done, setDone] = useState<Output<'witnessDeposit'> | null>(null);
  const tell = useTelling(send);
  const { commandId } = form;
  const record = async () =>
    setDone(await tell('witnessDeposit', { commandId, deposit: of.deposit, ...toldWitness(form) }));
  if (done) return <BothCounts of={of} done={done} />;
  return (
    <SafeForm
      screen="witnessDeposit"
      loss="deposit"
      title={words.title(of.deposit)}
      aside={words.aside}
      form={form}
      send={send}
      not={witnessNotYet(form)}
      onSend={() => void record()}
      isBegun={isBegunWitnessing(form)}
      left={
        form.hasCash ? (
          <CountedPieces form={form} send={send} />
        ) : (
          <p className="pad muted">{of.bag === null ? words.images : words.noCash}</p>
        )
      }
      head={form.hasCash ? words.head : words.headImages}
      headAside={of.bag === null ? deposits.images : deposits.bag(of.bag)}
      loud={formatAmount(form.hasCash ? worthTyped(form.typed) : papersTyped(form))}
      button={words.button}
      {...(form.hasCash ? {} : { isPaper: true as const })}
    >
      <Papers form={form} send={send} />
    </SafeForm>
  );
}

function Papers({ form, send }: { form: WitnessForm; send: Dispatch<WitnessAction> }) {
  return (
    <>
      {form.asked.map((pile) => (
        <PaperFields
          key={pile}
          what={pile}
          named={`${pile}-`}
          paper={form.piles[pile]}
          onText={(field, text) => send({ did: 'typedPaper', pile, field, text })}
          onItems={() => send({ did: 'acceptedPaper', pile, field: 'items' })}
          onTotal={() => send({ did: 'acceptedPaper', pile, field: 'total' })}
        />
      ))}
      <p className="pad muted">{words.note}</p>
    </>
  );
}

/** Both counts side by side, now that neither can be changed by the other. */
function BothCounts({ of, done }: { of: DepositListed; done: Output<'witnessDeposit'> }) {
  const go = useGo();
  // The hand that recorded it may press once more.
  const leave = useSettled(() => go({ go: 'back' }));
  const role = useStation().station.person?.role;
  const [focus] = useState({ on: 'primary', turn: 0 });
  useFocus(focus);
  const isMade = done.state === 'made';
  const title = isMade ? words.made(of.deposit) : words.differs(of.deposit);
  return (
    <Frame screen="witnessDeposit" actions={{ primary: leave, back: leave, next: false, row: false }}>
      <section className="left" aria-label={title}>
        <TitleRow title={title}>{words.doneAside}</TitleRow>
        <Counts of={of} counts={done.counts} />
      </section>
      <section className="side" aria-label={words.agree}>
        <Headline head={words.agree} isNews>
          {isMade ? <Halves differenceCents={0} /> : words.differ}
        </Headline>
        <p className="pad muted">{isMade ? sealed(of, role !== 'cashier') : saidOfCounts(of, done.counts)}</p>
        <div className="foot">
          <PrimaryButton label={deposits.back} keys="Enter" onPress={leave} />
        </div>
      </section>
    </Frame>
  );
}

function sealed({ bag }: DepositListed, prints: boolean): string {
  return bag === null ? '' : words.seal(bag, prints);
}
