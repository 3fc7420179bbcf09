import type { AccountView } from '#contract/shapes';
import { dayOf } from '#domain/businessDay';
import { absolute, cents, formatAmount } from '#domain/money';
import { amount, clockOrDay, mediumDay } from '../../../format.ts';
import { useStation } from '../../../frame/station.ts';
import { find } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { age, signIn } from '../../../messages/signIn.ts';
import { useSteadyQuery } from '../../../page.ts';
import { useRowsBelow } from '../../../ui/below.ts';
import { Joined } from '../../../ui/Joined.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { PrimaryButton } from '../../../ui/PrimaryButton.tsx';
import type { CounterForm } from '../counterForm.ts';
import { FlagPill } from '../FlagPill.tsx';
import { accountsOf } from '../paidAccounts.ts';
import { Ageing } from './Ageing.tsx';
import { Charges } from './Charges.tsx';
import type { Search } from './useSearch.ts';

/** The chosen account: who, what it owes and since when, what has been paid, and how old that knowledge is. */
export function FoundAccount({ search, form }: { search: Search; form: CounterForm }) {
  const number = search.chosen?.accountNumber;
  const account = useSteadyQuery('account', number ? { accountNumber: number } : null).value;
  const { panel, foot, below } = useRowsBelow('.charges tbody tr');
  if (!account) return <section className="side" aria-label={find.columns.account} />;
  const isThere = accountsOf(form).some((one) => one.accountNumber === account.accountNumber);
  return (
    <section className="side" aria-label={`${find.columns.account} ${account.accountNumber}`} ref={panel}>
      <Head account={account} />
      <Flags account={account} />
      <Ageing account={account} />
      <Charges account={account} onCharge={(chargeId) => void search.addAccount(account.accountNumber, chargeId)} />
      <Payments account={account} />
      <div className="foot" ref={foot}>
        <p className="more-rows muted">
          {below > 0 ? (
            <>
              <Mark name="open" /> {find.below(below)}
            </>
          ) : null}
        </p>
        <PrimaryButton label={buttonWords(account, isThere)} keys="Enter" onPress={() => void search.add()} />
      </div>
    </section>
  );
}

function Head({ account }: { account: AccountView }) {
  const { now, zone } = useStation();
  const time = clockOrDay(account.asOf, zone, now);
  const owes = account.balanceCents >= 0;
  return (
    <div className="found-head">
      <div>
        <h1>{account.customer}</h1>
        <p className="muted">
          <Joined>
            {account.serviceAddress}
            <span className="ink unbroken">{account.accountNumber}</span>
          </Joined>
        </p>
        <p className="muted">
          <Joined>
            {account.parcel ? <span className="unbroken">{find.parcel(account.parcel)}</span> : null}
            {account.phone ? <span className="unbroken">{account.phone}</span> : null}
          </Joined>
        </p>
      </div>
      <div>
        <p className="loud">{formatAmount(absolute(cents(account.balanceCents)))}</p>
        <p className="muted">
          {account.asOf === 0 ? (
            signIn.coming
          ) : (
            <>
              {owes ? find.owed(time) : find.inCredit(time)} ·{' '}
              <span className="ink">{ageWords(now - account.asOf)}</span>
            </>
          )}
        </p>
      </div>
    </div>
  );
}

function ageWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  return minutes < 1 ? find.fresh : find.old(age(minutes));
}

function Flags({ account }: { account: AccountView }) {
  const told = account.flags.flatMap((flag) => {
    const means = say.flagMeans[flag];
    return means ? [{ flag, means }] : [];
  });
  if (told.length === 0 && account.status === 'active') return null;
  return (
    <ul className="flags">
      {account.status === 'closed' ? (
        <li>
          <span className="pill">{find.closed}</span>
        </li>
      ) : null}
      {told.map(({ flag, means }) => (
        <li key={flag}>
          <FlagPill flag={flag} />
          <span>{means}</span>
        </li>
      ))}
    </ul>
  );
}

function Payments({ account }: { account: AccountView }) {
  const { zone } = useStation();
  if (account.payments.length === 0) return null;
  return (
    <table className="tight">
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
        {account.payments.slice(0, 4).map((payment) => (
          <tr key={payment.label} data-void={payment.voided ? '' : undefined}>
            <td className="nowrap">{mediumDay(dayOf(payment.issuedAt, zone))}</td>
            <td className="nowrap">{payment.label}</td>
            <td className="tag">
              {payment.tenders.map((tender) => say.tender[tender]).join(', ')}{' '}
              {payment.voided ? <small>{find.voided}</small> : null}
            </td>
            <td className="n">{amount(payment.cents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function buttonWords(account: AccountView, isThere: boolean): string {
  if (isThere) return find.button.already;
  if (account.balanceCents <= 0) return find.button.none;
  const credit = account.unappliedCents > 0 ? find.button.after(amount(account.unappliedCents)) : '';
  return find.button.all(account.charges.length, amount(account.balanceCents) + credit);
}
