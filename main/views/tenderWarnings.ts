import type { OfferedTender } from '#contract/tenderShapes';
import { accountOf } from '#db/station/accounts';
import { currencyFrom } from '#db/station/currency';
import type { StationDb } from '#db/station/open';
import { receiptOfPaper } from '#db/station/tenders';
import type { Policy } from '#domain/district';
import type { Facts } from '#domain/facts';
import type { ReceiptLine } from '#domain/line';
import { add, type Cents } from '#domain/money';
import { payerKey } from '#domain/payer';
import type { Warning } from '#domain/receipt';
import { sentenceOf } from '#domain/refusal';
import type { AskedLine } from '#domain/suspension';
import { paperMark } from '#main/chain/paperMark';
import { paperOf } from './paperOf.ts';

const DAY_MS = 86_400_000;

/** A warning with what its sentence tells. */
export type Noted = { warning: Warning; facts: Facts };

/** What is handed over for which lines, by whom; where no payer is named, the lines say who it is. */
type Handed = {
  lines: readonly (AskedLine | ReceiptLine)[];
  tenders: readonly OfferedTender[];
  payer?: string | undefined;
};
type At = { now: number; policy: Policy };

/**
 * What must be seen and noted before these tenders count, in a payment or after a correction.
 * @param kept cash that stays
 */
export function tenderWarnings(db: StationDb, handed: Handed, kept: Cents, at: At): Noted[] {
  return [...checksSeen(db, handed, at.policy), ...currencyReport(db, handed, kept, at)];
}

/** Warnings as the contract tells them. */
export const toldWarnings = (noted: readonly Noted[]) =>
  noted.map(({ warning, facts }) => ({ warning, sentence: sentenceOf(warning, facts) }));

/**
 * Whether so much cash comes of nobody that is known. Who is not known cannot be added up: it might hide a report that is
 * due.
 */
export function isNameless(db: StationDb, handed: Handed, kept: Cents, { limits }: Policy): boolean {
  return kept * 2 >= limits.currencyReportCents && payerKey(payerOf(db, handed)) === '';
}

/** Who pays: who is named, else the customer of the first account, or who brought money that found none. */
function payerOf(db: StationDb, { lines, payer }: Handed): string {
  if (payer !== undefined) return payer;
  const ofAccount = lines.find((line) => line.kind !== 'suspense' && line.accountNumber !== undefined);
  if (ofAccount && ofAccount.kind !== 'suspense') return accountOf(db, ofAccount.accountNumber ?? '')?.customer ?? '';
  return lines.find((line) => 'name' in line)?.name ?? '';
}

function checksSeen(db: StationDb, { tenders }: Handed, policy: Policy): Noted[] {
  const context = { paperMark: (...printed: readonly string[]) => paperMark(policy.checkMatchingKey, ...printed) };
  for (const tender of tenders) {
    if (tender.kind !== 'check' && tender.kind !== 'money-order') continue;
    const label = receiptOfPaper(db, paperOf(tender, context));
    const number = tender.kind === 'check' ? tender.checkNumber : tender.serial;
    if (label !== null) return [{ warning: 'check_seen', facts: { number, label } }];
  }
  return [];
}

/** Currency of one payer within 24 hours or 12 months, this payment's with it (rules.md, Form 8300). */
function currencyReport(db: StationDb, handed: Handed, kept: Cents, { now, policy }: At): Noted[] {
  if (kept === 0) return [];
  const name = payerOf(db, handed);
  const beyond = policy.limits.currencyReportCents;
  if (payerKey(name) === '') return [];
  for (const [days, period] of [
    [1, '24 hours'],
    [365, '12 months'],
  ] as const) {
    const total = add(kept, currencyFrom(db, name, now - days * DAY_MS));
    if (total > beyond)
      return [{ warning: 'currency_report', facts: { payer: name, totalCents: total, beyondCents: beyond, period } }];
  }
  return [];
}
