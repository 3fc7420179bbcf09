import type { Output, Parsed } from '#contract/contract';
import { accountOf } from '#db/station/accounts';
import { spendApproval } from '#db/station/approvals';
import type { KnownDrawer } from '#db/station/drawers';
import { append } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { addPrintJob } from '#db/station/printJobs';
import { addReceipt, nextReceiptNumber } from '#db/station/receipts';
import { addSuspensionStep, waitingSuspensionOf } from '#db/station/suspensions';
import type { Language } from '#domain/account';
import { breakdown } from '#domain/denominations';
import { receiptPostings } from '#domain/distribution';
import type { Personal } from '#domain/entry';
import type { ReceiptLine } from '#domain/line';
import { mailAddressIn } from '#domain/mailServer';
import { type Cents, cents } from '#domain/money';
import type { Override, Receipt } from '#domain/receipt';
import { refuse } from '#domain/refusal';
import { receiptLabel } from '#domain/series';
import { paying, payLines, type Settlement } from '#domain/settlement';
import { builtLines, ownersOf } from '#main/views/askedLines';
import { boundedTotal, needsOf, paymentNeedsMark, roundingOf } from '#main/views/paymentNeeds';
import { approved } from './approved.ts';
import type { Context } from './context.ts';
import { mustBe, ownDrawer } from './guards.ts';
import { creditMustBeThere, keptTender, opensTray, settled } from './keptTenders.ts';
import { queueSlip } from './messages.ts';

type Input = Parsed<'takePayment'>;

/** Takes a payment: one numbered receipt over its lines and tenders, or a refusal that leaves nothing behind. */
export function takePayment(tx: Tx, input: Input, at: Context): Output<'takePayment'> {
  const drawer = ownDrawer(tx, input.drawer, at);
  mustBe('open', drawer);
  const total = boundedTotal(input, at.policy.limits.receiptMaxCents);
  const asking = { policy: at.policy, businessDay: drawer.businessDay, role: at.actor.role };
  const lines = builtLines(tx, input.lines, asking);
  creditMustBeThere(tx, input.tenders);
  if (input.entryMode === 'phone' && input.tenders.some((tender) => tender.kind !== 'card' && tender.kind !== 'credit'))
    refuse('phone_needs_card');
  const settlement = settled(total, input.tenders, roundingOf(tx, input.lines, at.policy), at);
  const from = whoPays(tx, input, lines);
  const { warnings, needs } = needsOf(tx, { ...input, payer: from.payer }, at);
  for (const warning of warnings) if (!input.noted.includes(warning.warning)) refuse(warning.warning, warning.facts);
  const approval =
    needs.length > 0 ? approved(tx, input.approval, paymentNeedsMark(input, needs, at.actor.person), at) : null;
  if (input.resumed !== undefined && !waitingSuspensionOf(tx, input.resumed))
    refuse('suspension_ended', { label: input.resumed });

  // From here on the payment must succeed.
  const overrides = needs.map((need) => need.override);
  const receipt = numbered(tx, input, drawer, { lines, total, settlement, overrides, language: from.language }, at);
  const position = recorded(tx, receipt, from, drawer, approval?.approver ?? null, at);
  if (approval) spendApproval(tx, approval.approval, position);
  if (receipt.resumed !== null) addSuspensionStep(tx, receipt.resumed, position, 'taken');
  return {
    label: receipt.label,
    totalCents: total,
    changeCents: settlement.changeCents,
    roundingCents: settlement.roundingCents,
    change: breakdown(settlement.changeCents),
    recordedAt: at.now,
  };
}

type Decided = {
  lines: ReceiptLine[];
  total: Cents;
  settlement: Settlement;
  overrides: Override[];
  language: Language;
};

/** The receipt with the next number. */
function numbered(tx: Tx, input: Input, drawer: KnownDrawer, decided: Decided, at: Context): Receipt {
  const { series, epoch } = at.station;
  const { lines, total, settlement, overrides, language } = decided;
  const number = nextReceiptNumber(tx, epoch);
  const offered = input.tenders.map((tender) => ({ kind: tender.kind, cents: cents(tender.cents) }));
  const due = lines.map((line) => cents(line.cents));
  return {
    number,
    label: receiptLabel(series, epoch, number),
    drawer: drawer.drawer,
    batch: drawer.batch,
    lines,
    tenders: input.tenders.map((tender, place) =>
      keptTender(tender, settlement.kept[place], settlement.roundingCents, at),
    ),
    payments: payLines(due, paying(offered, settlement)),
    totalCents: total,
    changeCents: settlement.changeCents,
    roundingCents: settlement.roundingCents,
    entryMode: input.entryMode,
    delivery: input.delivery,
    language,
    noted: input.noted,
    overrides,
    resumed: input.resumed ?? null,
    offlineSince: at.offlineSince,
    accountsAsOf: at.accountsAsOf,
  };
}

type From = { payer: string; language: Language; personal: Omit<Personal, 'salt'> };

/** Writes the entry, the rows to find it by, and what waits for paper or mail. Answers the entry's position. */
function recorded(
  tx: Tx,
  receipt: Receipt,
  from: From,
  drawer: KnownDrawer,
  approver: string | null,
  at: Context,
): number {
  const { number, label, lines, tenders, totalCents } = receipt;
  const { businessDay } = drawer;
  const { payer, personal } = from;
  const postings = receiptPostings(receipt, at.policy.funds);
  const draft = { kind: 'receipt_issued', businessDay, approver, payload: receipt, postings, personal } as const;
  const { position } = append(tx, draft, at);
  const { epoch } = at.station;
  const row = { position, label, epoch, number, drawer: drawer.drawer, payer, totalCents };
  addReceipt(tx, row, lines, tenders, at.now);
  const job = { position, label, copy: 1, changedAt: at.now };
  const onPaper = receipt.delivery === 'paper' || receipt.delivery === 'both';
  // A slip that nobody wants prints nothing, but the tray must open all the same.
  if (onPaper || opensTray(tenders))
    addPrintJob(tx, { ...job, document: onPaper ? 'receipt' : 'tray', kick: opensTray(tenders) });
  if (lines.some((line) => line.kind === 'fee' && line.prints === 'permit'))
    addPrintJob(tx, { ...job, document: 'permit', kick: false });
  if (personal.email !== undefined) queueSlip(tx, position, label, personal.email, at);
  return position;
}

/** The payer: as told, or the customer of the first account, or who brought money that found none. */
function whoPays(tx: Tx, input: Input, lines: readonly ReceiptLine[]): From {
  const [first] = lines.flatMap((line) =>
    'accountNumber' in line && line.accountNumber !== null ? [line.accountNumber] : [],
  );
  const account = first === undefined ? null : accountOf(tx, first);
  const owners = ownersOf(input.lines);
  const payer = input.payer ?? account?.customer ?? owners.owners?.[0]?.name ?? '';
  const email = input.email ?? mailAddressIn(account?.email ?? '');
  const byEmail = input.delivery === 'email' || input.delivery === 'both';
  if (byEmail && email === null) refuse('email_needed');
  return {
    payer,
    language: input.language ?? ((account?.language ?? 'en') as Language),
    personal: { payer, ...owners, ...(byEmail && email !== null ? { email } : {}) },
  };
}
