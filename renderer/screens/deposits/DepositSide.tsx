import type { CountTold } from '#contract/depositShapes';
import type { TieBreak } from '#contract/tieShapes';
import { fundWords } from '#domain/fundAndBars';
import { amount, mediumDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { witnessing, deposits as words } from '../../messages/deposits.ts';
import { safe } from '../../messages/safe.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Room } from '../../ui/Room.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import { Breaks } from '../tie/Breaks.tsx';
import { Counts, saidOfCounts } from './Counts.tsx';
import { StateOf } from './DepositTable.tsx';
import { DueBar, useWhen } from './DueBar.tsx';
import { type Deposit, type DepositListed, hiddenWhy, isInDispute } from './depositsForm.ts';
import type { DepositDeeds } from './useDepositDeeds.ts';

type DepositSideProps = {
  listed: DepositListed | undefined;
  deposit: Deposit | undefined;
  deeds: DepositDeeds;
  said: string | null;
  trouble: string | null;
  /** Where its tie does not hold, unless all of the tie is in sight anyway. */
  breaks?: readonly TieBreak[] | undefined;
};

/** The deposit on show: what is in it and until when, who did what, and what is to be done. */
export function DepositSide({ listed, deposit, deeds, said, trouble, breaks = [] }: DepositSideProps) {
  if (!listed) return <section className="side" aria-label={words.details} />;
  const { firstReceiptAt, dueAt, handedAt, state } = listed;
  return (
    <section className="side" aria-label={listed.deposit}>
      <TitleRow title={listed.deposit}>
        <StateOf of={listed} />
      </TitleRow>
      <Worth listed={listed} deposit={deposit} />
      {state === 'withdrawn' ? null : <DueBar {...{ firstReceiptAt, dueAt, handedAt }} />}
      <LateWhy listed={listed} />
      {breaks.length > 0 ? <Breaks breaks={breaks} /> : null}
      {deposit ? (
        <Room label={words.steps} rows="tbody tr">
          <Steps deposit={deposit} />
        </Room>
      ) : null}
      <span className="push" />
      <Foot deeds={deeds} said={said} trouble={trouble} />
    </section>
  );
}

function Worth({ listed, deposit }: { listed: DepositListed; deposit: Deposit | undefined }) {
  const { bankAccountName, lastFour, bag } = listed;
  const hidden = hiddenWhy(listed, useStation().station.person?.role);
  return (
    <>
      <div className="row">
        <span>{words.account(bankAccountName, lastFour)}</span>
        <span className="muted">{bag === null ? words.images : words.bag(bag)}</span>
      </div>
      {deposit?.told && isInDispute(deposit) ? (
        <InDispute of={deposit} counts={deposit.told.counts} />
      ) : deposit?.told ? (
        <>
          <Headline head={words.total}>{amount(deposit.told.totalCents)}</Headline>
          {deposit.told.images ? <Paper {...deposit.told.images} /> : null}
          {deposit.told.funds.map((share) => (
            <div className="row" key={share.fund}>
              <span className="muted">{fundWords(share)}</span>
              <span className="num">{amount(share.cents)}</span>
            </div>
          ))}
        </>
      ) : hidden !== null ? (
        <p className="pad muted with-mark">
          <Mark name="hidden" /> {hidden}
        </p>
      ) : null}
    </>
  );
}

/** Neither count is a fact while they differ: both are told beside what must be there, and no total. */
function InDispute({ of, counts }: { of: Deposit; counts: readonly CountTold[] }) {
  return (
    <>
      <Headline head={witnessing.agree}>{words.state.differs}</Headline>
      <p className="pad muted">{saidOfCounts(of, counts)}</p>
      <Counts of={of} counts={counts} />
    </>
  );
}

/** Until when the paper is kept of checks that were sent as images, or that it is no more. */
function Paper({ destroyAfter, destroyedAt }: NonNullable<NonNullable<Deposit['told']>['images']>) {
  const when = useWhen();
  return (
    <div className="row">
      <span className="muted">{words.paper}</span>
      <span>
        {destroyedAt === null ? words.paperKept(mediumDay(destroyAfter)) : words.paperGone(when(destroyedAt))}
      </span>
    </div>
  );
}

/** Why it is late: also that nobody has said it yet. */
function LateWhy({ listed: { isLate, lateReason } }: { listed: DepositListed }) {
  if (!isLate) return null;
  return (
    <p className="pad late-why">
      {lateReason === null ? <b className="short">{words.noReason}</b> : (lateReason.words ?? words.reasonGone)}
    </p>
  );
}

function whoOf({ personName, approverName }: Deposit['steps'][number]): string {
  return approverName === null ? personName : safe.both(personName, approverName);
}

/** Who did what to it, in order. */
export function Steps({ deposit: { steps, isCounty } }: { deposit: Deposit }) {
  const when = useWhen();
  return (
    <table className="deposit-steps">
      <tbody>
        {steps.map((step, place) => {
          const told = (isCounty ? words.atCounty[step.step] : null) ?? words.step[step.step];
          const name = isSettled(steps, place) ? words.settledStep : told;
          const seal = step.seals && words.seal(step.seals);
          const bag = step.bagged && words.bagged(step.bagged);
          const slip = step.slip && words.slip(step.slip, isCounty);
          return (
            <tr key={`${step.step} ${step.at}`}>
              <td>
                {name}
                <small className="under">
                  {[whoOf(step), step.words, seal, bag, slip].filter((word) => word !== null).join(' · ')}
                </small>
              </td>
              <td className="n">{when(step.at)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Whether it was made, or made once more, by a third count: the second one before it differed. */
function isSettled(steps: Deposit['steps'], place: number): boolean {
  const { step } = steps[place] ?? {};
  if (step !== 'made' && step !== 'resealed') return false;
  const [first, differs] = step === 'made' ? ['prepared', 'differs'] : ['recounted', 'recount_differs'];
  return steps.slice(0, place).findLast((one) => one.step === first || one.step === differs)?.step === differs;
}

function Foot({ deeds, said, trouble }: Pick<DepositSideProps, 'deeds' | 'said' | 'trouble'>) {
  const role = useStation().station.person?.role;
  const { main, label, why } = deeds;
  return (
    <div className="foot">
      {said === null ? null : (
        <p className="pad good" role="status">
          {said}
        </p>
      )}
      {trouble === null ? null : <Wrong sentence={trouble} />}
      {role === 'auditor' ? <p className="pad muted">{words.looksOnly}</p> : null}
      {role === 'cashier' && !main ? <p className="pad muted">{why ?? words.countsOnly}</p> : null}
      {role !== 'auditor' && (main || role !== 'cashier') ? (
        <PrimaryButton label={label} keys="Ctrl+Enter" why={why} onPress={main ?? ignore} />
      ) : null}
    </div>
  );
}

function ignore() {}
