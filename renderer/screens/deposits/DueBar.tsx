import { dayOf } from '#domain/businessDay';
import { clockOrDay, weekday } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { deposits as words } from '../../messages/deposits.ts';
import { Mark } from '../../ui/Mark.tsx';

type DueBarProps = {
  firstReceiptAt: number;
  dueAt: number;
  /** When it left the office; null while it is there. */
  handedAt: number | null;
  /** The label of the first receipt, where it is known. */
  firstReceipt?: string;
};

/** The hours from the first receipt on, as text and as a bar: how many are left, or how late it is. */
export function DueBar({ firstReceiptAt, dueAt, handedAt, firstReceipt }: DueBarProps) {
  const { now } = useStation();
  const when = useWhen();
  const at = handedAt ?? now;
  const gone = Math.min(1, Math.max(0, (at - firstReceiptAt) / (dueAt - firstReceiptAt)));
  const isLate = at > dueAt;
  return (
    <div className="due" data-late={isLate ? '' : undefined}>
      <div className="row">
        <span className="with-mark">
          {isLate ? <Mark name="warning" className="short" /> : null}
          <b className="due-time">
            {isLate ? words.late(at - dueAt) : handedAt === null ? words.left(dueAt - at) : words.inTime}
          </b>
        </span>
        <span className="muted">{handedAt === null ? words.by(when(dueAt)) : words.leftOffice(when(handedAt))}</span>
      </div>
      <div className="due-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(gone * 100)}%` }} />
      </div>
      <div className="row muted">
        <span>
          {firstReceipt === undefined
            ? words.since(when(firstReceiptAt))
            : `${words.since(firstReceipt)}, ${when(firstReceiptAt)}`}
        </span>
        <span>{words.rule(dueAt - firstReceiptAt)}</span>
      </div>
    </div>
  );
}

/** `8:05` today, `Tue 8:05` within the week to come or past, else with its day. */
export function useWhen(): (instant: number) => string {
  const { now, zone } = useStation();
  return (instant) => {
    const isNear = Math.abs(instant - now) < 6 * 86_400_000;
    const day = dayOf(instant, zone);
    if (!isNear || day === dayOf(now, zone)) return clockOrDay(instant, zone, now);
    return `${weekday(day)} ${clockOrDay(instant, zone, instant)}`;
  };
}
