import type { Language } from '#domain/account';
import { cents, formatAmount } from '#domain/money';
import type { VoidReason } from '#domain/receipt';
import type { Tender } from '#domain/tender';
import type { CorrectionReason, RefundReason, ReversalReason } from '#domain/undo';
import { type Said, said, saidOnce } from './languages/said.ts';
import { tenderName } from './languages/tenderNames.ts';

/** An amount as it stands on paper. */
export function amountOf(value: number): string {
  return formatAmount(cents(value));
}

/** What was handed over: `Cash`, `Check no. 1187`, `Visa ··8841, approval 02419Z`. */
export function tenderWords(language: Language, tender: Tender): Said {
  const { english, also } = tenderName(language, tender);
  switch (tender.kind) {
    case 'cash':
      return { english, also };
    case 'check':
      return { english: numbered(english, tender.checkNumber), also };
    case 'money-order':
      return { english: numbered(english, tender.serial), also };
    case 'credit':
      return saidOnce(language, 'tender.credit', { account: tender.accountNumber });
    case 'card':
      return { english: `${english} ${cardWords(tender)}`, also };
  }
}

/** Which card, and that its bank agreed: `··8841, approval 02419Z`. */
export function cardWords({ lastFour, approvalCode }: { lastFour: string; approvalCode: string }): string {
  return `··${lastFour}, approval ${approvalCode}`;
}

/** Why a receipt was made void, corrected, reversed or refunded. */
export function reasonWords(
  language: Language,
  reason: VoidReason | CorrectionReason | ReversalReason | RefundReason,
): Said {
  return said(language, `reason.${reason}`);
}

function numbered(what: string, number: string): string {
  return said('en', 'numbered', { what, number }).english;
}
