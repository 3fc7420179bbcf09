import type { AccountView } from '#contract/shapes';
import { daysBetween } from '#domain/businessDay';
import { cents, formatAmount, sum, ZERO } from '#domain/money';
import { useStation } from '../../../frame/station.ts';
import { find } from '../../../messages/find.ts';

/** From how many days late, to how many; in the order of the heads. */
const SPANS: readonly (readonly [number, number])[] = [
  [Number.NEGATIVE_INFINITY, 0],
  [1, 30],
  [31, 60],
  [61, 90],
  [91, Number.POSITIVE_INFINITY],
];

/** What is owed by how late it is. */
export function Ageing({ account }: { account: AccountView }) {
  const { station } = useStation();
  if (account.charges.length === 0) return null;
  const late = account.charges.map((charge) => ({
    days: daysBetween(charge.dueDay, station.today),
    open: cents(charge.openCents),
  }));
  return (
    <dl className="ageing">
      {SPANS.map(([from, to], at) => {
        const owed = sum(late.filter(({ days }) => days >= from && days <= to).map(({ open }) => open));
        return (
          <div key={from}>
            <dt>{find.ageing[at]}</dt>
            <dd className={owed === ZERO ? 'num faint' : 'num'}>{formatAmount(owed)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
