import type { AccountView } from '#contract/shapes';
import { daysBetween } from '#domain/businessDay';
import { cents, formatAmount, negate, sum, ZERO } from '#domain/money';
import { amount, shortDay } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { find } from '../../messages/counter.ts';
import { say } from '../../messages/en.ts';

/** What is owed by how late it is. */
export function Ageing({ account }: { account: AccountView }) {
  const { station } = useStation();
  const late = account.charges.map((charge) => ({
    days: daysBetween(charge.dueDay, station.today),
    cents: cents(charge.openCents),
  }));
  const between = (from: number, to: number) =>
    sum(late.filter((charge) => charge.days >= from && charge.days <= to).map((charge) => charge.cents));
  const sums = [
    between(Number.NEGATIVE_INFINITY, 0),
    between(1, 30),
    between(31, 60),
    between(61, 90),
    between(91, Number.POSITIVE_INFINITY),
  ];
  return (
    <dl className="ageing">
      {find.ageing.map((name, at) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={sums[at] === ZERO ? 'num faint' : 'num'}>{formatAmount(sums[at] ?? ZERO)}</dd>
        </div>
      ))}
    </dl>
  );
}

type ChargesProps = { account: AccountView; onCharge: (chargeId: number) => void };

/** The open charges. Tab comes here; a digit takes one charge only. */
export function Charges({ account, onCharge }: ChargesProps) {
  const { station } = useStation();
  const words = find.charges;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears digits while one of its rows has the focus
    <div
      onKeyDown={(event) => {
        const charge = /^[1-9]$/.test(event.key) ? account.charges[Number(event.key) - 1] : undefined;
        if (charge) onCharge(charge.chargeId);
      }}
    >
      <table>
        <thead>
          <tr>
            <th scope="col" className="narrow">
              #
            </th>
            <th scope="col">{words.head}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.age}</th>
            <th scope="col" className="n">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {account.charges.map((charge, at) => (
            <tr key={charge.chargeId}>
              <td className="narrow">
                <button
                  type="button"
                  className="bare"
                  aria-label={`${say.charge[charge.kind]} ${charge.period}, ${amount(charge.openCents)}`}
                  onClick={() => onCharge(charge.chargeId)}
                >
                  <kbd>{at + 1}</kbd>
                </button>
              </td>
              <td>
                {say.charge[charge.kind]} <small>{charge.period}</small>
              </td>
              <td className="nowrap muted">{shortDay(charge.dueDay)}</td>
              <td className="nowrap muted">{lateWords(daysBetween(charge.dueDay, station.today))}</td>
              <td className="n">{amount(charge.openCents)}</td>
            </tr>
          ))}
          {account.unappliedCents > 0 ? (
            <tr>
              <td />
              <td colSpan={3}>{find.unapplied}</td>
              <td className="n">{formatAmount(negate(cents(account.unappliedCents)))}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {account.charges.length === 0 ? <p className="pad muted nothing">{find.noCharges}</p> : null}
    </div>
  );
}

function lateWords(days: number): string {
  return days > 0 ? find.late(days) : find.inDays(-days);
}
