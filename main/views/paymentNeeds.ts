import type { Output, Parsed } from '#contract/contract';
import type { OfferedTender } from '#contract/tenderShapes';
import { accountOf } from '#db/station/accounts';
import { currencyFrom } from '#db/station/currency';
import type { StationDb } from '#db/station/open';
import { standingOf } from '#db/station/openCharges';
import { receiptOfPaper } from '#db/station/tenders';
import type { AccountFlag } from '#domain/account';
import { roundingOf as cashRoundingOf } from '#domain/cashRounding';
import type { Policy } from '#domain/district';
import type { ReceiptLine } from '#domain/line';
import { add, type Cents, cents, sum } from '#domain/money';
import { payerKey } from '#domain/payer';
import type { Override, Warning } from '#domain/receipt';
import { type Facts, refuse, sentenceOf } from '#domain/refusal';
import { type Rounding, settle } from '#domain/settlement';
import type { AskedLine } from '#domain/suspension';
import { DrawerTender, type Tender } from '#domain/tender';
import { paymentMark } from '#main/chain/marks';
import { paperMark } from '#main/chain/paperMark';
import type { ReadyContext } from './context.ts';
import { paperOf } from './paperOf.ts';

const DAY_MS = 86_400_000;

/** A payment as far as it is decided: what is asked for and handed over, and who pays. */
type Payment = Pick<Parsed<'paymentNeeds'>, 'drawer' | 'lines' | 'tenders'> & { payer?: string | undefined };
type At = { now: number; policy: Policy; offlineSince: number | null };

/** Lines and what pays for them, as they are asked for or as a receipt keeps them. */
type Paid = { lines: readonly (AskedLine | ReceiptLine)[]; tenders: readonly (OfferedTender | Tender)[] };

/** What the cashier must have seen, and what a supervisor must approve, before a payment commits. */
export type Needs = {
  warnings: { warning: Warning; facts: Facts }[];
  needs: { override: Override; facts: Facts }[];
};

/** What stands between a payment and its commit, with the mark that a supervisor approves. */
export function paymentNeeds(db: StationDb, input: Parsed<'paymentNeeds'>, at: ReadyContext): Output<'paymentNeeds'> {
  const { state, since } = at.sync;
  const { warnings, needs } = needsOf(db, input, { ...at, offlineSince: state === 'offline' ? since : null });
  return {
    warnings: warnings.map(({ warning, facts }) => ({ warning, sentence: sentenceOf(warning, facts) })),
    needs: needs.map(({ override, facts }) => ({ override, sentence: sentenceOf(override, facts) })),
    mark: paymentNeedsMark(input, needs, at.person.person),
  };
}

/** The same for the use-case, which refuses what is not noted or approved. */
export function needsOf(db: StationDb, payment: Payment, at: At): Needs {
  if (payment.tenders.filter(({ kind }) => kind === 'cash').length > 1) refuse('cash_twice');
  const kept = keptOf(db, payment, at.policy);
  return {
    warnings: [...checksSeen(db, payment, at), ...currencyReport(db, payment, kept('cash'), at)],
    needs: tenderNeeds(db, payment, kept, at),
  };
}

/**
 * What a supervisor must approve of tenders that pay for lines, in a payment or after a correction.
 * @param kept how much of each kind of tender stays
 */
export function tenderNeeds(db: StationDb, paid: Paid, kept: (kind: DrawerTender) => Cents, at: At): Needs['needs'] {
  return [...againstNoChecks(db, paid), ...beyondLimits(kept, at)];
}

/** What is due. No amount may be larger than a receipt, so that even all together can be added up. */
export function boundedTotal({ lines, tenders }: Pick<Payment, 'lines' | 'tenders'>, maxCents: number): Cents {
  if (lines.some((part) => part.cents > maxCents)) refuse('receipt_too_large', { maxCents });
  const tooLarge = tenders.findIndex((tender) => tender.cents > maxCents);
  if (tooLarge >= 0) refuse('tender_too_large', { maxCents, field: `tenders ${tooLarge + 1} cents` });
  const total = sum(lines.map((line) => cents(line.cents)));
  if (total > maxCents) refuse('receipt_too_large', { maxCents });
  return total;
}

/** How much of each kind of tender stays: of cash what is not handed back, so that a large note is no large payment. */
function keptOf(db: StationDb, { lines, tenders }: Payment, policy: Policy): (kind: DrawerTender) => Cents {
  const due = boundedTotal({ lines, tenders }, policy.limits.receiptMaxCents);
  const offered = tenders.map((tender) => ({ kind: tender.kind, cents: cents(tender.cents) }));
  const { kept } = settle(due, offered, roundingOf(db, lines, policy));
  return (kind) => sum(kept.filter((_, place) => offered[place]?.kind === kind));
}

/** The mark of exactly this payment and what it needs. A bank account is left out: its mark must not betray it. */
export function paymentNeedsMark(
  payment: Pick<Payment, 'drawer' | 'lines' | 'tenders'>,
  needs: Needs['needs'],
  askedBy: string,
): string {
  return paymentMark({
    drawer: payment.drawer,
    lines: payment.lines,
    tenders: payment.tenders.map((tender) =>
      tender.kind === 'check' ? { ...tender, bankAccount: tender.bankAccount.slice(-4) } : tender,
    ),
    needs: needs.map((need) => need.override),
    askedBy,
  });
}

/** Whether this payment's cash is rounded, by what is open now. */
export function roundingOf(db: StationDb, lines: readonly AskedLine[], policy: Policy): Rounding {
  if (policy.cashRounding === 'exact') return 'exact';
  const open = (line: AskedLine) =>
    line.kind === 'account' ? (standingOf(db, line.accountNumber)?.charges ?? []) : [];
  return cashRoundingOf(
    policy.cashRounding,
    lines.map((asked) => ({ asked, open: open(asked) })),
  );
}

function checksSeen(db: StationDb, { tenders }: Payment, { policy }: At): Needs['warnings'] {
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
function currencyReport(db: StationDb, { lines, payer }: Payment, kept: Cents, { now, policy }: At): Needs['warnings'] {
  if (kept === 0) return [];
  const name = payer ?? payerOf(db, lines);
  const beyond = policy.limits.currencyReportCents;
  if (payerKey(name) === '') {
    // Who is not known cannot be added up: so much of nobody might hide a report that is due.
    if (kept * 2 >= beyond) refuse('payer_needed');
    return [];
  }
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

/** Who pays when nobody else is named: the customer of the first account, or who brought money that found none. */
function payerOf(db: StationDb, lines: readonly AskedLine[]): string {
  const ofAccount = lines.find((line) => line.kind !== 'suspense' && line.accountNumber !== undefined);
  if (ofAccount && ofAccount.kind !== 'suspense') return accountOf(db, ofAccount.accountNumber ?? '')?.customer ?? '';
  return lines.find((line) => line.kind === 'suspense')?.name ?? '';
}

function againstNoChecks(db: StationDb, { lines, tenders }: Paid): Needs['needs'] {
  if (!tenders.some((tender) => tender.kind === 'check' && tender.form === 'check')) return [];
  for (const line of lines) {
    const known = line.kind === 'suspense' || !line.accountNumber ? null : accountOf(db, line.accountNumber);
    if (known && (JSON.parse(known.flags) as AccountFlag[]).includes('no-checks'))
      return [{ override: 'no_checks', facts: { accountNumber: known.accountNumber } }];
  }
  return [];
}

/** Each tender in sum against its limit: while offline, the lower one that the district allows then. */
function beyondLimits(kept: (kind: DrawerTender) => Cents, { policy, offlineSince }: At): Needs['needs'] {
  for (const tender of DrawerTender.options) {
    const { onlineMaxCents, offlineMaxCents } = policy.limits.tenders[tender];
    const taken = kept(tender);
    if (taken > onlineMaxCents) return [{ override: 'tender_limit', facts: { tender, maxCents: onlineMaxCents } }];
    if (offlineSince !== null && taken > offlineMaxCents)
      return [{ override: 'offline_limit', facts: { tender, maxCents: offlineMaxCents } }];
  }
  return [];
}
