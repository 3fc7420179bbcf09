import { never } from '#domain/assert';
import type { PaidCharge } from '#domain/line';
import { cents, formatAmount } from '#domain/money';
import type { VoidReason } from '#domain/receipt';
import type { CardBrand, MoneyOrderIssuer, Tender } from '#domain/tender';
import type { CorrectionReason, RefundReason, ReversalReason } from '#domain/undo';

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
      return `${tender.form === 'cashiers' ? 'Cashier’s check' : 'Check'} no. ${tender.checkNumber}`;
    case 'money-order':
      return `${ISSUERS[tender.issuer]} no. ${tender.serial}`;
    case 'credit':
      return `Credit of ${tender.accountNumber}`;
    case 'card':
      return `${BRANDS[tender.brand]} ··${tender.lastFour}, approval ${tender.approvalCode}`;
    default:
      return never(tender);
  }
}

/** Why a receipt was corrected, reversed or refunded, in words. */
export function undoWords(reason: CorrectionReason | ReversalReason | RefundReason): string {
  return UNDO_REASONS[reason];
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

const ISSUERS: Readonly<Record<MoneyOrderIssuer, string>> = {
  usps: 'Postal money order',
  'western-union': 'Western Union money order',
  moneygram: 'MoneyGram money order',
  other: 'Money order',
};

const UNDO_REASONS: Readonly<Record<CorrectionReason | ReversalReason | RefundReason, string>> = {
  wrong_account: 'Wrong account or parcel',
  wrong_charge: 'Wrong charge',
  wrong_purpose: 'Wrong purpose',
  wrong_tender: 'Wrong tender',
  keyed_twice: 'Keyed twice',
  never_was: 'No payment was made',
  overpaid: 'Overpaid',
  paid_twice: 'Paid twice',
  not_rendered: 'Service not rendered',
  ordered: 'Ordered by the board or a court',
  other: 'Another reason',
};

const REASONS: Readonly<Record<VoidReason, string>> = {
  wrong_account: 'Wrong account or parcel',
  wrong_amount: 'Wrong amount',
  wrong_tender: 'Wrong tender',
  payer_changed_mind: 'The payer changed their mind',
  test_or_other: 'A test, or something else',
};
