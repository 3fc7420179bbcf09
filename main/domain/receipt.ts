import * as z from 'zod';
import { Language } from './account.ts';
import { ReceiptLine } from './line.ts';
import { CENTS_MAX, type Cents, cents, sum } from './money.ts';
import { Tender } from './tender.ts';
import { lineOfText, NAME_MAX } from './text.ts';

export const LINES_MAX = 50;
export const TENDERS_MAX = 20;

const Amount = z.int().min(1).max(CENTS_MAX);
const Label = z.string().min(1).max(24);

/** Where the payer was: at the counter, or on the telephone, where no tray opens. */
export const EntryMode = z.enum(['counter', 'phone']);
export type EntryMode = z.infer<typeof EntryMode>;

/** How the payer wants the slip. An e-mail address is personal and stands beside. */
export const Delivery = z.enum(['paper', 'email', 'both', 'none']);
export type Delivery = z.infer<typeof Delivery>;

/** Where a slip goes that is not for paper alone. */
export const Email = z.email().max(120);

/** What a supervisor said yes to before the commit. */
export const Override = z.enum(['no_checks', 'tender_limit', 'offline_limit']);
export type Override = z.infer<typeof Override>;

/** What the cashier must have seen before the commit. */
export const Warning = z.enum(['check_seen', 'currency_report']);
export type Warning = z.infer<typeof Warning>;

/** A receipt as the journal keeps it. The payer's name is personal and stands beside (design §6). */
export const Receipt = z.strictObject({
  number: z.int().positive(),
  label: Label,
  drawer: Label,
  batch: Label,
  lines: z.array(ReceiptLine).min(1).max(LINES_MAX),
  tenders: z.array(Tender).min(1).max(TENDERS_MAX),
  /** Which tender paid how much of which line. Cash pays what was kept of it − its rounding. */
  payments: z
    .array(z.strictObject({ line: z.int().min(0), tender: z.int().min(0), cents: Amount }))
    .min(1)
    .max(LINES_MAX * TENDERS_MAX),
  totalCents: Amount,
  changeCents: z.int().min(0).max(CENTS_MAX),
  /** Cash kept − cash due, signed: posted to its own account, never over or short. */
  roundingCents: z.int().min(-2).max(2),
  entryMode: EntryMode,
  delivery: Delivery,
  /** The payer's language, beside English. */
  language: Language,
  noted: z.array(Warning).max(Warning.options.length),
  overrides: z.array(Override).max(Override.options.length),
  /** The suspended payment that this one goes on with. */
  resumed: Label.nullable(),
  /** Instant (ms) since when the ledger had not answered, or null: printed on a slip taken offline. */
  offlineSince: z.int().nullable(),
  /** Instant (ms) of what the station knew of accounts and charges. */
  accountsAsOf: z.int(),
});
export type Receipt = z.infer<typeof Receipt>;

/**
 * How the payer's slip was shown when a receipt was made void: its code scanned, its number typed, or none at all, because
 * none had come out on paper.
 */
export const SlipShown = z.enum(['scanned', 'typed', 'none']);
export type SlipShown = z.infer<typeof SlipShown>;

/** Why a receipt is void. A closed list, so that reports can count it; the words beside it are free. */
export const VoidReason = z.enum([
  'wrong_account',
  'wrong_amount',
  'wrong_tender',
  'payer_changed_mind',
  'test_or_other',
]);
export type VoidReason = z.infer<typeof VoidReason>;

/** Who paid, where it is told from the account's customer. Covered by the entry's personal digest, and redactable. */
export const PayerName = lineOfText(NAME_MAX);

/** The cash that a receipt brought and a void gives back. Checks go back as paper, cards on the terminal. */
export function cashIn(receipt: Pick<Receipt, 'tenders'>): Cents {
  return sum(receipt.tenders.filter((tender) => tender.kind === 'cash').map((tender) => cents(tender.cents)));
}
