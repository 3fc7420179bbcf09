import * as z from 'zod';
import { AccountNumber, Language } from './account.ts';
import { Comparison, Count } from './balancing.ts';
import { BusinessDay } from './businessDay.ts';
import { canonical, type Json } from './canonical.ts';
import { Pieces } from './denominations.ts';
import { CENTS_MAX } from './money.ts';
import { POSTINGS_MAX, Posting } from './posting.ts';
import { LINES_MAX, Receipt, SlipShown, VoidReason } from './receipt.ts';
import { CheckNote, RefusedTender } from './refusedTender.ts';
import { SERIES } from './series.ts';
import { SuspendedLine } from './suspension.ts';
import { NAME_MAX, WORDS_MAX } from './text.ts';
import {
  Correction,
  CorrectionReason,
  RefundMeans,
  RefundReason,
  ReversalReason,
  ReversedTender,
  UndonePart,
} from './undo.ts';

/** How an entry is put into words and hashed. A new way is a new number; old entries keep theirs for ever. */
export const FORMULA = 1;

/** What stands before the first entry of an epoch. */
export const GENESIS = '0'.repeat(64);

export const Hash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be a hash of 64 hexadecimal digits' });
export const CommandId = z.uuid();
const Amount = z.int().min(0).max(CENTS_MAX);
const Label = z.string().min(1).max(24);

/** What every later undoing of a receipt tells: its own number, and whose receipt and entry it undoes. */
const undoing = {
  number: z.int().positive(),
  label: Label,
  receipt: Label,
  issuedSequence: z.int().positive(),
  /** Hash of what was approved; its short form is the mark on the screen. */
  mark: Hash,
};
const Parts = z.array(UndonePart).min(1).max(LINES_MAX);

/** What each kind of entry tells, complete enough to rebuild every document, reply and slip from the journal alone. */
const payloads = {
  drawer_opened: z.strictObject({
    drawer: Label,
    batch: Label,
    number: z.int().positive(),
    cashier: z.string(),
    float: Pieces,
    floatCents: Amount,
  }),
  receipt_issued: Receipt,
  receipt_voided: z.strictObject({
    /** The whole receipt as it was issued, so that the void stands by itself. */
    receipt: Receipt,
    issuedSequence: z.int().positive(),
    reason: VoidReason,
    /** Left out by voids from before slips were asked for. */
    slip: SlipShown.optional(),
    /** Hash of what was approved; its short form is the mark on the screen. */
    mark: Hash,
  }),
  receipt_corrected: z.strictObject({
    ...undoing,
    correction: Correction,
    reason: CorrectionReason,
  }),
  receipt_reversed: z.strictObject({
    ...undoing,
    parts: Parts,
    tenders: z.array(ReversedTender).max(10),
    /** Credit that the receipt had spent, given back to its accounts. */
    credits: z.array(z.strictObject({ accountNumber: AccountNumber, cents: z.int().min(1).max(CENTS_MAX) })).max(20),
    roundingCents: z.int().min(-2).max(2),
    reason: ReversalReason,
  }),
  refund_issued: z.strictObject({
    ...undoing,
    parts: Parts,
    /** What the payer gets: the parts + the rounding that is taken back with the last of them. */
    cents: z.int().min(1).max(CENTS_MAX),
    roundingCents: z.int().min(-2).max(2),
    means: RefundMeans,
    reason: RefundReason,
  }),
  /** A print that was asked for; the first copy where the payer wanted no slip at first. The label is that of the document; a void and a permit have their receipt's. */
  receipt_reprinted: z.strictObject({
    label: Label,
    copy: z.int().min(1),
    /** Left out for the slip of the receipt itself. */
    document: z.enum(['void', 'correction', 'reversal', 'refund', 'permit']).optional(),
  }),
  count_started: z.strictObject({ drawer: Label }),
  count_left: z.strictObject({ drawer: Label }),
  drawer_parked: z.strictObject({ drawer: Label }),
  drawer_unparked: z.strictObject({ drawer: Label }),
  /** A payment set aside before any money was taken; the payer's name stands beside. */
  payment_suspended: z.strictObject({
    label: Label,
    drawer: Label,
    lines: z.array(SuspendedLine).min(1).max(LINES_MAX),
    totalCents: Amount,
    /** The language of the slip beside English, where it was chosen. */
    language: Language.optional(),
    /** The suspended payment that it takes the place of. */
    resumed: Label.nullable(),
  }),
  payment_resumed: z.strictObject({ label: Label, drawer: Label }),
  suspension_dropped: z.strictObject({ label: Label, drawer: Label }),
  /** A form was left after cash had been typed: nothing was taken, and somebody may ask. */
  form_left: z.strictObject({ drawer: Label, cashCents: Amount, dueCents: Amount, accounts: z.int().min(0) }),
  /** What a cashier turned away, and why. Never posted. */
  tender_refused: z.strictObject({ drawer: Label, refused: RefusedTender, steps: z.array(CheckNote).max(10) }),
  drawer_counted: z.strictObject({ drawer: Label, countNumber: z.int().positive(), count: Count }),
  drawer_closed: z.strictObject({
    drawer: Label,
    batch: Label,
    cashier: z.string(),
    z: z.strictObject({ number: z.int().positive(), label: Label }),
    openedAt: z.int(),
    floatCents: Amount,
    countNumber: z.int().positive(),
    count: Count,
    comparison: Comparison,
    receipts: z.strictObject({
      issued: z.int().min(0),
      voided: z.int().min(0),
      first: Label.nullable(),
      last: Label.nullable(),
      issuedCents: Amount,
      voidedCents: Amount,
    }),
    /** All receipts ever issued by this station, voids not taken off: it only grows. */
    grandTotalCents: z.int().min(0),
    mark: Hash.nullable(),
  }),
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
]);

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
});
export type Personal = z.infer<typeof Personal>;

const common = {
  formula: z.literal(FORMULA),
  district: z.string().max(40),
  series: z.string().regex(SERIES),
  epoch: z.int().positive(),
  sequence: z.int().positive(),
  businessDay: BusinessDay,
  /** Instant (ms since 1970, UTC) by the station's clock. Order never comes from it. */
  recordedAt: z.int().min(0),
  actor: z.string().min(1).max(40),
  approver: z.string().max(40).nullable(),
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
  entryOf('count_started'),
  entryOf('count_left'),
  entryOf('drawer_counted'),
  entryOf('drawer_closed'),
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
