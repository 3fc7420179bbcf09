import type { AccountView } from '#contract/shapes';
import { dayOf } from '#domain/businessDay';
import { amount, mediumDay } from '../../../format.ts';
import { useStation } from '../../../frame/station.ts';
import { say } from '../../../messages/en.ts';
import { find } from '../../../messages/find.ts';

type Payment = AccountView['payments'][number];

/** So many of the last payments tell how somebody pays. */
const SHOWN_MAX = 4;

/** What was paid on the account last, here or elsewhere; what was taken back is marked with its word. */
export function Payments({ account }: { account: AccountView }) {
  const { zone } = useStation();
  if (account.payments.length === 0) return null;
  return (
    <table className="tight payments">
      <thead>
        <tr>
          <th scope="col" colSpan={3}>
            {find.payments}
          </th>
          <th scope="col" className="n">
            {find.charges.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {account.payments.slice(0, SHOWN_MAX).map((payment) => (
          <tr key={payment.label} data-void={isUndone(payment) ? '' : undefined}>
            <td className="nowrap">{mediumDay(dayOf(payment.issuedAt, zone))}</td>
            <td className="nowrap">{payment.label}</td>
            <td className="tag">
              {payment.tenders.map(tenderWords).join(', ')}{' '}
              {payment.undone ? <small>{find.undone[payment.undone]}</small> : null}
            </td>
            <td className="n">{amount(payment.cents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether nothing of it stands: only that is struck. */
function isUndone({ undone }: Payment): boolean {
  return undone === 'void' || undone === 'reversal';
}

/** `Cash`, `Check № 2204`, `Card ··2210`. */
function tenderWords({ kind, reference }: Payment['tenders'][number]): string {
  if (reference === null) return say.tender[kind];
  return `${say.tender[kind]} ${kind === 'card' ? '··' : '№ '}${reference}`;
}
