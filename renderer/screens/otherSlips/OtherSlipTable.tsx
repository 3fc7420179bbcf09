import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { otherSlips as words } from '../../messages/otherSlips.ts';
import { receipts } from '../../messages/receipts.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import type { OtherSlipRow } from './otherSlipsForm.ts';

const { columns } = words;
const COLUMNS = [
  ...[columns.time, columns.what, columns.drawer, columns.by].map((name) => ({ name })),
  { name: columns.amount, right: true as const },
];

type OtherSlipTableProps = {
  slips: readonly OtherSlipRow[];
  chosen: string | undefined;
  onPick: (label: string) => void;
};

/** The slips, the latest first. */
export function OtherSlipTable({ slips, chosen, onPick }: OtherSlipTableProps) {
  return (
    <table className="other-slips">
      <Columns of={COLUMNS} />
      <tbody>
        {slips.map((row) => (
          <Row key={row.label} row={row} isChosen={row.label === chosen} onPick={onPick} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { row: OtherSlipRow; isChosen: boolean; onPick: (label: string) => void };

function Row({ row, isChosen, onPick }: RowProps) {
  const { now, zone } = useStation();
  return (
    <PickRow isChosen={isChosen} onPick={() => onPick(row.label)}>
      <td className="num nowrap">{clockOrDay(row.at, zone, now)}</td>
      <td className="clip">
        {receipts.document[row.kind]} <small>{row.words ?? row.label}</small>
      </td>
      <td className="nowrap muted">{row.drawer}</td>
      <td className="nowrap">{shortName(row.personName)}</td>
      <td className="n">{row.cents === null ? '' : amount(row.cents)}</td>
    </PickRow>
  );
}
