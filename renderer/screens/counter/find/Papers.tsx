import type { AccountView } from '#contract/shapes';
import { type Plan, plansOf } from '#domain/installments';
import { type Cents, formatAmount, ZERO } from '#domain/money';
import { useStation } from '../../../frame/station.ts';
import { find } from '../../../messages/find.ts';
import { Joined } from '../../../ui/Joined.tsx';

/** The account's contract, with its installments as far as they are known, and its permits. */
export function Papers({ account }: { account: AccountView }) {
  const { station } = useStation();
  const plans = plansOf(account.charges, station.today);
  const { contract, permits } = account;
  if (contract === '' && plans.length === 0 && permits.length === 0) return null;
  return (
    <ul className="papers">
      {contract !== '' && plans.length === 0 ? (
        <li className="row">
          <span className="muted">
            {find.contract} <b className="ink">{contract}</b>
          </span>
        </li>
      ) : null}
      {plans.map((plan) => (
        <PlanRow key={plan.of} plan={plan} contract={contract} />
      ))}
      {permits.length > 0 ? (
        <li className="row">
          <span className="muted">
            {find.permits(permits.length)} <b className="ink">{permits.join(', ')}</b>
          </span>
        </li>
      ) : null}
    </ul>
  );
}

function PlanRow({ plan, contract }: { plan: Plan; contract: string }) {
  const each = plan.eachCents === null ? null : formatAmount(plan.eachCents);
  return (
    <li className="row">
      <span className="muted">
        {find.contract} {contract ? <b className="ink">{contract}</b> : null} {find.plan(plan.of, each, plan.paid)}
      </span>
      <span className="muted">
        <Joined>
          {plan.lateCents > ZERO ? <Amount name={find.planLate} of={plan.lateCents} /> : null}
          {plan.notYetDueCents > ZERO ? <Amount name={find.notYetDue} of={plan.notYetDueCents} /> : null}
        </Joined>
      </span>
    </li>
  );
}

function Amount({ name, of }: { name: string; of: Cents }) {
  return (
    <span className="unbroken">
      {name} <span className="num ink">{formatAmount(of)}</span>
    </span>
  );
}
