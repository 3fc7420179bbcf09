import type { Output, Parsed } from '#contract/contract';
import type { OfferedTender } from '#contract/tenderShapes';
import { accountOf } from '#db/station/accounts';
import type { StationDb } from '#db/station/open';
import { standingOf } from '#db/station/openCharges';
import type { AccountFlag } from '#domain/account';
import { roundingOf as cashRoundingOf } from '#domain/cashRounding';
import type { Policy } from '#domain/district';
import type { Facts } from '#domain/facts';
import type { ReceiptLine } from '#domain/line';
import { type Cents, cents, sum } from '#domain/money';
import { offlineSince } from '#domain/offlineSince';
import type { Override } from '#domain/receipt';
import { refuse, sentenceOf } from '#domain/refusal';
import { type Rounding, settle } from '#domain/settlement';
import type { AskedLine } from '#domain/suspension';
import { DrawerTender, type Tender } from '#domain/tender';
import { paymentMark } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';
import { isNameless, type Noted, tenderWarnings, toldWarnings } from './tenderWarnings.ts';

/** A payment as far as it is decided: what is asked for and handed over, and who pays. */
type Payment = Pick<Parsed<'paymentNeeds'>, 'drawer' | 'lines' | 'tenders'> & { payer?: string | undefined };
type At = { now: number; policy: Policy; offlineSince: number | null };

/** Lines and what pays for them, as they are asked for or as a receipt keeps them. */
type Paid = { lines: readonly (AskedLine | ReceiptLine)[]; tenders: readonly (OfferedTender | Tender)[] };

/** What the cashier must have seen, and what a supervisor must approve, before a payment commits. */
export type Needs = {
  warnings: Noted[];
  needs: { override: Override; facts: Facts }[];
};

/** What stands between a payment and its commit, with the mark that a supervisor approves. */
export function paymentNeeds(db: StationDb, input: Parsed<'paymentNeeds'>, at: ReadyContext): Output<'paymentNeeds'> {
  const { warnings, needs } = needsOf(db, input, { ...at, offlineSince: offlineSince(at.sync) });
  return {
    warnings: toldWarnings(warnings),
    needs: needs.map(({ override, facts }) => ({ override, sentence: sentenceOf(override, facts) })),
    mark: paymentNeedsMark(input, needs, at.person.person),
  };
}

/** The same for the use-case, which refuses what is not noted or approved. */
export function needsOf(db: StationDb, payment: Payment, at: At): Needs {
  if (payment.tenders.filter(({ kind }) => kind === 'cash').length > 1) refuse('cash_twice');
  const kept = keptOf(db, payment, at.policy);
  if (isNameless(db, payment, kept('cash'), at.policy)) refuse('payer_needed');
  return {
    warnings: tenderWarnings(db, payment, kept('cash'), at),
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
export function paymentNeedsMark(payment: Payment, needs: Needs['needs'], askedBy: string): string {
  return paymentMark({
    drawer: payment.drawer,
    payer: payment.payer ?? null,
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
