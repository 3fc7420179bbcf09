import * as z from 'zod';
import { AccountNumber } from './account.ts';
import { BusinessDay } from './businessDay.ts';
import { canonical, type Json } from './canonical.ts';
import { custodyPayloads } from './custodyPayloads.ts';
import { drawerPayloads } from './drawerPayloads.ts';
import { formPayloads } from './formPayloads.ts';
import { Hash } from './hash.ts';
import { officePayloads } from './officePayloads.ts';
import { POSTINGS_MAX, Posting } from './posting.ts';
import { LINES_MAX, TENDERS_MAX } from './receipt.ts';
import { receiptPayloads } from './receiptPayloads.ts';
import { recoveryPayloads } from './recoveryPayloads.ts';
import { JOURNAL_SERIES } from './series.ts';
import { NAME_MAX, WORDS_MAX } from './text.ts';

/** How an entry is put into words and hashed. A new way is a new number; old entries keep theirs for ever. */
export const FORMULA = 1;

/** What stands before the first entry of an epoch. */
export const GENESIS = '0'.repeat(64);

export const CommandId = z.uuid();

/** What each kind of entry tells, complete enough to rebuild every document, reply and slip from the journal alone. */
const payloads = {
  ...drawerPayloads,
  ...receiptPayloads,
  ...formPayloads,
  ...custodyPayloads,
  ...recoveryPayloads,
  ...officePayloads,
} as const;

export type EntryKind = keyof typeof payloads;
export type Payload<K extends EntryKind> = z.infer<(typeof payloads)[K]>;

/** Every kind of entry that formula 1 knows. */
export const ENTRY_KINDS = Object.keys(payloads) as EntryKind[];

/** Kinds that cannot be without postings. A drawer may open with no float and close with no activity. */
const ALWAYS_MONEY: ReadonlySet<EntryKind> = new Set([
  'receipt_issued',
  'receipt_voided',
  'receipt_corrected',
  'receipt_reversed',
  'refund_issued',
  'cash_dropped',
  'cash_paid_in',
  'cash_paid_out',
  'change_fund_changed',
  'float_issued',
  'handoff_resolved',
  'deposit_resolved',
]);

/** Kinds of the office's journal. */
export type OfficeKind = keyof typeof officePayloads;

/** Kinds of a station's journal. */
export type StationKind = Exclude<EntryKind, OfficeKind>;

const OF_THE_OFFICE: ReadonlySet<string> = new Set(Object.keys(officePayloads));

/** Accounts that one undoing can concern: those of all its lines, before and after, and those of credit that was spent. */
const NOTICES_MAX = 2 * LINES_MAX + TENDERS_MAX;

/** What is personal in an entry: covered by the entry through a salted digest, stored beside it, redactable later. */
export const Personal = z.strictObject({
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  payer: z.string().max(120).optional(),
  words: z.string().max(WORDS_MAX).optional(),
  /** Where the payer wants the slip. */
  email: z.string().max(120).optional(),
  /** Who money in suspense came from, by the place of its line. */
  owners: z
    .array(z.strictObject({ line: z.int().min(0), name: z.string().max(NAME_MAX), address: z.string().max(NAME_MAX) }))
    .max(LINES_MAX)
    .optional(),
  /**
   * Who the accounts of a receipt were in, but for the payer's own name: by these its slip is found, too. Left out where it
   * names no account, and by receipts from before it was told.
   */
  customers: z.array(z.string().max(NAME_MAX)).max(LINES_MAX).optional(),
  /** Where notices of an undoing go by e-mail; to all others it concerns goes a letter. */
  notices: z
    .array(z.strictObject({ accountNumber: AccountNumber, address: z.string().max(120) }))
    .max(NOTICES_MAX)
    .optional(),
});
export type Personal = z.infer<typeof Personal>;

const common = {
  formula: z.literal(FORMULA),
  district: z.string().max(40),
  series: z.string().regex(JOURNAL_SERIES),
  epoch: z.int().positive(),
  sequence: z.int().positive(),
  businessDay: BusinessDay,
  /** Instant (ms since 1970, UTC) by the station's clock. Order never comes from it. */
  recordedAt: z.int().min(0),
  actor: z.string().min(1).max(40),
  approver: z.string().max(40).nullable(),
  /** The yes at a counter that this entry spent. Left out where none was needed, and by entries from before it was told. */
  approval: z.uuid().optional(),
  commandId: CommandId,
  postings: z.array(Posting).max(POSTINGS_MAX),
  personalDigest: Hash.nullable(),
  previousHash: Hash,
};

function entryOf<K extends EntryKind>(kind: K) {
  return z.strictObject({ ...common, kind: z.literal(kind), payload: payloads[kind] });
}

/** One entry as it is written: read from its text at the ledger with this very schema. */
export const Entry = z.discriminatedUnion('kind', [
  entryOf('drawer_opened'),
  entryOf('receipt_issued'),
  entryOf('receipt_voided'),
  entryOf('receipt_corrected'),
  entryOf('receipt_reversed'),
  entryOf('refund_issued'),
  entryOf('receipt_reprinted'),
  entryOf('drawer_parked'),
  entryOf('drawer_unparked'),
  entryOf('payment_suspended'),
  entryOf('payment_resumed'),
  entryOf('suspension_dropped'),
  entryOf('form_left'),
  entryOf('tender_refused'),
  entryOf('cash_dropped'),
  entryOf('drop_refused'),
  entryOf('cash_out_refused'),
  entryOf('no_sale'),
  entryOf('cash_paid_in'),
  entryOf('cash_paid_out'),
  entryOf('change_swapped'),
  entryOf('drawer_checked'),
  entryOf('totals_read'),
  entryOf('count_started'),
  entryOf('count_left'),
  entryOf('drawer_counted'),
  entryOf('drawer_closed'),
  entryOf('journal_recovered'),
  entryOf('change_fund_changed'),
  entryOf('change_ordered'),
  entryOf('change_received'),
  entryOf('float_issued'),
  entryOf('float_taken_back'),
  entryOf('safe_counted'),
  entryOf('safe_count_resolved'),
  entryOf('safe_out_refused'),
  entryOf('handoffs_counted'),
  entryOf('handoff_resolved'),
  entryOf('drawer_ended'),
  entryOf('batch_approved'),
  entryOf('batch_sent_back'),
  entryOf('deposit_prepared'),
  entryOf('deposit_witnessed'),
  entryOf('deposit_resolved'),
  entryOf('deposit_withdrawn'),
  entryOf('late_deposit_explained'),
  entryOf('deposit_handed'),
  entryOf('courier_missed'),
  entryOf('seal_broken'),
  entryOf('deposit_recounted'),
  entryOf('recount_resolved'),
  entryOf('deposit_transmitted'),
  entryOf('deposit_confirmed'),
  entryOf('confirmation_corrected'),
  entryOf('checks_destroyed'),
  entryOf('day_closed'),
  entryOf('station_day_closed'),
  entryOf('gl_exported'),
  entryOf('strays_adopted'),
  entryOf('strays_dismissed'),
  entryOf('parked_explained'),
]);
export type Entry = z.infer<typeof Entry>;
export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>;

/** An entry in the form in which it is kept, exported and sent: its text is what was hashed, letter by letter. */
export const SealedEntry = z.strictObject({
  text: z.string().min(2).max(2_000_000),
  hash: Hash,
  personal: Personal.nullable(),
});
export type SealedEntry = z.infer<typeof SealedEntry>;

/** Whether an entry of this kind without postings is wrong. */
export function alwaysMovesMoney(kind: EntryKind): boolean {
  return ALWAYS_MONEY.has(kind);
}

/** Whether entries of this kind stand in the office's journal; all others stand in a station's. */
export function isOfTheOffice(kind: EntryKind): kind is OfficeKind {
  return OF_THE_OFFICE.has(kind);
}

/** The text of an entry under formula 1: canonical JSON. Its hash is SHA-256 over {@link preimage}. */
export function entryText(entry: Entry): string {
  return canonical(entry as unknown as Json);
}

/** What is hashed under formula 1: the formula's name, a line break, the text. */
export function preimage(text: string): string {
  return `counterfoil entry 1\n${text}`;
}

/** What the personal digest is taken over. The salt keeps a short name from being guessed from its digest. */
export function personalPreimage(personal: Personal): string {
  return `counterfoil personal 1\n${canonical(personal)}`;
}
