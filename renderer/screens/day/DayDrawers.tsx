import { cents } from '#domain/money';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { day as words } from '../../messages/day.ts';
import { say } from '../../messages/en.ts';
import { Mark } from '../../ui/Mark.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import { StateOf } from '../batches/BatchTable.tsx';
import { Difference } from '../compare/Compared.tsx';
import type { Day } from './dayForm.ts';

type Drawer = Day['drawers'][number];
type Tender = Day['totals']['taken'][number]['tender'];

const { columns } = words;

type DayDrawersProps = { seen: Day; chosen: string | null; onPick: (batch: string) => void };

/** Every drawer of the day by tender; money orders have a column where there are any. */
export function DayDrawers({ seen, chosen, onPick }: DayDrawersProps) {
  const { drawers, totals } = seen;
  const shown = totals.taken.filter(({ tender, cents: sum }) => tender !== 'money-order' || sum !== 0);
  const tenders = shown.map(({ tender }) => tender);
  return (
    <table className="day-drawers">
      <Head tenders={tenders} />
      <tbody>
        {drawers.map((row) => (
          <Row key={row.batch} row={row} tenders={tenders} isChosen={row.batch === chosen} onPick={onPick} />
        ))}
        <tr className="total">
          <th scope="row" colSpan={2}>
            {words.receivedInAll}
          </th>
          <td className="n">{totals.receipts}</td>
          {shown.map(({ tender, cents: sum }) => (
            <td key={tender} className="n">
              {amount(sum)}
            </td>
          ))}
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function Head({ tenders }: { tenders: readonly Tender[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{columns.drawer}</th>
        <th scope="col">{columns.state}</th>
        <th scope="col" className="n">
          {columns.receipts}
        </th>
        {tenders.map((tender) => (
          <th key={tender} scope="col" className="n">
            {columns[tender]}
          </th>
        ))}
        <th scope="col" className="n differences">
          {columns.difference}
        </th>
      </tr>
    </thead>
  );
}

type RowProps = {
  row: Drawer;
  tenders: readonly Tender[];
  isChosen: boolean;
  onPick: (batch: string) => void;
};

function Row({ row, tenders, isChosen, onPick }: RowProps) {
  const { now, zone } = useStation();
  const { told } = row;
  const centsOf = (tender: string) => told?.taken.find((one) => one.tender === tender)?.cents ?? 0;
  return (
    <PickRow isChosen={isChosen} onPick={() => onPick(row.batch)}>
      <td className="drawer-of">
        <b>{row.station}</b> <span>{shortName(row.cashierName)}</span>
      </td>
      <td className="nowrap">
        <StateOf state={row.state} />{' '}
        {row.at === null ? null : <small className="num">{clockOrDay(row.at, zone, now)}</small>}
      </td>
      <td className="n">{row.receipts}</td>
      {tenders.map((tender) => (
        <td key={tender} className={told && centsOf(tender) !== 0 ? 'n' : 'n faint'}>
          {told ? amount(centsOf(tender)) : words.hidden}
        </td>
      ))}
      <td className="n differences">{told ? <Differences of={told.differences} /> : <Hidden />}</td>
    </PickRow>
  );
}

function Hidden() {
  return (
    <span className="with-mark muted">
      <Mark name="hidden" /> {words.afterCount}
    </span>
  );
}

function Differences({ of }: { of: NonNullable<Drawer['told']>['differences'] }) {
  if (of.length === 0) return <Difference of={cents(0)} />;
  return of.map(({ tender, cents: difference }) => (
    <span key={tender} className="row-of">
      <Difference of={cents(difference)} /> <small>{say.tender[tender].toLowerCase()}</small>
    </span>
  ));
}
