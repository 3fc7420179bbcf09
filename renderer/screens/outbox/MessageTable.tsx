import type { MessageRow } from '#contract/mailCalls';
import { clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { mail } from '../../messages/mail.ts';
import { Columns } from '../../ui/Columns.tsx';
import { Mark, type MarkName } from '../../ui/Mark.tsx';
import { PickRow } from '../../ui/PickRow.tsx';

const words = mail.outbox;
const { columns } = words;
const COLUMNS = [columns.time, columns.what, columns.name, columns.state].map((name) => ({ name }));

type MessageTableProps = {
  messages: readonly MessageRow[];
  chosen: number | undefined;
  onPick: (message: number) => void;
};

/** What goes out: what needs somebody first, then the latest. */
export function MessageTable({ messages, chosen, onPick }: MessageTableProps) {
  return (
    <table className="messages">
      <Columns of={COLUMNS} />
      <tbody>
        {messages.map((row) => (
          <Row key={row.message} row={row} isChosen={row.message === chosen} onPick={onPick} />
        ))}
      </tbody>
    </table>
  );
}

const MARKS: Record<MessageRow['state'], MarkName> = {
  queued: 'unsent',
  sending: 'unsent',
  sent: 'sent',
  failed: 'warning',
  kept: 'none',
  letter: 'unsent',
  posted: 'tick',
  printed: 'printer',
  dropped: 'cross',
};

type RowProps = { row: MessageRow; isChosen: boolean; onPick: (message: number) => void };

function Row({ row, isChosen, onPick }: RowProps) {
  const { now, zone } = useStation();
  return (
    <PickRow isChosen={isChosen} onPick={() => onPick(row.message)}>
      <td className="num nowrap">{clockOrDay(row.queuedAt, zone, now)}</td>
      <td className="nowrap">
        {whatOf(row)}
        {row.kind === 'notice' ? <small>{words.of(row.label)}</small> : null}
      </td>
      <td className="clip">
        {row.name}
        <small>{row.address || words.letter}</small>
      </td>
      <td className="nowrap">
        <StateOf row={row} />
      </td>
    </PickRow>
  );
}

/** `sent`, `not sent`, `posted · M. Ortiz`. */
export function StateOf({ row }: { row: MessageRow }) {
  return (
    <span className="with-mark">
      <Mark name={MARKS[row.state]} className={row.state === 'failed' ? 'short' : 'muted'} />
      {words.state[row.state]}
      {row.changedByName !== '' && row.state !== 'queued' ? (
        <span className="muted"> · {shortName(row.changedByName)}</span>
      ) : null}
    </span>
  );
}

/** `Receipt W3-000482`, `Notice of a void`. */
export function whatOf(row: MessageRow): string {
  return row.what === null ? words.slip(row.label) : words.what[row.what];
}
