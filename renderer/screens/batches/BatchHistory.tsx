import type { BatchUndoing } from '#contract/batchCalls';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { batches as words } from '../../messages/batches.ts';
import { DocumentNamed } from '../DocumentNamed.tsx';
import type { Route } from '../route.ts';
import type { Batch } from './batchesForm.ts';

type BatchHistoryProps = {
  batch: Batch;
  /** Where back leads from a receipt that is opened; without it none opens. */
  from: Route | undefined;
};

/** What was undone of a batch's receipts, and who did what to the batch, when. */
export function BatchHistory({ batch, from }: BatchHistoryProps) {
  const { undoings, undone, steps } = batch;
  return (
    <>
      {undoings.length > 0 ? (
        <section aria-label={words.undoings}>
          <div className="row">
            <h2>{words.undoings}</h2>
            <span className="muted">{undone > undoings.length ? words.andMore(undone - undoings.length) : ''}</span>
          </div>
          <table>
            <tbody>
              {undoings.map((one) => (
                <Undoing key={one.label} of={one} from={from} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <section aria-label={words.steps}>
        <div className="row">
          <h2>{words.steps}</h2>
        </div>
        <table>
          <tbody>
            {steps.map((step) => (
              <Step key={`${step.step} ${step.at}`} of={step} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Undoing({ of, from }: { of: BatchUndoing; from: Route | undefined }) {
  const { zone, now } = useStation();
  const { kind, receipt, at, byName, approverName, afterClose, cents } = of;
  return (
    <tr>
      <td>
        {words.undoing[kind]} {words.of} {from ? <DocumentNamed label={receipt} from={from} /> : receipt}
        <small className="under">
          {words.by(shortName(byName), shortName(approverName))}, {clockOrDay(at, zone, now)}
          {afterClose ? `, ${words.afterClose}` : ''}
        </small>
      </td>
      <td className="n">{cents === null ? '' : amount(cents)}</td>
    </tr>
  );
}

function Step({ of }: { of: Batch['steps'][number] }) {
  const { zone, now } = useStation();
  const { step, at, personName, reason, approverName } = of;
  const why = step === 'sent_back' ? (reason ?? words.noReason) : reason;
  return (
    <tr>
      <td>
        {words.step[step]}
        {why === null ? null : <span className="said-why">{why}</span>}
      </td>
      <td>
        {approverName === null ? shortName(personName) : words.by(shortName(personName), shortName(approverName))}
      </td>
      <td className="n">{clockOrDay(at, zone, now)}</td>
    </tr>
  );
}
