import { Fragment } from 'react';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { held as words } from '../../messages/held.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import { type HeldRow, isOneBranch } from './heldForm.ts';

const { columns } = words;
const COLUMNS = [
  ...[columns.entry, columns.what, columns.by, columns.at].map((name) => ({ name })),
  { name: columns.amount, right: true as const },
];

type HeldTableProps = { rows: readonly HeldRow[]; chosen: string | undefined; onPick: (row: HeldRow) => void };

/** Entries by station, under what may be done about them. */
export function HeldTable({ rows, chosen, onPick }: HeldTableProps) {
  const parked = rows.filter(({ what }) => what === 'parked').length;
  return (
    <table>
      <Columns of={COLUMNS} />
      <tbody>
        {rows.map((row, place) => (
          <Fragment key={row.key}>
            {isFirstOfItsKind(row, rows[place - 1]) ? (
              <tr className="group">
                <th scope="rowgroup" colSpan={COLUMNS.length}>
                  {row.what === 'stray'
                    ? words.branch(row.station, row.branch.can, row.branch.strays.length)
                    : words.parked(parked)}
                </th>
              </tr>
            ) : null}
            <Row row={row} isChosen={row.key === chosen} onPick={() => onPick(row)} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function isFirstOfItsKind(row: HeldRow, before: HeldRow | undefined): boolean {
  return row.what === 'stray' ? !isOneBranch(row, before) : before?.what !== 'parked';
}

function Row({ row, isChosen, onPick }: { row: HeldRow; isChosen: boolean; onPick: () => void }) {
  const { now, zone } = useStation();
  const told = row.what === 'stray' ? row.stray : row.parked;
  const stray = row.what === 'stray' ? row.stray : null;
  const at = stray ? stray.recordedAt : null;
  const isHidden = stray !== null && stray.receipt !== null && stray.cents === null;
  return (
    <PickRow isChosen={isChosen} onPick={onPick}>
      <td className="num nowrap">{words.entry(row.station, told.sequence)}</td>
      <td>
        {words.kind(told.kind)} <small>{stray?.isCopy ? words.copy : (stray?.receipt ?? '')}</small>
      </td>
      <td className="nowrap">{stray?.personName ? shortName(stray.personName) : ''}</td>
      <td className="num nowrap">{at === null ? '' : clockOrDay(at, zone, now)}</td>
      <td className="n">
        {isHidden ? <small>{words.hidden}</small> : stray?.cents == null ? '' : amount(stray.cents)}
      </td>
    </PickRow>
  );
}
