import type { Output, Parsed } from '#contract/contract';
import { type PaymentOn, paymentsElsewhere, paymentsOn } from '#db/station/accountPayments';
import { accountOf, type KnownAccount } from '#db/station/accounts';
import type { StationDb } from '#db/station/open';
import { standingOf } from '#db/station/openCharges';
import { receiptHistory } from '#db/station/receiptHistory';
import type { AccountFlag } from '#domain/account';
import { inOrder } from '#domain/allocation';
import { cents, subtract, sum } from '#domain/money';
import { lastUndone } from '#domain/receiptHistory';
import { refuse } from '#domain/refusal';
import type { ReadyContext } from './context.ts';

/** No list of an account's payments is longer. */
const PAYMENTS_MAX = 20;

/** One account with what it owes, in the order in which a part payment pays it, and its last payments, here or elsewhere. */
export function account(db: StationDb, input: Parsed<'account'>, at: ReadyContext): Output<'account'> {
  const { accountNumber } = input;
  const known = accountOf(db, accountNumber) ?? refuse('account_unknown', { accountNumber });
  const standing = standingOf(db, accountNumber) ?? refuse('account_unknown', { accountNumber });
  return {
    accountNumber,
    customer: known.customer,
    serviceAddress: known.serviceAddress,
    mailingAddress: known.mailingAddress,
    parcel: known.parcel,
    phone: known.phone,
    email: known.email,
    status: known.status === 'closed' ? 'closed' : 'active',
    language: known.language,
    flags: JSON.parse(known.flags) as AccountFlag[],
    contract: known.contract,
    permits: JSON.parse(known.permits) as string[],
    notes: known.notes,
    balanceCents: subtract(sum(standing.charges.map((charge) => cents(charge.openCents))), standing.unappliedCents),
    unappliedCents: standing.unappliedCents,
    charges: inOrder(standing.charges, at.policy.allocationOrder),
    payments: lastPayments(db, known),
    asOf: at.sync.accountsAsOf,
  };
}

/** Own payments and others', latest first. One that is in both is told as this station knows it: with its references. */
function lastPayments(db: StationDb, known: KnownAccount): PaymentOn[] {
  const own = paymentsOn(db, known.accountNumber, PAYMENTS_MAX).map(({ position, isVoid, ...payment }) => ({
    ...payment,
    undone: isVoid ? ('void' as const) : lastUndone(receiptHistory(db, position), known.accountNumber),
  }));
  const labels = new Set(own.map(({ label }) => label));
  return [...own, ...paymentsElsewhere(known).filter(({ label }) => !labels.has(label))]
    .toSorted((left, right) => right.issuedAt - left.issuedAt)
    .slice(0, PAYMENTS_MAX);
}
