import type { AccountView } from '#contract/shapes';
import { type Plan, plansOf } from '#domain/installments';
import { formatAmount, ZERO } from '#domain/money';
import { useStation } from '../../../frame/station.ts';
import { find } from '../../../messages/find.ts';

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
      <span className="muted unbroken">
        {plan.lateCents > ZERO ? (
          <>
            {find.planLate} <span className="num ink">{formatAmount(plan.lateCents)}</span> ·{' '}
          </>
        ) : null}
        {find.notYetDue} <span className="num ink">{formatAmount(plan.notYetDueCents)}</span>
      </span>
    </li>
  );
}
