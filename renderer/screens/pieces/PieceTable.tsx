import { useId } from 'react';
import { cents, formatAmount, times } from '#domain/money';
import { count } from '../../format.ts';
import { drawer } from '../../messages/drawer.ts';
import { Wrong } from '../../ui/Field.tsx';
import {
  bundleOf,
  cellOf,
  denominationsShown,
  firstWrong,
  isWrongCell,
  piecesIn,
  rowOf,
  type TypedPieces,
  type TypedRow,
  type WrongCell,
  wrongIn,
} from './pieces.ts';

export type PieceEvents = {
  onTyped: (worth: number, column: keyof TypedRow, text: string) => void;
  /** Enter and the arrows: another row of the same column. */
  onMoved: (worth: number, column: keyof TypedRow, by: 1 | -1) => void;
};

type PieceTableProps = PieceEvents & {
  typed: TypedPieces;
  withRare: boolean;
  /** Beside another list: pieces alone, without straps and rolls. */
  narrow?: boolean;
};

/** Notes and coins by denomination: loose beside straps or rolls, the unit written out; under them what is wrong. */
export function PieceTable({ typed, withRare, narrow, onTyped, onMoved }: PieceTableProps) {
  const wrongId = useId();
  const wrong = firstWrong(typed);
  const row = { typed, wrongId, onTyped, onMoved };
  return (
    <>
      <table className="piece-table" data-narrow={narrow ? '' : undefined}>
        <Head narrow={narrow ?? false} />
        <tbody>
          {denominationsShown(withRare).map((worth) => (
            <PieceRow key={worth} worth={worth} {...row} />
          ))}
        </tbody>
      </table>
      {wrong ? <Wrong id={wrongId} sentence={wrongWords(wrong)} /> : null}
    </>
  );
}

function wrongWords({ why, text, worth }: WrongCell): string {
  return drawer.pieces.wrong[why](text, formatAmount(cents(worth)));
}

function Head({ narrow }: { narrow: boolean }) {
  const words = drawer.pieces;
  return (
    <thead>
      <tr>
        <th scope="col">{words.denomination}</th>
        <th scope="col" className="n">
          {narrow ? words.pieces : words.loose}
        </th>
        <th scope="col" className="n">
          {words.bundled}
        </th>
        <th scope="col">
          <span className="unseen">{words.bundled}</span>
        </th>
        <th scope="col" className="n">
          {words.pieces}
        </th>
        <th scope="col" className="n">
          {words.value}
        </th>
      </tr>
    </thead>
  );
}

type PieceRowProps = PieceEvents & { typed: TypedPieces; worth: number; wrongId: string };

function PieceRow({ typed, worth, wrongId, onTyped, onMoved }: PieceRowProps) {
  const words = drawer.pieces;
  const row = rowOf(typed, worth);
  const bundle = bundleOf(worth);
  const name = formatAmount(cents(worth));
  const pieces = piecesIn(typed, worth);
  const wrong = wrongIn(typed, worth);
  const cell = (column: keyof TypedRow, label: string) => (
    <PieceCell
      label={label}
      focusName={cellOf(worth, column)}
      text={row[column]}
      wrongId={wrong?.column === column || isWrongCell(typed, worth, column) ? wrongId : null}
      onText={(text) => onTyped(worth, column, text)}
      onMove={(by) => onMoved(worth, column, by)}
    />
  );
  return (
    <tr>
      <th scope="row" className="num">
        {name}
      </th>
      <td className="n">{cell('loose', words.looseOf(name))}</td>
      <td className="n">{cell('bundled', words.bundledOf(name, bundle.name))}</td>
      <td className="nowrap">
        <small>{words.bundle(bundle.name, bundle.of, formatAmount(times(cents(worth), bundle.of)))}</small>
      </td>
      <td className="n muted">{pieces > 0 ? count(pieces) : ''}</td>
      <td className="n">{pieces > 0 ? formatAmount(times(cents(worth), pieces)) : ''}</td>
    </tr>
  );
}

type PieceCellProps = {
  label: string;
  focusName: string;
  text: string;
  /** The sentence that says what is wrong with it, by its id. */
  wrongId: string | null;
  onText: (text: string) => void;
  onMove: (by: 1 | -1) => void;
};

/** One cell of pieces: Enter and the arrows go on to another row. */
export function PieceCell({ label, focusName, text, wrongId, onText, onMove }: PieceCellProps) {
  return (
    <input
      className="cell amount"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      aria-label={label}
      aria-invalid={wrongId ? true : undefined}
      aria-describedby={wrongId ?? undefined}
      data-focus={focusName}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onFocus={(event) => event.target.select()}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
        if (by === null) return;
        event.preventDefault();
        onMove(by);
      }}
    />
  );
}
