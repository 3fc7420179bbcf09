import type { AccountView } from '#contract/shapes';
import type { BusinessDay } from '#domain/businessDay';
import { dueBesidePlan } from '#domain/installments';
import { absolute, cents, formatAmount, sum } from '#domain/money';
import { amount, clockOrDay } from '../../../format.ts';
import { useStation } from '../../../frame/station.ts';
import { find } from '../../../messages/find.ts';
import { age, signIn } from '../../../messages/signIn.ts';
import { useSteadyQuery } from '../../../page.ts';
import { useRowsBelow } from '../../../ui/below.ts';
import { Joined } from '../../../ui/Joined.tsx';
import { PrimaryButton } from '../../../ui/PrimaryButton.tsx';
import { RowsBelow } from '../../../ui/RowsBelow.tsx';
import type { CounterForm } from '../counterForm.ts';
import { accountsOf } from '../paidAccounts.ts';
import { Ageing } from './Ageing.tsx';
import { Charges } from './Charges.tsx';
import { Flags } from './Flags.tsx';
import { Papers } from './Papers.tsx';
import { Payments } from './Payments.tsx';
import type { Search } from './useSearch.ts';

/** The chosen account: who, what it owes and since when, what has been paid, and how old that knowledge is. */
export function FoundAccount({ search, form }: { search: Search; form: CounterForm }) {
  const { station } = useStation();
  const number = search.chosen?.accountNumber;
  const account = useSteadyQuery('account', number ? { accountNumber: number } : null).value;
  const { panel, foot, below } = useRowsBelow('.charges tbody tr');
  if (!account)
    return (
      <section className="side" aria-label={find.columns.account}>
        <h1 className="unseen">{find.label}</h1>
      </section>
    );
  const isThere = accountsOf(form).some((one) => one.accountNumber === account.accountNumber);
  return (
    <section className="side" aria-label={`${find.columns.account} ${account.accountNumber}`} ref={panel}>
      <Head account={account} />
      <Reached account={account} />
      <Flags account={account} />
      <Ageing account={account} />
      <Charges account={account} onCharge={(chargeId) => void search.addAccount(account.accountNumber, chargeId)} />
      <Papers account={account} />
      <Payments account={account} />
      <div className="foot">
        <RowsBelow foot={foot} below={below} />
        <PrimaryButton
          label={buttonWords(account, isThere, station.today)}
          keys="Enter"
          onPress={() => void search.add()}
        />
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

/** Where it lies in the county's books, and how its people are reached. */
function Reached({ account }: { account: AccountView }) {
  const { parcel, phone, email } = account;
  const mailing = isMailedElsewhere(account) ? account.mailingAddress : '';
  if (!(parcel || phone || email || mailing)) return null;
  return (
    <p className="reached muted">
      <Joined>
        {parcel ? <span className="unbroken">{find.parcel(parcel)}</span> : null}
        {phone ? <span className="unbroken">{phone}</span> : null}
        {email || null}
        {mailing ? find.mailing(mailing) : null}
      </Joined>
    </p>
  );
}

function isMailedElsewhere({ mailingAddress, serviceAddress }: AccountView): boolean {
  return mailingAddress !== '' && !mailingAddress.startsWith(serviceAddress);
}

function ageWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  return minutes < 1 ? find.fresh : find.old(age(minutes));
}

function buttonWords(account: AccountView, isThere: boolean, today: BusinessDay): string {
  if (isThere) return find.button.already;
  if (account.balanceCents <= 0) return find.button.none;
  const credit = account.unappliedCents > 0 ? find.button.after(amount(account.unappliedCents)) : '';
  const due = dueBesidePlan(account, today);
  const all = account.charges.length;
  if (due === null) return find.button.all(all, amount(account.balanceCents) + credit);
  return find.button.due(due.length, all, formatAmount(sum(due.map((part) => part.cents))) + credit);
}
