import type { AccountView } from '#contract/shapes';
import type { OpenCharge } from '#domain/account';

/* Accounts as the counter's page knows them, for tests of what is typed there. */

/** One open charge, as the station tells it. */
export function chargeView(chargeId: number, kind: OpenCharge['kind'], openCents: number): OpenCharge {
  return { chargeId, kind, period: 'Sep–Oct 2026', dueDay: '2026-11-30', openCents, fund: '401', bars: '3435001' };
}

/** An account with its open charges and its credit, as the station tells it. */
export function accountView(
  accountNumber: string,
  charges: OpenCharge[],
  more: Partial<AccountView> = {},
): AccountView {
  const unappliedCents = more.unappliedCents ?? 0;
  return {
    accountNumber,
    customer: 'Hale, Dorothea',
    serviceAddress: '118 Quarry Rd',
    mailingAddress: '',
    parcel: '',
    phone: '',
    email: '',
    status: 'active',
    language: 'en',
    flags: [],
    contract: '',
    permits: [],
    notes: '',
    balanceCents: charges.reduce((total, { openCents }) => total + openCents, 0) - unappliedCents,
    unappliedCents,
    charges,
    payments: [],
    asOf: 0,
    ...more,
  };
}
