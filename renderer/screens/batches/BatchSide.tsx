import type { Ref } from 'react';
import { amount, mediumDay, shortName } from '../../format.ts';
import { batches as words } from '../../messages/batches.ts';
import { Wrong } from '../../ui/Field.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { Room } from '../../ui/Room.tsx';
import { TitleRow } from '../../ui/TitleRow.tsx';
import type { Route } from '../route.ts';
import { BatchHistory } from './BatchHistory.tsx';
import { BatchMoney } from './BatchMoney.tsx';
import { StateOf } from './BatchTable.tsx';
import { type Batch, type BatchesForm, takenCents } from './batchesForm.ts';
import { Differs } from './Differs.tsx';
import { Foreknown } from './Foreknown.tsx';
import { HandedOver } from './HandedOver.tsx';
import { PaidInAndOut } from './PaidInAndOut.tsx';
import type { BatchDeeds } from './useDeeds.ts';

type BatchSideProps = {
  form: BatchesForm;
  batch: Batch | undefined;
  deeds: BatchDeeds;
  /** What is in the batch, which scrolls by itself. */
  room: Ref<HTMLElement | null>;
  /** Where back leads from a receipt that is opened. */
  from: Route;
};

/** The batch on show: what it holds, who did what, and what can be done with it. */
export function BatchSide({ form, batch, deeds, room, from }: BatchSideProps) {
  if (!batch) return <section className="side" aria-label={words.details} />;
  return (
    <section className="side" aria-label={batch.batch}>
      <TitleRow title={batch.batch}>
        <StateOf state={batch.state} isLeft={batch.isLeft} />
      </TitleRow>
      <BatchFacts batch={batch} />
      <Room label={words.details} room={room} rows="tbody tr, .foreknown" moreKeys="PgDn" hasAbove>
        <BatchDetails batch={batch} from={from} />
      </Room>
      <span className="push" />
      <Foot form={form} batch={batch} deeds={deeds} />
    </section>
  );
}

/** Whose it is, what was taken, and by how many receipts. */
export function BatchFacts({ batch }: { batch: Batch }) {
  const { cashierName, drawer, businessDay, receipts, undone, state, isLeft } = batch;
  const hidden = isLeft ? 'left' : state === 'open' ? 'open' : 'closed';
  const taken = takenCents(batch);
  const last = batch.steps.at(-1);
  return (
    <>
      <div className="row">
        <span>
          {cashierName} <span className="muted">{drawer}</span>
        </span>
        <span className="muted">{mediumDay(businessDay)}</span>
      </div>
      {taken === null ? (
        <p className="pad muted with-mark">
          <Mark name="hidden" /> {words.hidden[hidden]}
        </p>
      ) : (
        <Headline head={words.taken}>{amount(taken)}</Headline>
      )}
      <div className="row muted">
        <span>{words.receipts(receipts.issued)}</span>
        <span>{words.voided(receipts.voided)}</span>
        <span>{words.undone(undone)}</span>
      </div>
      {state === 'sent_back' && last ? (
        <p className="pad sent-back">{words.back(shortName(last.personName), last.reason ?? words.noReason)}</p>
      ) : null}
    </>
  );
}

type BatchDetailsProps = {
  batch: Batch;
  /** Where back leads from a receipt that is opened; without it none opens. */
  from?: Route;
};

/** What differs, whose counts were not blind, tender by tender, what was handed over, what was undone, and who did what. */
export function BatchDetails({ batch, from }: BatchDetailsProps) {
  return (
    <div className="batch-details">
      <Differs batch={batch} />
      <Foreknown batch={batch} />
      {batch.totals ? <BatchMoney totals={batch.totals} /> : null}
      {batch.handoffs.length > 0 ? <HandedOver handoffs={batch.handoffs} /> : null}
      {batch.totals ? <PaidInAndOut totals={batch.totals} /> : null}
      <BatchHistory batch={batch} from={from} />
    </div>
  );
}

function Foot({ form, batch, deeds }: Pick<BatchSideProps, 'form' | 'deeds'> & { batch: Batch }) {
  const { mayAct, sendBack, why, approve } = deeds;
  if (!mayAct) return <p className="pad muted">{words.looksOnly}</p>;
  const taken = takenCents(batch);
  return (
    <div className="foot">
      {sendBack ? (
        <div className="batch-deeds">
          <button type="button" className="bare" onClick={sendBack}>
            {words.sendBack} <Keys keys="F7" />
          </button>
        </div>
      ) : null}
      {form.trouble ? <Wrong sentence={form.trouble} /> : null}
      {batch.yours && batch.mark !== null ? <p className="pad muted">{words.others(batch.yours.others)}</p> : null}
      {form.approved === batch.batch ? (
        <p className="pad good" role="status">
          {words.approved(batch.batch)}
        </p>
      ) : null}
      <PrimaryButton
        label={batch.isLeft ? words.end(batch.drawer) : words.approve(batch.batch, taken === null ? '' : amount(taken))}
        keys="Ctrl+Enter"
        why={why}
        busy={form.busy}
        onPress={approve}
        onWhy={approve}
      />
    </div>
  );
}
