import type { AccountView } from '#contract/shapes';
import type { OpenCharge } from '#domain/account';
import { type Cents, cents, formatAmount, subtract, sum, ZERO } from '#domain/money';
import { counter } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { find } from '../../../messages/find.ts';
import { useQuery } from '../../../page.ts';
import { Joined } from '../../../ui/Joined.tsx';
import { typedCents } from '../typedCents.ts';
import { useWide } from '../useWide.ts';
import { type AccountLine, previewOf } from './accountLine.ts';

/** How a line's amount spreads, by the very rule that will record it, over the charges as they are open now. */
export function Preview({ line }: { line: AccountLine }) {
  const asked = useQuery('account', { accountNumber: line.account.accountNumber });
  const account = asked.value ?? line.account;
  const preview = previewOf(line, account);
  if (!preview) return null;
  const charges = new Map(account.charges.map((charge) => [charge.chargeId, charge]));
  return (
    <>
      {preview.allocations.map(({ chargeId, cents: paid }) => {
        const charge = charges.get(chargeId);
        return charge ? <PaidCharge key={chargeId} charge={charge} paid={paid} /> : null;
      })}
      {preview.unappliedCents > 0 ? (
        <tr className="charge-line">
          <td />
          <td colSpan={3}>
            {counter.credit} <small>{counter.creditWhy}</small>
          </td>
          <td className="n">{formatAmount(preview.unappliedCents)}</td>
        </tr>
      ) : null}
      <PaidMeanwhile line={line} account={account} />
      <CreditAgainst line={line} account={account} />
    </>
  );
}

/** What was open when the line was added and is not any more, where it makes credit of what was to pay a charge. */
function PaidMeanwhile({ line, account }: { line: AccountLine; account: AccountView }) {
  const [before, now] = [previewOf(line, line.account), previewOf(line, account)];
  const meanwhile = subtract(now?.unappliedCents ?? ZERO, before?.unappliedCents ?? ZERO);
  if (meanwhile <= 0) return null;
  return (
    <tr className="charge-line">
      <td />
      <td colSpan={4}>
        <span className="warned" role="alert">
          {counter.paidMeanwhile(formatAmount(meanwhile))}
        </span>
      </td>
    </tr>
  );
}

/** All that is owed is less than all that is open by a credit not applied yet: why the last charge stays partly open. */
function CreditAgainst({ line, account }: { line: AccountLine; account: AccountView }) {
  const credit = cents(account.unappliedCents);
  const open = sum(account.charges.map((charge) => cents(charge.openCents)));
  if (credit <= 0 || typedCents(line.text) >= open) return null;
  return (
    <tr className="charge-line">
      <td />
      <td colSpan={4}>
        {find.unapplied} <small>{counter.creditAgainst(formatAmount(credit))}</small>
      </td>
    </tr>
  );
}

function PaidCharge({ charge, paid }: { charge: OpenCharge; paid: Cents }) {
  const left = subtract(cents(charge.openCents), paid);
  return (
    <tr className="charge-line">
      <td />
      <td colSpan={2}>
        <Joined>
          <>
            {say.charge[charge.kind]} <small>{charge.period}</small>
          </>
          {left > 0 ? <small className="warn">{counter.left(formatAmount(left))}</small> : null}
        </Joined>
      </td>
      <td className="nowrap">
        <small className="gl-code">
          {charge.fund} · {charge.bars}
        </small>
        <GlName fund={charge.fund} bars={charge.bars} />
      </td>
      <td className="n">{formatAmount(paid)}</td>
    </tr>
  );
}

/** Where there is room: what the account of the general ledger is called. */
function GlName({ fund, bars }: { fund: string; bars: string }) {
  const chart = useQuery('chart', useWide() ? {} : null).value;
  const name = chart?.accounts.find((account) => account.fund === fund && account.bars === bars)?.name;
  return name ? <span>{name}</span> : null;
}
