import { type Dispatch, useReducer, useState } from 'react';
import type { Output } from '#contract/contract';
import type { CountTold } from '#contract/depositShapes';
import { formatAmount } from '#domain/money';
import { amount } from '../../format.ts';
import { Frame } from '../../frame/Frame.tsx';
import { deposits, witnessing as words } from '../../messages/deposits.ts';
import { usePage } from '../../page.ts';
import { Columns } from '../../ui/Columns.tsx';
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
          {isMade ? <Halves differenceCents={0} /> : deposits.state.differs}
        </Headline>
        <p className="pad muted">{said(of, done)}</p>
        <div className="foot">
          <PrimaryButton label={deposits.back} keys="Enter" onPress={leave} />
        </div>
      </section>
    </Frame>
  );
}

function said(of: DepositListed, { state, counts }: Output<'witnessDeposit'>): string {
  if (state === 'made') return of.bag === null ? '' : words.seal(of.bag);
  if (counts.some(isNotHeld)) return words.notHeld[heldBy(of)];
  return counts.every((one) => one.firstCents === one.secondCents) ? words.samePieces : words.settle;
}

/** Both counts of it are the same, and another amount than must be there. */
function isNotHeld({ heldCents, firstCents, secondCents }: CountTold): boolean {
  return firstCents === secondCents && firstCents !== heldCents;
}

/** Whether it is counted against its batches, or once more against what was deposited. */
function heldBy({ state }: DepositListed): keyof typeof words.notHeld {
  return state === 'recounted' || state === 'recount_differs' ? 'deposit' : 'batches';
}

const { columns } = words;

/** Tender by tender what must be there, and what each of two counted. */
export function Counts({ of, counts }: { of: DepositListed; counts: Output<'witnessDeposit'>['counts'] }) {
  const amounts = [columns.held[heldBy(of)], columns.first, columns.second, columns.difference];
  return (
    <table className="transit">
      <Columns of={[{ name: columns.what }, ...amounts.map((name) => ({ name, right: true as const }))]} />
      <tbody>
        {counts.map((one) => (
          <tr key={one.tender}>
            <td>{words.what[one.tender]}</td>
            <Counted cents={one.heldCents} items={null} />
            <Counted cents={one.firstCents} items={one.firstItems} />
            <Counted cents={one.secondCents} items={one.secondItems} />
            <td className="n">
              <Between of={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is between two counts, or between both and what must be there. */
function Between({ of }: { of: CountTold }) {
  const { tender, heldCents, firstCents, secondCents, agrees } = of;
  if (isNotHeld(of)) return <Halves differenceCents={secondCents - heldCents} />;
  if (firstCents !== secondCents || agrees) return <Halves differenceCents={secondCents - firstCents} />;
  return <span className="short">{tender === 'cash' ? words.otherPieces : words.otherNumber}</span>;
}

/** Papers are told with how many they are. */
function Counted({ cents, items }: { cents: number; items: number | null }) {
  return (
    <td className="n">
      {amount(cents)}
      {items === null ? null : <small className="under">{words.papers(items)}</small>}
    </td>
  );
}
