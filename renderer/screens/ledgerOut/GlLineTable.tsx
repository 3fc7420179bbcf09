import { amount, shortDay } from '../../format.ts';
import { glExport as words } from '../../messages/ledgerOut.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import type { GlLine } from './glExportForm.ts';

const { columns } = words;
const COLUMNS = [
  ...[{ name: columns.line, right: true as const }, { name: columns.day }, { name: columns.batch }],
  ...[{ name: columns.deposit }, { name: columns.place }, { name: columns.name }],
  ...[
    { name: columns.debit, right: true as const },
    { name: columns.credit, right: true as const },
  ],
];

type GlLineTableProps = { lines: readonly GlLine[]; chosen: number; onPick: (line: number) => void };

/** Lines of an export, in their order. */
export function GlLineTable({ lines, chosen, onPick }: GlLineTableProps) {
  return (
    <table className="gl-lines">
      <Columns of={COLUMNS} />
      <tbody>
        {lines.map(({ line, day, batch, deposit, fund, bars, name, side, cents }) => (
          <PickRow key={line} isChosen={line === chosen} onPick={() => onPick(line)}>
            <td className="n muted">{line}</td>
            <td className="nowrap">{shortDay(day)}</td>
            <td className="nowrap">{batch}</td>
            <td className="nowrap">{deposit}</td>
            <td className="num nowrap">
              {fund} {bars}
            </td>
            <td className="clip muted">{name}</td>
            <td className="n">{side === 'debit' ? amount(cents) : ''}</td>
            <td className="n">{side === 'credit' ? amount(cents) : ''}</td>
          </PickRow>
        ))}
      </tbody>
    </table>
  );
}
