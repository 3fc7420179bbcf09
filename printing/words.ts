import { never } from '#domain/assert';
import { cents, formatAmount } from '#domain/money';
import type { PaidCharge, Tender, VoidReason } from '#domain/receipt';
import type { CardBrand } from '#domain/tender';

/** An amount as it stands on paper. */
export function amountOf(value: number): string {
  return formatAmount(cents(value));
}

/** What a charge is for: `Sewer service Sep–Oct 2026`. A fee's period is its name. */
export function chargeWords(charge: Pick<PaidCharge, 'kind' | 'period'>): string {
  return `${CHARGES[charge.kind]} ${charge.period}`.trim();
}

/** What was handed over: `Cash`, `Check no. 1187`, `Visa ··8841, approval 02419Z`. */
export function tenderWords(tender: Tender): string {
  switch (tender.kind) {
    case 'cash':
      return 'Cash';
    case 'check':
      return `Check no. ${tender.checkNumber}`;
    case 'card':
      return `${BRANDS[tender.brand]} ··${tender.lastFour}, approval ${tender.approvalCode}`;
    default:
      return never(tender);
  }
}

/** Why a receipt is void, in words. */
export function voidWords(reason: VoidReason): string {
  return REASONS[reason];
}

const CHARGES: Readonly<Record<PaidCharge['kind'], string>> = {
  fee: 'Fee:',
  interest: 'Interest',
  penalty: 'Late penalty',
  contract: 'Payment plan,',
  service: 'Sewer service',
  permit: 'Permit',
};

const BRANDS: Readonly<Record<CardBrand, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  other: 'Card',
};

const REASONS: Readonly<Record<VoidReason, string>> = {
  wrong_account: 'Wrong account or parcel',
  wrong_amount: 'Wrong amount',
  wrong_tender: 'Wrong tender',
  payer_changed_mind: 'The payer changed their mind',
  test_or_other: 'A test, or something else',
};
