import type { AccountDelta } from '#domain/account';
import { spread } from '#domain/allocation';
import { assert } from '#domain/assert';
import { type Comparison, type Count, compare } from '#domain/balancing';
import type { BusinessDay } from '#domain/businessDay';
import { breakdown, type Pieces, worthOf } from '#domain/denominations';
import { receiptPostings } from '#domain/distribution';
import type { Policy } from '#domain/district';
import { drawerEmptied, floatTaken } from '#domain/drawerPostings';
import {
  type Entry,
  type EntryKind,
  type EntryOf,
  entryText,
  FORMULA,
  GENESIS,
  type Payload,
  type Personal,
  personalPreimage,
  preimage,
  type SealedEntry,
} from '#domain/entry';
import type { AccountLine, PaidCharge, ReceiptLine } from '#domain/line';
import { add, type Cents, cents, subtract, sum, ZERO } from '#domain/money';
import { type Posting, reversed } from '#domain/posting';
import type { Receipt } from '#domain/receipt';
import { batchLabel, drawerLabel, receiptLabel, zLabel } from '#domain/series';
import { payLines, settle } from '#domain/settlement';
import type { Tender } from '#domain/tender';
import { sha256Hex } from '#main/chain/sha256';

/** What a payer hands over. Checks and cards get made-up numbers. */
export type Offer = { kind: 'cash' | 'check' | 'card'; cents: number };

/** What an entry says beside what the chain says about it. */
export type Said<K extends EntryKind = EntryKind> = {
  kind: K;
  payload: Payload<K>;
  postings: Posting[];
  approver?: string | null;
  commandId?: string;
  /** The cashier, unless somebody else is said to have done it. */
  actor?: string;
  /** The journal's day, unless another is said. */
  businessDay?: BusinessDay;
};

export type BuiltReceipt = { sequence: number; receipt: Receipt };

/** A station's journal in memory, made with the domain's own functions, entry by entry. */
export type JournalBuilder = {
  /** Everything so far, in order, as it is sent. */
  entries: SealedEntry[];
  /** The last entry's sequence and hash. */
  head(): { sequence: number; hash: string };
  /** @param handoff of a float that the office issued ahead */
  openDrawer(float?: Pieces, handoff?: string): number;
  /** One receipt over lines, with exact cash unless something else is offered. */
  pay(lines: ReceiptLine[], offers?: Offer[], payer?: string): BuiltReceipt;
  voidReceipt(built: BuiltReceipt): number;
  /**
   * Counts what is expected, plus or minus so much cash, and closes.
   * @param besidesCents cash that came in less what went out, beside the receipts
   * @param approver who agreed to it, where somebody did
   */
  closeDrawer(overShortCents?: number, besidesCents?: number, approver?: string): number;
  /** Lets so many milliseconds go by before the next entry; the business day stays. */
  pass(ms: number): void;
  /** Any entry at all, also one that no station would write. Answers its sequence. */
  append<K extends EntryKind>(said: Said<K>, personal?: Personal): number;
  /** Seals a text that may be anything, as the next entry. */
  appendText(text: string, personal?: Personal | null): number;
};

/** A line that pays an account: over its open charges by the usual order, the rest as unapplied credit. */
export function lineFor(account: Pick<AccountDelta, 'accountNumber' | 'charges'>, amount: number): AccountLine {
  const order: Policy['allocationOrder'] = ['fee', 'interest', 'penalty', 'contract', 'service', 'permit'];
  const { allocations, unappliedCents } = spread(cents(amount), account.charges, order);
  const charges = allocations.flatMap((allocation): PaidCharge[] => {
    const charge = account.charges.find((open) => open.chargeId === allocation.chargeId);
    if (!charge) return [];
    const { openCents: _open, ...rest } = charge;
    return [{ ...rest, cents: allocation.cents }];
  });
  return {
    kind: 'account',
    accountNumber: account.accountNumber,
    cents: amount,
    charges,
    unappliedCents,
    namedWhy: null,
  };
}

/** A UUID that is always the same for the same words. */
export function uuidOf(words: string): string {
  const hex = sha256Hex(words);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Seals a text under its hash, as a station does. */
export function sealed(text: string, personal: Personal | null = null): SealedEntry {
  return { text, hash: sha256Hex(preimage(text)), personal };
}

export function createJournal(about: {
  district: string;
  series?: string;
  epoch?: number;
  day?: BusinessDay;
  funds: Policy['funds'];
}): JournalBuilder {
  const { district, series = 'W3', epoch = 1, day = '2026-11-23', funds } = about;
  const entries: SealedEntry[] = [];
  let drawers = 0;
  let receipts = 0;
  let inDrawer: Receipt[] = [];
  let voided = new Set<number>();
  let float: Pieces = {};
  let grandTotal: Cents = ZERO;
  let passed = 0;
  const head = () => ({ sequence: entries.length, hash: entries.at(-1)?.hash ?? GENESIS });
  const drawer = () => drawerLabel(series, epoch, drawers);

  function append<K extends EntryKind>(said: Said<K>, personal?: Personal): number {
    const sequence = entries.length + 1;
    const entry = {
      approver: null,
      actor: 'm.ortiz',
      commandId: uuidOf(`${district} ${series} ${epoch} ${sequence}`),
      ...said,
      formula: FORMULA,
      district,
      series,
      epoch,
      sequence,
      businessDay: said.businessDay ?? day,
      recordedAt: Date.parse(`${day}T17:00:00Z`) + sequence * 1_000 + passed,
      personalDigest: personal ? sha256Hex(personalPreimage(personal)) : null,
      previousHash: head().hash,
    };
    return appendText(entryText(entry as unknown as Entry), personal ?? null);
  }

  function appendText(text: string, personal: Personal | null = null): number {
    entries.push(sealed(text, personal));
    return entries.length;
  }

  function pay(lines: ReceiptLine[], offers?: Offer[], payer?: string): BuiltReceipt {
    const total = sum(lines.map((line) => cents(line.cents)));
    receipts += 1;
    const receipt = receiptOf(lines, offers ?? [{ kind: 'cash', cents: total }], {
      number: receipts,
      label: receiptLabel(series, epoch, receipts),
      drawer: drawer(),
      batch: batchLabel(series, epoch, drawers),
    });
    inDrawer.push(receipt);
    grandTotal = add(grandTotal, total);
    const personal = payer === undefined ? undefined : { salt: sha256Hex(payer).slice(0, 32), payer };
    const sequence = append(
      { kind: 'receipt_issued', payload: receipt, postings: receiptPostings(receipt, funds) },
      personal,
    );
    return { sequence, receipt };
  }

  return {
    entries,
    head,
    append,
    appendText,
    pay,
    openDrawer(pieces = { '2000': 5, '1000': 5, '500': 8, '100': 10 }, handoff) {
      drawers += 1;
      inDrawer = [];
      voided = new Set();
      float = pieces;
      const payload = {
        drawer: drawer(),
        batch: batchLabel(series, epoch, drawers),
        number: drawers,
        cashier: 'm.ortiz',
        float,
        floatCents: worthOf(float),
        ...(handoff === undefined ? {} : { handoff }),
      };
      return append({ kind: 'drawer_opened', payload, postings: floatTaken(drawer(), worthOf(float), handoff) });
    },
    voidReceipt({ sequence, receipt }) {
      voided.add(receipt.number);
      return append({
        kind: 'receipt_voided',
        payload: { receipt, issuedSequence: sequence, reason: 'wrong_account', mark: sha256Hex(receipt.label) },
        postings: reversed(receiptPostings(receipt, funds)),
        approver: 'j.whitebear',
      });
    },
    pass(ms) {
      passed += ms;
    },
    closeDrawer(overShortCents = 0, besidesCents = 0, approver) {
      const kept = inDrawer.filter((receipt) => !voided.has(receipt.number));
      const { count, comparison } = counted(kept, cents(worthOf(float) + besidesCents), cents(overShortCents));
      append({
        kind: 'drawer_counted',
        payload: { drawer: drawer(), countNumber: 1, count },
        postings: [],
      });
      const of = (some: Receipt[]) => sum(some.map((receipt) => cents(receipt.totalCents)));
      const payload: EntryOf<'drawer_closed'>['payload'] = {
        drawer: drawer(),
        batch: batchLabel(series, epoch, drawers),
        cashier: 'm.ortiz',
        z: { number: drawers, label: zLabel(series, epoch, drawers) },
        openedAt: Date.parse(`${day}T17:00:00Z`),
        floatCents: worthOf(float),
        countNumber: 1,
        count,
        comparison,
        receipts: {
          issued: inDrawer.length,
          voided: voided.size,
          first: inDrawer[0]?.label ?? null,
          last: inDrawer.at(-1)?.label ?? null,
          issuedCents: of(inDrawer),
          voidedCents: subtract(of(inDrawer), of(kept)),
        },
        grandTotalCents: grandTotal,
        mark: approver === undefined ? null : sha256Hex(approver),
      };
      return append({
        kind: 'drawer_closed',
        approver: approver ?? null,
        payload,
        postings: drawerEmptied(drawer(), worthOf(float), comparison),
      });
    },
  };
}

/** What a receipt says of itself when nothing is special about it. */
export const PLAIN = {
  roundingCents: 0,
  entryMode: 'counter',
  delivery: 'paper',
  language: 'en',
  noted: [],
  overrides: [],
  resumed: null,
  offlineSince: null,
  accountsAsOf: 0,
} satisfies Partial<Receipt>;

function receiptOf(
  lines: ReceiptLine[],
  offers: Offer[],
  named: Pick<Receipt, 'number' | 'label' | 'drawer' | 'batch'>,
): Receipt {
  const total = sum(lines.map((line) => cents(line.cents)));
  const settlement = settle(
    total,
    offers.map((offer) => ({ kind: offer.kind, cents: cents(offer.cents) })),
  );
  assert(settlement.missingCents === 0 && settlement.surplusCents === 0, 'the offer must pay the lines');
  const tenders = offers.map((offer, place): Tender => {
    const kept = settlement.kept[place] ?? ZERO;
    if (offer.kind === 'cash') {
      return {
        kind: 'cash',
        cents: kept,
        tenderedCents: offer.cents,
        changeCents: offer.cents - kept,
        roundingCents: 0,
      };
    }
    if (offer.kind === 'card') {
      return { kind: 'card', cents: kept, brand: 'visa', lastFour: '1881', approvalCode: '04417A' };
    }
    const checkNumber = String(1_000 + named.number * 10 + place);
    const paper = sha256Hex(checkNumber).slice(0, 32);
    const drawn = { routing: '125000024', sealedAccount: '1.a.b', lastFour: '6789' };
    return { kind: 'check', cents: kept, form: 'check', checkNumber, ...drawn, paper };
  });
  return {
    ...named,
    lines,
    tenders,
    payments: payLines(
      lines.map((line) => cents(line.cents)),
      settlement.kept,
    ),
    totalCents: total,
    changeCents: settlement.changeCents,
    ...PLAIN,
  };
}

function counted(kept: Receipt[], besides: Cents, overShort: Cents): { count: Count; comparison: Comparison } {
  const tenders = kept.flatMap((receipt) => receipt.tenders);
  const of = (kind: Tender['kind']) => tenders.filter((tender) => tender.kind === kind);
  const total = (some: Tender[]) => sum(some.map((tender) => cents(tender.cents)));
  const checks = tenders.flatMap((tender) =>
    tender.kind === 'check' ? [{ checkNumber: tender.checkNumber, cents: tender.cents }] : [],
  );
  const cashCents = add(besides, total(of('cash')));
  const count: Count = {
    cash: breakdown(add(cashCents, overShort)),
    checks,
    moneyOrders: [],
    cardTotalCents: total(of('card')),
  };
  const expected = { cashCents, checks, moneyOrders: [], cardCents: total(of('card')), cards: of('card').length };
  return { count, comparison: compare(expected, count) };
}
