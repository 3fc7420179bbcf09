import type { Input } from '#contract/contract';
import type { Language } from '#domain/account';
import type { ChargeKind } from '#domain/chargeKind';
import type { ReceiptLine } from '#domain/line';
import { type Cents, cents, sum } from '#domain/money';
import type { OtherNames } from '#domain/otherNames';
import type { NamedTender } from '#printing/languages/tenderNames';
import type { Theme } from '../settings.ts';

/** All that the payer's display is told. Never a name, an address, or more of an account than its last digits. */
export type CustomerView = { district: string; station: string; training: boolean; theme: Theme; shows: Shown };

/**
 * `welcome`: nobody is being served. `closed`: no drawer takes money here. `payment`: typed, and recorded nowhere.
 * `paid`: durable, and only then is there change to show.
 */
export type Shown =
  | { state: 'welcome' | 'closed' }
  | ({ state: 'payment'; missingCents: number } & PaymentShown)
  | ({ state: 'paid'; changeCents: number } & PaymentShown);

export type PaymentShown = {
  language: Language;
  purposes: PurposeShown[];
  totalCents: number;
  tenders: TenderShown[];
  /** The last digits of each account that is paid on. */
  tails: string[];
};

/** What money is for, as far as the payer's neighbour in the queue may know it. */
export type PurposeShown = { cents: number } & (
  | { kind: 'charge'; charge: { kind: ChargeKind; period: string } }
  | { kind: 'fee'; name: string; names?: OtherNames | undefined; quantity: number }
  | { kind: 'credit' | 'suspense' }
);

/** A tender with its number, which is empty where it has none or none is typed yet. */
export type TenderShown = { cents: number; number: string; tender: NamedTender };

type Draft = Input<'draftSlip'>;

/** A payment while it is typed. */
export function paymentShown(draft: Draft, missingCents: Cents): Shown {
  return { state: 'payment', missingCents, ...shownOf(draft) };
}

/** A payment that was recorded with this change. */
export function paidShown(draft: Draft, taken: { changeCents: number; totalCents: number }): Shown {
  return { state: 'paid', ...shownOf(draft), changeCents: taken.changeCents, totalCents: taken.totalCents };
}

function shownOf({ language = 'en', lines, tenders }: Draft): PaymentShown {
  const accounts = lines.flatMap((line) => (line.kind === 'account' ? [line.accountNumber] : []));
  return {
    language,
    purposes: lines.flatMap(purposesOf),
    totalCents: sum(lines.map((line) => cents(line.cents))),
    tenders: tenders.map(tenderShown),
    tails: [...new Set(accounts)].map(tailOf),
  };
}

function purposesOf(line: ReceiptLine): PurposeShown[] {
  switch (line.kind) {
    case 'account':
      return [
        ...line.charges.map(
          ({ kind, period, cents }): PurposeShown => ({ kind: 'charge', charge: { kind, period }, cents }),
        ),
        ...(line.unappliedCents > 0 ? [{ kind: 'credit' as const, cents: line.unappliedCents }] : []),
      ];
    case 'fee':
      return [{ kind: 'fee', name: line.name, names: line.names, quantity: line.quantity, cents: line.cents }];
    case 'suspense':
      return [{ kind: 'suspense', cents: line.cents }];
  }
}

function tenderShown(tender: Draft['tenders'][number]): TenderShown {
  switch (tender.kind) {
    case 'cash':
      return { tender: { kind: 'cash' }, number: '', cents: tender.tenderedCents };
    case 'check':
      return { tender: { kind: 'check', form: tender.form }, number: tender.checkNumber, cents: tender.cents };
    case 'money-order':
      return { tender: { kind: 'money-order', issuer: tender.issuer }, number: tender.serial, cents: tender.cents };
    case 'card':
      return { tender: { kind: 'card', brand: tender.brand }, number: tender.lastFour, cents: tender.cents };
    case 'credit':
      return { tender: { kind: 'credit' }, number: '', cents: tender.cents };
  }
}

/** `872-03` of `40-11872-03`: enough for the payer to know the account by, and nobody else. */
function tailOf(account: string): string {
  return account.slice(-Math.min(6, Math.ceil(account.length / 2)));
}

/** Rows that there is room for: beyond it the earliest are one row, which says how many and how much they are. */
export function folded<T extends { cents: number }>(
  rows: readonly T[],
  room: number,
): { earlier: { count: number; cents: number } | null; rows: readonly T[] } {
  if (rows.length <= room) return { earlier: null, rows };
  const count = rows.length - room + 1;
  const earlier = rows.slice(0, count);
  return { earlier: { count, cents: sum(earlier.map((row) => cents(row.cents))) }, rows: rows.slice(count) };
}
