import type { Count } from '#domain/balancing';
import { DENOMINATIONS, worthOf } from '#domain/denominations';
import { cents, formatAmount, times } from '#domain/money';
import { count as grouped } from '../../format.ts';
import { drawer } from '../../messages/drawer.ts';

/** The cash as it was counted. It cannot be changed any more; a recount is another one. */
export function CountedCash({ count }: { count: Count }) {
  const words = drawer.compare;
  const rows = DENOMINATIONS.filter((worth) => (count.cash[String(worth)] ?? 0) > 0);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.denomination.name}</th>
          <th scope="col" className="n">
            {words.denomination.count}
          </th>
          <th scope="col" className="n">
            {words.denomination.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((worth) => {
          const pieces = count.cash[String(worth)] ?? 0;
          return (
            <tr key={worth}>
              <td className="num">{formatAmount(cents(worth))}</td>
              <td className="n">{grouped(pieces)}</td>
              <td className="n">{formatAmount(times(cents(worth), pieces))}</td>
            </tr>
          );
        })}
        <tr className="total">
          <td colSpan={2}>{words.cashCounted}</td>
          <td className="n">{formatAmount(worthOf(count.cash))}</td>
        </tr>
      </tbody>
    </table>
  );
}
