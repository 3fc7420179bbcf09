import type { Output, Parsed } from '#contract/contract';
import type { OfferedTender } from '#contract/receiptCalls';
import { customerOf } from '#db/station/customers';
import type { KnownDrawer } from '#db/station/drawers';
import { append } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { standingOf } from '#db/station/openCharges';
import { addPrintJob } from '#db/station/printJobs';
import { addReceipt, nextReceiptNumber } from '#db/station/receipts';
import type { OpenCharge } from '#domain/account';
import { type Spread, spread, spreadNamed } from '#domain/allocation';
import { assert } from '#domain/assert';
import type { BusinessDay } from '#domain/businessDay';
import { breakdown } from '#domain/denominations';
import { receiptPostings } from '#domain/distribution';
import { type Cents, cents, subtract, sum } from '#domain/money';
import type { Receipt, ReceiptLine, Tender } from '#domain/receipt';
import { refuse } from '#domain/refusal';
import { isRoutingNumber } from '#domain/routingNumber';
import { receiptLabel } from '#domain/series';
import { payLines, type Settlement, settle } from '#domain/tender';
import type { Context } from './context.ts';
import { mustBe, ownDrawer } from './guards.ts';

type Input = Parsed<'takePayment'>;

/** Takes a payment: one numbered receipt over its lines and tenders, or a refusal that leaves nothing behind. */
export function takePayment(tx: Tx, input: Input, at: Context): Output<'takePayment'> {
  const drawer = ownDrawer(tx, input.drawer, at);
  mustBe('open', drawer);
  const total = boundedTotal(input, at.policy.limits.receiptMaxCents);
  const lines = allocatedLines(tx, input.lines, at);
  const settlement = settled(total, input.tenders);

  // From here on the payment must succeed.
  const receipt = numbered(tx, input, drawer, { lines, total, settlement }, at);
  recorded(tx, receipt, input.payer ?? customerOf(tx, lines[0]?.accountNumber ?? '') ?? '', drawer.businessDay, at);
  return {
    label: receipt.label,
    totalCents: total,
    changeCents: settlement.changeCents,
    change: breakdown(settlement.changeCents),
    recordedAt: at.now,
  };
}

type Settled = { lines: ReceiptLine[]; total: Cents; settlement: Settlement };

/** The receipt with the next number. */
function numbered(
  tx: Tx,
  input: Input,
  drawer: KnownDrawer,
  { lines, total, settlement }: Settled,
  at: Context,
): Receipt {
  const { series, epoch } = at.station;
  const number = nextReceiptNumber(tx, epoch);
  const due = lines.map((line) => cents(line.cents));
  return {
    number,
    label: receiptLabel(series, epoch, number),
    drawer: drawer.drawer,
    batch: drawer.batch,
    lines,
    tenders: input.tenders.map((tender, place) => keptTender(tender, settlement.kept[place], at)),
    payments: payLines(due, settlement.kept),
    totalCents: total,
    changeCents: settlement.changeCents,
    offlineSince: at.offlineSince,
    accountsAsOf: at.accountsAsOf,
  };
}

/** Writes the entry, the rows to find it by, and what waits for paper. */
function recorded(tx: Tx, receipt: Receipt, payer: string, businessDay: BusinessDay, at: Context): void {
  const { number, label, drawer, lines, tenders, totalCents } = receipt;
  const postings = receiptPostings(receipt, at.policy.funds);
  const { position } = append(
    tx,
    { kind: 'receipt_issued', businessDay, payload: receipt, postings, personal: { payer } },
    at,
  );
  const { epoch } = at.station;
  const row = { position, label, epoch, number, drawer, payer, totalCents };
  addReceipt(tx, row, lines, tenders);
  const kick = opensTray(tenders);
  addPrintJob(tx, { position, document: 'receipt', label, copy: 1, kick, changedAt: at.now });
}

/** What is due. No amount may be larger than a receipt, so that even all together can be added up. */
function boundedTotal(input: Input, maxCents: number): Cents {
  if ([...input.lines, ...input.tenders].some((part) => part.cents > maxCents))
    refuse('receipt_too_large', { maxCents });
  const total = sum(input.lines.map((line) => cents(line.cents)));
  if (total > maxCents) refuse('receipt_too_large', { maxCents });
  return total;
}

function allocatedLines(tx: Tx, wanted: Input['lines'], at: Context): ReceiptLine[] {
  const seen = new Set<string>();
  return wanted.map((line) => {
    const { accountNumber } = line;
    if (seen.has(accountNumber)) refuse('account_twice', { accountNumber });
    seen.add(accountNumber);
    const standing = standingOf(tx, accountNumber) ?? refuse('account_unknown', { accountNumber });
    const amount = cents(line.cents);
    const spreading = line.charges
      ? named(line.charges, amount, accountNumber, standing.charges)
      : spread(amount, standing.charges, at.policy.allocationOrder);
    return {
      kind: 'account',
      accountNumber,
      cents: amount,
      charges: spreading.allocations.map((part) => ({
        ...printed(standing.charges, part.chargeId),
        cents: part.cents,
      })),
      unappliedCents: spreading.unappliedCents,
    };
  });
}

/** The charges that the payer named: each once, open for so much, and together the whole line. */
function named(
  charges: NonNullable<Input['lines'][number]['charges']>,
  amount: Cents,
  accountNumber: string,
  open: readonly OpenCharge[],
): Spread {
  if (new Set(charges.map((part) => part.chargeId)).size < charges.length) refuse('charge_twice', { accountNumber });
  for (const part of charges) {
    const charge = open.find((known) => known.chargeId === part.chargeId);
    if (!charge || part.cents > charge.openCents) refuse('charge_not_open', { accountNumber });
  }
  const together = sum(charges.map((part) => cents(part.cents)));
  if (together !== amount) refuse('charges_not_line', { namedCents: together, lineCents: amount });
  return spreadNamed(charges.map((part) => ({ chargeId: part.chargeId, cents: cents(part.cents) })));
}

function printed(open: readonly OpenCharge[], chargeId: number) {
  const charge = open.find((known) => known.chargeId === chargeId);
  assert(charge, `charge ${chargeId} was allocated but is not open`);
  const { openCents: _, ...kept } = charge;
  return kept;
}

function settled(due: Cents, tenders: readonly OfferedTender[]): Settlement {
  if (tenders.filter((tender) => tender.kind === 'cash').length > 1) refuse('cash_twice');
  for (const tender of tenders)
    if (tender.kind === 'check' && !isRoutingNumber(tender.routing)) refuse('routing_wrong');
  refuseSameCheck(tenders);
  const settlement = settle(
    due,
    tenders.map((tender) => ({ kind: tender.kind, cents: cents(tender.cents) })),
  );
  if (settlement.surplusCents > 0) refuse('change_from_check', { surplusCents: settlement.surplusCents });
  if (settlement.missingCents > 0) refuse('tender_short', { missingCents: settlement.missingCents });
  if (tenders.some((tender, place) => tender.kind === 'cash' && settlement.kept[place] === 0))
    refuse('cash_not_needed');
  return settlement;
}

/** A check is one piece of paper: the same number of the same account at the same bank was keyed twice. */
function refuseSameCheck(tenders: readonly OfferedTender[]): void {
  const seen = new Set<string>();
  for (const [place, tender] of tenders.entries()) {
    if (tender.kind !== 'check') continue;
    const { routing, bankAccount, checkNumber } = tender;
    const check = [routing, bankAccount, checkNumber.replace(/^0+(?=.)/, '')].join();
    if (seen.has(check)) refuse('check_twice', { checkNumber, field: `tenders ${place + 1} checkNumber` });
    seen.add(check);
  }
}

function keptTender(tender: OfferedTender, kept: Cents | undefined, at: Context): Tender {
  assert(kept !== undefined, 'every tender is settled');
  switch (tender.kind) {
    case 'cash':
      return {
        kind: 'cash',
        cents: kept,
        tenderedCents: tender.cents,
        changeCents: subtract(cents(tender.cents), kept),
      };
    case 'check': {
      const { checkNumber, routing, bankAccount } = tender;
      return {
        kind: 'check',
        cents: kept,
        checkNumber,
        routing,
        sealedAccount: at.seal(bankAccount),
        lastFour: bankAccount.slice(-4),
      };
    }
    case 'card':
      return { ...tender, cents: kept };
  }
}

/** The tray opens for cash and checks; a card alone needs no tray. */
function opensTray(tenders: readonly Tender[]): boolean {
  return tenders.some((tender) => tender.kind !== 'card');
}
