import type { ReceiptRow } from '#contract/shapes';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { counter } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';
import { find } from '../../messages/find.ts';
import { keepInView } from '../../ui/inView.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Marked } from '../../ui/Marked.tsx';

type ReceiptTableProps = {
  receipts: readonly ReceiptRow[];
  chosen: string | null;
  /** What was searched for, to be underlined. */
  words: string;
  onPick?: (label: string) => void;
};

/** Receipts, latest first. One of which nothing stands is struck through; why and by whom stands beside, not struck. */
export function ReceiptTable({ receipts, chosen, words, onPick }: ReceiptTableProps) {
  const head = counter.last.columns;
  return (
    <table className="receipts">
      <thead>
        <tr>
          <th scope="col">{head.receipt}</th>
          <th scope="col">{head.time}</th>
          <th scope="col">{head.from}</th>
          <th scope="col">{head.paidBy}</th>
          <th scope="col">{head.state}</th>
          <th scope="col" className="n">
            {head.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {receipts.map((row) => (
          <Row key={row.label} row={row} chosen={row.label === chosen} words={words} onPick={onPick} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { row: ReceiptRow; chosen: boolean; words: string; onPick: ((label: string) => void) | undefined };

function Row({ row, chosen, words, onPick }: RowProps) {
  const { now, zone } = useStation();
  return (
    <tr
      id={`receipt-${row.label}`}
      className={onPick ? 'pick' : undefined}
      data-void={row.voided || row.undone === 'reversal' ? '' : undefined}
      data-selected={chosen ? '' : undefined}
      onClick={() => onPick?.(row.label)}
      ref={chosen ? keepInView : null}
    >
      <td className="nowrap">
        <Marked text={row.label} words={words} />
      </td>
      <td className="num">{clockOrDay(row.issuedAt, zone, now)}</td>
      <td className="clip">
        <Marked text={row.payer} words={words} />
      </td>
      <td className="clip">
        <Marked text={row.paidBy} words={words} />
      </td>
      <td className="tag">
        <span className="with-mark muted">
          <Mark name={row.sent ? 'sent' : 'unsent'} />
          {stateOf(row)}
        </span>{' '}
        {row.voided ? <small>{say.voidReason[row.voided.reason]}</small> : null}
      </td>
      <td className="n">{amount(row.totalCents)}</td>
    </tr>
  );
}

/** The last that was done to a receipt; of one that nobody touched, whether the ledger has it. */
function stateOf({ voided, undone, sent }: ReceiptRow): string {
  if (voided) return counter.last.voidBy(shortName(voided.approverName));
  if (undone) return find.undone[undone];
  return sent ? counter.last.state.sent : counter.last.state.unsent;
}
