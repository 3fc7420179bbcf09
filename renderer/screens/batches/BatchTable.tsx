import type { BatchState } from '#domain/batch';
import { amount, clockOrDay, mediumDay, shortName, weekday } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { batches as words } from '../../messages/batches.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import { type StateMark, StateWord } from '../../ui/StateWord.tsx';
import type { BatchListed, DayOfBatches } from './batchesForm.ts';

const { columns } = words;
const COLUMNS = [
  ...[columns.batch, columns.cashier, columns.closed, columns.state].map((name) => ({ name })),
  { name: columns.taken, right: true as const },
];

type BatchTableProps = {
  days: readonly DayOfBatches[];
  chosen: string | null;
  onPick: (batch: string) => void;
};

/** Batches by business day, the newest first. */
export function BatchTable({ days, chosen, onPick }: BatchTableProps) {
  return (
    <table className="batches">
      <Columns of={COLUMNS} />
      {days.map(({ day, batches }) => (
        <tbody key={day}>
          <tr className="group">
            <th scope="rowgroup" colSpan={COLUMNS.length}>
              {weekday(day)}, {mediumDay(day)}
            </th>
          </tr>
          {batches.map((batch) => (
            <Row key={batch.batch} batch={batch} isChosen={batch.batch === chosen} onPick={onPick} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type RowProps = { batch: BatchListed; isChosen: boolean; onPick: (batch: string) => void };

function Row({ batch, isChosen, onPick }: RowProps) {
  const { now, zone } = useStation();
  const { cashierName, closedAt, unsettled, takenCents } = batch;
  return (
    <PickRow isChosen={isChosen} onPick={() => onPick(batch.batch)}>
      <td className="nowrap">{batch.batch}</td>
      <td className="clip">{shortName(cashierName)}</td>
      <td className="num nowrap">{closedAt === null ? '' : clockOrDay(closedAt, zone, now)}</td>
      <td className="nowrap">
        <StateOf state={batch.state} isLeft={batch.isLeft} />
        {closedAt !== null && unsettled > 0 ? <small> {words.unsettled(unsettled)}</small> : null}
      </td>
      <td className="n">
        {takenCents === null ? <span className="muted">{words.hiddenAmount}</span> : amount(takenCents)}
      </td>
    </PickRow>
  );
}

const MARKS: Record<BatchState, StateMark> = {
  open: { name: 'none', tone: 'muted' },
  closed: { name: 'unsent', tone: 'muted' },
  balanced: { name: 'sent', tone: 'ink' },
  approved: { name: 'tick', tone: 'good' },
  sent_back: { name: 'again', tone: 'short' },
  deposited: { name: 'lock', tone: 'muted' },
  posted: { name: 'lock', tone: 'good' },
};

/** Its drawer is open, and only the office can end it. */
const LEFT: StateMark = { name: 'warning', tone: 'short' };

/** `open`, `closed`, `balanced`, `approved`, `sent back`, `deposited`, `posted`, each with its mark. */
export function StateOf({ state, isLeft = false }: { state: BatchState; isLeft?: boolean }) {
  return isLeft ? (
    <StateWord mark={LEFT} word={words.left} />
  ) : (
    <StateWord mark={MARKS[state]} word={words.state[state]} />
  );
}
