import type { Output } from '#contract/contract';
import { amount } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { deposits as words } from '../../messages/deposits.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { useWhen } from './DueBar.tsx';
import type { Depositable } from './makeDepositForm.ts';
import { centsOf } from './parts.ts';

type WaitingProps = {
  waiting: Output<'deposits'>['waiting'];
  /** Deposits that have not left. */
  ready: number;
  /** What of it is approved, for whoever deposits. */
  depositable: Depositable | undefined;
  onMake: (() => void) | undefined;
};

/** What waits in no deposit, open drawers included, and how long it still may. */
export function Waiting({ waiting, ready, depositable, onMake }: WaitingProps) {
  const { now } = useStation();
  const when = useWhen();
  if (waiting === null) return <p className="pad muted">{words.nothingWaits(ready)}</p>;
  const { batches, firstReceiptAt, dueAt, isLate } = waiting;
  return (
    <div className="waiting" data-late={isLate ? '' : undefined}>
      <span className="with-mark">
        <Mark name={isLate ? 'warning' : 'unsent'} className={isLate ? 'short' : 'muted'} />
        <span>
          <b>{words.waiting(batches)}</b> <small className="muted">{words.since(when(firstReceiptAt))}</small>
        </span>
      </span>
      <b className={isLate ? 'short' : ''}>{isLate ? words.late(now - dueAt) : words.left(dueAt - now)}</b>
      {depositable ? <span className="muted num">{approvedIn(depositable) ?? nothingToPrepare(waiting)}</span> : null}
      {onMake ? (
        <button type="button" className="bare" onClick={onMake}>
          {words.make} <Keys keys="F2" />
        </button>
      ) : null}
    </div>
  );
}

/** What can be deposited, without the amount where that is not told before it is counted; null for nothing. */
function approvedIn({ batches }: Depositable): string | null {
  const approved = centsOf(batches.flatMap((batch) => batch.parts));
  if (approved === 0) return null;
  return approved === null ? words.approvedBatches(batches.length) : words.approved(amount(approved));
}

function nothingToPrepare({ bagged }: { bagged: number }): string {
  return bagged > 0 ? words.inDeposits(bagged) : words.nothingToDeposit;
}
