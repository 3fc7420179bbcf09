import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type RefObject, useCallback, useEffect, useId, useMemo } from 'react';
import { type Cell, isDifference, isNumber, type Report, type ReportColumn } from '#domain/report';
import { amount } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { reports } from '../../messages/reports.ts';
import { useRowsBelow } from '../../ui/below.ts';
import { ColumnsBeside } from '../../ui/ColumnsBeside.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { RowsBelow } from '../../ui/RowsBelow.tsx';
import { useRoom } from '../../ui/useRoom.ts';
import { cellWords, fittedTo, isGap, widthsOf } from './cells.ts';
import { rowAfter } from './reportsForm.ts';
import type { ReportShown } from './useReport.ts';

const ROW_PX = 33;
/** The head and the totals stay where they are, over the rows that scroll. */
const HEAD_PX = 30;
/** Rows beyond those in sight, so that none is missing while one scrolls. */
const OVERSCAN = 12;
/** So many rows before the end the next page is asked for. */
const AHEAD = 400;
/** How far a key moves a table that is wider than its room. */
const SIDEWAYS_PX = 120;

type ReportTableProps = {
  label: string;
  first: Report;
  shown: ReportShown;
  row: number;
  onRow: (row: number) => void;
  onOpen: () => void;
};

/** One table however long it is: only the rows in sight are in the page, head and totals stay where they are. */
export function ReportTable(props: ReportTableProps) {
  const { label, first, row, onRow } = props;
  const { columns, totals } = first;
  const { rows, more } = props.shown;
  const id = useId();
  const { zone, room, foot, below, inSight, before, after, pressed } = useRowsInSight(props);
  const { taken, widths } = useFitted(first, room);
  return (
    <>
      <div className="room report-room" data-totals={totals ? '' : undefined} ref={taken}>
        <table
          className="report"
          style={{ minWidth: widths.reduce((total, width) => total + width, 0) }}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which one row is in hand is a grid
          role="grid"
          tabIndex={0}
          data-focus="rows"
          aria-label={label}
          aria-rowcount={more !== null ? -1 : rows.length + 1 + (totals ? 1 : 0)}
          aria-activedescendant={rows.length > 0 && isIn(inSight, row) ? `${id}-${row}` : undefined}
          onKeyDown={pressed}
        >
          <Widths columns={columns} widths={widths} />
          <Head columns={columns} />
          <Body id={id} {...{ columns, rows, row, onRow, zone, inSight, before, after }} />
          {totals ? <Totals columns={columns} totals={totals} index={rows.length + 2} /> : null}
        </table>
        <RowsBelow foot={foot} below={below} further={rows.length - 1 - (inSight.at(-1)?.index ?? rows.length - 1)} />
      </div>
      <ColumnsBeside room={room} />
    </>
  );
}

/** As wide as each column stands in the room that there is, and the ref by which the room is known. */
function useFitted(first: Report, room: RefObject<HTMLDivElement | null>) {
  const [watch, { width: roomPx }] = useRoom();
  const widths = useMemo(() => fittedTo(widthsOf(first), first.columns, roomPx), [first, roomPx]);
  const taken = useCallback(
    (element: HTMLDivElement | null) => {
      room.current = element;
      return watch(element);
    },
    [room, watch],
  );
  return { taken, widths };
}

type BodyProps = Pick<ReportTableProps, 'row' | 'onRow'> &
  Pick<Report, 'columns' | 'rows'> &
  Pick<ReturnType<typeof useRowsInSight>, 'zone' | 'inSight' | 'before' | 'after'> & { id: string };

function Body({ id, columns, rows, row, onRow, zone, inSight, before, after }: BodyProps) {
  return (
    <tbody>
      <Gap height={before} columns={columns.length} />
      {inSight.map(({ index }) => (
        <Row
          key={index}
          id={`${id}-${index}`}
          cells={rows[index] ?? []}
          {...{ index, columns, zone, onRow }}
          isChosen={index === row}
        />
      ))}
      <Gap height={after} columns={columns.length} />
    </tbody>
  );
}

/** Which rows are in the page, what the keys do among them, and the next page once their end comes near. */
function useRowsInSight({ shown, row, onRow, onOpen }: ReportTableProps) {
  const { rows, more, next } = shown;
  const { zone } = useStation();
  const { panel: room, foot, below } = useRowsBelow<HTMLDivElement>('tbody tr.pick');
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => room.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    // The row in hand stands above the totals and above what says how many more there are.
    scrollPaddingEnd: 2 * ROW_PX,
  });
  const inSight = virtual.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more !== null && last > rows.length - AHEAD) next();
  }, [more, last, rows.length, next]);
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && !event.repeat) onOpen();
    const sideways = { ArrowLeft: -SIDEWAYS_PX, ArrowRight: SIDEWAYS_PX }[event.key];
    if (sideways !== undefined) {
      event.preventDefault();
      room.current?.scrollBy({ left: sideways });
    }
    const onPage = Math.max(1, Math.floor((room.current?.clientHeight ?? ROW_PX) / ROW_PX) - 3);
    const to = rowAfter(event.key, row, rows.length, onPage);
    if (to === null) return;
    event.preventDefault();
    onRow(to);
    virtual.scrollToIndex(to, { align: 'auto' });
  };
  const before = Math.max(0, (inSight[0]?.start ?? HEAD_PX) - HEAD_PX);
  const after = virtual.getTotalSize() - ((inSight.at(-1)?.end ?? HEAD_PX) - HEAD_PX);
  return { zone, room, foot, below, inSight, before, after, pressed };
}

function isIn(inSight: readonly { index: number }[], row: number): boolean {
  return inSight.some(({ index }) => index === row);
}

function Widths({ columns, widths }: { columns: readonly ReportColumn[]; widths: readonly number[] }) {
  return (
    <colgroup>
      {columns.map((column, at) => (
        <col key={column.name} style={{ width: widths[at] }} />
      ))}
    </colgroup>
  );
}

function Head({ columns }: { columns: readonly ReportColumn[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => (
          <th key={column.name} scope="col" className={isNumber(column.kind) ? 'n' : undefined}>
            {column.name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The rows that are not in the page, as high as they would be. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it holds nothing and takes no focus
    <tr className="unseen-rows" aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null;
}

type RowProps = {
  id: string;
  index: number;
  columns: readonly ReportColumn[];
  zone: string;
  cells: readonly Cell[];
  isChosen: boolean;
  onRow: (row: number) => void;
};

/** While one scrolls, a row that stays in sight is not written again: its instants take time. */
const Row = memo(function Row({ id, index, columns, zone, cells, isChosen, onRow }: RowProps) {
  return (
    <tr
      id={id}
      className="pick"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-loud={isLoud(cells) ? '' : undefined}
      onClick={() => onRow(index)}
    >
      {isGap(cells) ? (
        <>
          <td>{cells[0]}</td>
          <td colSpan={columns.length - 1}>{cells.slice(1).find((cell) => cell !== null)}</td>
        </>
      ) : (
        columns.map((column, at) => (
          <TableCell key={column.name} column={column} cell={cells[at] ?? null} zone={zone} />
        ))
      )}
    </tr>
  );
});

function TableCell({ column, cell, zone }: { column: ReportColumn; cell: Cell; zone: string }) {
  const words = cellWords(cell, column, zone);
  return (
    <td className={classOf(column, cell)} title={words.length > LONG ? words : undefined}>
      {isEven(column, cell) ? <Even /> : words}
    </td>
  );
}

/** Nothing differs: most cells say so, and what does differ is to be seen among them. */
function isEven({ kind }: ReportColumn, cell: Cell): boolean {
  return isDifference(kind) && cell === 0;
}

function Even() {
  return (
    <>
      {amount(0)} <Mark name="tick" className="good" />
      <span className="unseen"> {reports.even}</span>
    </>
  );
}

/** Words that may be cut off are told whole to whoever points at them. */
const LONG = 18;

function classOf({ kind }: ReportColumn, cell: Cell): string {
  if (!isNumber(kind)) return 'clip';
  if (!isDifference(kind) || typeof cell !== 'number') return 'n';
  if (cell === 0) return 'n faint';
  return cell > 0 ? 'n over' : 'n short';
}

/** A number that is nowhere cries out in its own row as well. */
function isLoud(cells: readonly Cell[]): boolean {
  return cells.some((cell) => typeof cell === 'string' && cell.startsWith('MISSING'));
}

type TotalsProps = { columns: readonly ReportColumn[]; totals: readonly Cell[]; index: number };

function Totals({ columns, totals, index }: TotalsProps) {
  const { zone } = useStation();
  // What all rows are called may reach over columns that have no total.
  const summed = totals.findIndex((cell, at) => at > 0 && cell !== null);
  const named = summed < 0 ? totals.length : summed;
  return (
    <tfoot>
      <tr className="total" aria-rowindex={index}>
        <td colSpan={named}>{totals[0]}</td>
        {columns.slice(named).map((column, at) => (
          <td key={column.name} className={isNumber(column.kind) ? 'n' : undefined}>
            {isEven(column, totals[named + at] ?? null) ? (
              <Even />
            ) : (
              cellWords(totals[named + at] ?? null, column, zone)
            )}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
