import type { AccountView } from '#contract/shapes';
import type { OpenCharge } from '#domain/account';
import { daysBetween } from '#domain/businessDay';
import { cents, formatAmount, negate } from '#domain/money';
import { amount, shortDay } from '../../../format.ts';
import { useStation } from '../../../frame/station.ts';
import { say } from '../../../messages/en.ts';
import { find } from '../../../messages/find.ts';
import { Columns } from '../../../ui/Columns.tsx';
import { Room } from '../../../ui/Room.tsx';

type ChargesProps = { account: AccountView; onCharge: (chargeId: number) => void };

const words = find.charges;

/** The open charges. Tab comes here; a digit takes one charge only. */
export function Charges({ account, onCharge }: ChargesProps) {
  return (
    <Room
      label={words.head}
      onKey={(key) => {
        const charge = /^[1-9]$/.test(key) ? account.charges[Number(key) - 1] : undefined;
        if (charge) onCharge(charge.chargeId);
      }}
    >
      <table className="charges">
        <Columns
          of={[
            { name: '#', narrow: true },
            { name: words.head },
            { name: words.due },
            { name: words.age },
            { name: words.amount, right: true },
          ]}
        />
        <tbody>
          {account.charges.map((charge, at) => (
            <Charge key={charge.chargeId} charge={charge} at={at} onPick={() => onCharge(charge.chargeId)} />
          ))}
          {account.unappliedCents > 0 ? (
            <tr>
              <td />
              <td>{find.unapplied}</td>
              <td className="due-day" />
              <td />
              <td className="n">{formatAmount(negate(cents(account.unappliedCents)))}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {account.charges.length === 0 ? <p className="pad muted nothing">{find.noCharges}</p> : null}
    </Room>
  );
}

function Charge({ charge, at, onPick }: { charge: OpenCharge; at: number; onPick: () => void }) {
  const { station } = useStation();
  const days = daysBetween(charge.dueDay, station.today);
  const name = say.charge[charge.kind];
  return (
    <tr>
      <td className="narrow">
        <button
          type="button"
          className="bare"
          aria-label={`${at + 1}: ${name} ${charge.period}, ${amount(charge.openCents)}`}
          onClick={onPick}
        >
          <kbd>{at + 1}</kbd>
        </button>
      </td>
      <td>
        {name} <small>{charge.period}</small>
      </td>
      <td className="due-day nowrap muted">{shortDay(charge.dueDay)}</td>
      <td className="nowrap muted">{days > 0 ? find.late(days) : find.inDays(-days)}</td>
      <td className="n">{amount(charge.openCents)}</td>
    </tr>
  );
}
