import type { BusinessDay } from '#domain/businessDay';
import { count, mediumDay, weekday } from '../../format.ts';
import { ledgerOut as words } from '../../messages/ledgerOut.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import { type StateMark, StateWord } from '../../ui/StateWord.tsx';
import type { DayListed } from './ledgerOutForm.ts';

const { columns } = words;
const COLUMNS = [
  ...[{ name: columns.day }, { name: columns.state }],
  ...[
    { name: columns.receipts, right: true as const },
    { name: columns.left, right: true as const },
  ],
  { name: columns.gl, right: true as const },
];

type DayTableProps = { days: readonly DayListed[]; chosen: string | null; onPick: (day: BusinessDay) => void };

/** Business days, the newest first. */
export function DayTable({ days, chosen, onPick }: DayTableProps) {
  return (
    <table className="ledger-days">
      <Columns of={COLUMNS} />
      <tbody>
        {days.map(({ day, state, receipts, late, batchesLeft, glExport }) => (
          <PickRow key={day} isChosen={day === chosen} onPick={() => onPick(day)}>
            <td className="nowrap">
              {mediumDay(day)} <small>{weekday(day)}</small>
            </td>
            <td className="nowrap">
              <StateOfDay state={state} /> <Late of={late} />
            </td>
            <td className="n">{count(receipts)}</td>
            <td className="n">{batchesLeft > 0 ? count(batchesLeft) : ''}</td>
            <td className="n">{glExport === null ? '' : words.exported(glExport)}</td>
          </PickRow>
        ))}
      </tbody>
    </table>
  );
}

/** How many of its receipts came after the seal; the day on show says where they post. */
function Late({ of }: { of: DayListed['late'] }) {
  if (of.length === 0) return null;
  return <small>{words.lateInAll(of.reduce((total, { receipts }) => total + receipts, 0))}</small>;
}

const MARKS: Record<DayListed['state'], StateMark> = {
  open: { name: 'none', tone: 'muted' },
  closed: { name: 'lock', tone: 'good' },
};

/** `open` or `closed`, with its mark. */
export function StateOfDay({ state }: Pick<DayListed, 'state'>) {
  return <StateWord mark={MARKS[state]} word={words.state[state]} />;
}
