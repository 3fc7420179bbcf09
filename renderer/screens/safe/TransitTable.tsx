import type { ChangeOrder } from '#contract/changeOrderCalls';
import type { Handoff, SafeLately } from '#contract/custodyCalls';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { safe } from '../../messages/safe.ts';
import { Columns } from '../../ui/Columns.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import { type StateMark, StateWord } from '../../ui/StateWord.tsx';
import { differenceOf, Halves } from './Halves.tsx';
import type { TransitGroup } from './safeForm.ts';

const { columns } = safe;
const COLUMNS = [
  ...[columns.what, columns.who, columns.since, columns.state].map((name) => ({ name })),
  { name: columns.difference, right: true as const },
];

type TransitTableProps = {
  /** What happened at the safe itself, the newest first. */
  lately: readonly SafeLately[];
  groups: readonly TransitGroup[];
  /** Change on its way from the bank, the newest first. */
  orders: readonly ChangeOrder[];
  chosen: string | undefined;
  onPick: (handoff: string) => void;
};

/** What one has given and the other has not counted, or counted differently; by drawer. */
export function TransitTable({ groups, orders, lately, chosen, onPick }: TransitTableProps) {
  return (
    <table className="transit in-transit">
      <Columns of={COLUMNS} />
      {groups.map(({ drawer, handoffs }) => (
        <tbody key={drawer ?? ''}>
          <tr className="group">
            <th scope="rowgroup" colSpan={COLUMNS.length}>
              {drawer === null ? safe.floats : safe.drawer(drawer)}
            </th>
          </tr>
          {handoffs.map((handoff) => (
            <Row key={handoff.handoff} of={handoff} isChosen={handoff.handoff === chosen} onPick={onPick} />
          ))}
        </tbody>
      ))}
      {orders.length > 0 ? <AtTheBank orders={orders} /> : null}
      {lately.length > 0 ? <Lately of={lately} /> : null}
    </table>
  );
}

/** Cash that went to the bank for change: all of it, since nobody counts it blind. */
function AtTheBank({ orders }: { orders: readonly ChangeOrder[] }) {
  const { now, zone } = useStation();
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={COLUMNS.length}>
          {safe.atTheBank}
        </th>
      </tr>
      {orders.map(({ order, personName, orderedAt, cents }) => (
        <tr key={order}>
          <td className="nowrap">
            {safe.change} <small>{order}</small>
          </td>
          <td className="clip">{shortName(personName)}</td>
          <td className="num nowrap">{clockOrDay(orderedAt, zone, now)}</td>
          <td className="nowrap">
            <StateWord mark={{ name: 'none', tone: 'muted' }} word={safe.comes(amount(cents))} />
          </td>
          <td className="n" />
        </tr>
      ))}
    </tbody>
  );
}

/** What happened at the safe itself: nothing of it is to be done any more, unless it stands above too. */
function Lately({ of }: { of: readonly SafeLately[] }) {
  const { now, zone } = useStation();
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={COLUMNS.length}>
          {safe.lately}
        </th>
      </tr>
      {of.map(({ what, label, at, personName, differenceCents, isSettled }) => (
        <tr key={`${what} ${label} ${at}`}>
          <td className="nowrap">
            {safe.happened[what]} <small>{label}</small>
          </td>
          <td className="clip">{shortName(personName)}</td>
          <td className="num nowrap">{clockOrDay(at, zone, now)}</td>
          <td className="nowrap">
            {isSettled ? <StateWord mark={{ name: 'tick', tone: 'good' }} word={safe.settled} /> : null}
          </td>
          <td className="n">
            {differenceCents === null || isSettled ? '' : <Halves differenceCents={differenceCents} />}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

type RowProps = { of: Handoff; isChosen: boolean; onPick: (handoff: string) => void };

function Row({ of, isChosen, onPick }: RowProps) {
  const { now, zone } = useStation();
  const difference = differenceOf(of);
  return (
    <PickRow isChosen={isChosen} onPick={() => onPick(of.handoff)}>
      <td className="nowrap">
        {safe.what[of.what]}{' '}
        <small className={of.handoff.startsWith(`${of.drawer}-`) ? 'of-drawer' : undefined}>{of.handoff}</small>
      </td>
      <td className="clip">{shortName(of.personName)}</td>
      <td className="num nowrap">{clockOrDay(of.at, zone, now)}</td>
      <td className="nowrap">
        <StateOf of={of} />
      </td>
      <td className="n">{difference === null ? '' : <Halves differenceCents={difference} />}</td>
    </PickRow>
  );
}

/** `to be counted`, `to be taken`, `differs`. */
export function StateOf({ of: { state, drawer } }: { of: Handoff }) {
  const mark: StateMark = state === 'differs' ? { name: 'warning', tone: 'short' } : { name: 'none', tone: 'muted' };
  return <StateWord mark={mark} word={safe.state[state === 'waiting' && drawer === null ? 'taking' : state]} />;
}
