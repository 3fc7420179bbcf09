import type { Output, Parsed } from '#contract/contract';
import { accountOf } from '#db/station/accounts';
import { customerOf } from '#db/station/customers';
import type { KnownDrawer } from '#db/station/drawers';
import type { Tx } from '#db/station/open';
import { nextReceiptNumber } from '#db/station/receipts';
import { record } from '#db/station/record';
import { waitingSuspensionOf } from '#db/station/suspensions';
import type { Language } from '#domain/account';
import { breakdown } from '#domain/denominations';
import { receiptPostings } from '#domain/distribution';
import type { Personal } from '#domain/entry';
import { accountOfLine, type ReceiptLine } from '#domain/line';
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
import { creditMustBeThere, keptTender, settled } from './keptTenders.ts';

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
  const yes =
    needs.length > 0 ? approved(tx, input.approval, paymentNeedsMark(input, needs, at.actor.person), at) : null;
  if (input.resumed !== undefined && !waitingSuspensionOf(tx, input.resumed))
    refuse('suspension_ended', { label: input.resumed });

  // From here on the payment must succeed.
  const overrides = needs.map((need) => need.override);
  const receipt = numbered(tx, input, drawer, { lines, total, settlement, overrides, language: from.language }, at);
  const { businessDay } = drawer;
  const postings = receiptPostings(receipt, at.policy.funds);
  record(tx, { kind: 'receipt_issued', businessDay, payload: receipt, postings, personal: from.personal, ...yes }, at);
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
    personal: {
      payer,
      ...(byEmail && email !== null ? { email } : {}),
      ...owners,
      ...customersOf(tx, payer, lines),
    },
  };
}

/** Who the accounts are in, but for the payer: told also where that is nobody else. */
function customersOf(tx: Tx, payer: string, lines: readonly ReceiptLine[]): Pick<Personal, 'customers'> {
  const numbers = new Set(lines.map(accountOfLine).filter((account) => account !== null));
  if (numbers.size === 0) return {};
  const names = new Set([...numbers].map((number) => customerOf(tx, number) ?? payer));
  names.delete(payer);
  return { customers: [...names] };
}
