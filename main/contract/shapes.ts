import * as z from 'zod';
import { AccountFlag, AccountNumber, AccountStatus, Language, OpenCharge } from '#domain/account';
import { BusinessDay } from '#domain/businessDay';
import { CUSTODY_SLIPS } from '#domain/custodySlip';
import { ReceiptLine } from '#domain/line';
import { MessageState } from '#domain/message';
import { Undone } from '#domain/paymentElsewhere';
import { Receipt, VoidReason } from '#domain/receipt';
import { Role } from '#domain/role';
import { STOPPED_WHYS } from '#domain/stopped';
import { Tender } from '#domain/tender';
import { TenderKind } from '#domain/tenderKind';
import { lineOfText } from '#domain/text';
import { CorrectionReason, RefundReason, ReversalReason } from '#domain/undo';

/** Shapes that several calls share. Amounts are whole cents, instants are milliseconds since 1970. */

export const Label = lineOfText(24);

/** The id of a second person's yes. */
export const Approval = lineOfText(60);

/** Who may hold a drawer. */
export const AT_THE_TRAY = ['cashier', 'supervisor'] as const;

export const Person = z.strictObject({ person: z.string(), name: z.string(), role: Role });
export type Person = z.infer<typeof Person>;

export const DrawerState = z.enum(['open', 'parked', 'counting', 'counted', 'closed']);
export type DrawerState = z.infer<typeof DrawerState>;

export const Drawer = z.strictObject({
  drawer: Label,
  batch: Label,
  cashier: z.string(),
  cashierName: z.string(),
  state: DrawerState,
  businessDay: BusinessDay,
  openedAt: z.int(),
  /** Receipts issued in it, void ones included: a count of slips, never an amount. */
  receipts: z.int(),
});
export type Drawer = z.infer<typeof Drawer>;

/** How this station stands with the ledger. */
export const Sync = z.strictObject({
  /** `connecting`: since this program started, nobody knows yet whether the ledger answers. `keyless`: this station cannot open its own key. */
  state: z.enum(['connecting', 'online', 'offline', 'refused', 'keyless']),
  /** Since when it has been so. */
  since: z.int(),
  unsent: z.int().min(0),
  /** The entry at which the ledger stopped, when it refused. */
  refusedAtSequence: z.int().nullable(),
  /** When accounts, charges and people were last known to be those of the ledger. */
  accountsAsOf: z.int(),
  /** Why the station has stopped, and the first entry in doubt where one is known; null while it runs. `damaged`: until it is started again. */
  stopped: z
    .strictObject({ why: z.enum([...STOPPED_WHYS, 'damaged']), at: z.int(), sequence: z.int().nullable() })
    .nullable(),
});
export type Sync = z.infer<typeof Sync>;

/** Since when the second copy of the journal lacks entries, how many, and what failed, in a sentence; null where it is slow. */
export const SecondCopy = z.strictObject({ since: z.int(), entries: z.int().min(0), why: z.string().nullable() });
export type SecondCopy = z.infer<typeof SecondCopy>;

/** A disk with little room left: `full` is no receipt and no drawer begun any more. */
export const DiskSpace = z.strictObject({ state: z.enum(['low', 'full']), freeMb: z.int().min(0) });
export type DiskSpace = z.infer<typeof DiskSpace>;

/** An enrolment that is under way or failed: what it was tried with, so that only what is wrong has to be corrected. */
export const Enrolling = z.strictObject({
  ledger: z.string(),
  token: z.string(),
  busy: z.boolean(),
  refusal: z.strictObject({ code: z.string(), sentence: z.string() }).nullable(),
});
export type Enrolling = z.infer<typeof Enrolling>;

export const Printer = z.strictObject({
  kind: z.enum(['paper', 'network']),
  name: z.string(),
  state: z.enum(['ready', 'no_paper', 'cover_open', 'unreachable', 'busy']),
  waiting: z.int().min(0),
  /** Since when it takes no slip although one waits; null while it gets on. */
  stuckSince: z.int().nullable(),
});
export type Printer = z.infer<typeof Printer>;

export const AccountHit = z.strictObject({
  accountNumber: AccountNumber,
  customer: z.string(),
  serviceAddress: z.string(),
  status: AccountStatus,
  flags: z.array(AccountFlag),
  balanceCents: z.int(),
  /** The field in which the words were found. */
  foundIn: z.enum([
    ...(['account', 'name', 'address', 'phone', 'parcel', 'permit', 'contract', 'email', 'mailing', 'notes'] as const),
  ]),
  /** The text of that field, or the part of a long one, to be shown with the match marked where it is none of the columns. */
  foundText: z.string(),
  /** The account's words that only look or sound like those that were typed; null where the typed ones were found. */
  alike: z.string().nullable(),
});
export type AccountHit = z.infer<typeof AccountHit>;

export const AccountView = z.strictObject({
  accountNumber: AccountNumber,
  customer: z.string(),
  serviceAddress: z.string(),
  mailingAddress: z.string(),
  parcel: z.string(),
  phone: z.string(),
  email: z.string(),
  status: AccountStatus,
  language: Language,
  flags: z.array(AccountFlag),
  contract: z.string(),
  permits: z.array(z.string()),
  notes: z.string(),
  /** Open charges − unapplied credit: negative when the district owes the customer. */
  balanceCents: z.int(),
  unappliedCents: z.int(),
  /** In the order in which a part payment pays them. This station's own unsent receipts are already taken off. */
  charges: z.array(OpenCharge),
  /** The last payments on the account, latest first: all that this station took lately, and what came down of others. */
  payments: z.array(
    z.strictObject({
      label: Label,
      issuedAt: z.int(),
      cents: z.int(),
      /** Each with a check's or money order's number or a card's last four; of others only the kinds come down. */
      tenders: z.array(z.strictObject({ kind: TenderKind, reference: z.string().nullable() })),
      /** What was done to the receipt last. */
      undone: Undone.nullable(),
    }),
  ),
  asOf: z.int(),
});
export type AccountView = z.infer<typeof AccountView>;

const ReceiptHead = z.strictObject({
  label: Label,
  drawer: Label,
  cashierName: z.string(),
  businessDay: BusinessDay,
  issuedAt: z.int(),
  payer: z.string(),
  /** `Cash`, `Check № 1187`, `Card ··8841`, several joined by ", ": as it stands after corrections. */
  paidBy: z.string(),
  totalCents: z.int(),
  /** What was done to it last, a void aside. */
  undone: Undone.exclude(['void']).nullable(),
  voided: z.strictObject({ at: z.int(), reason: VoidReason, approverName: z.string() }).nullable(),
});

/** The ledger has it, with what was done to it last. */
const sent = z.boolean();

export const ReceiptRow = ReceiptHead.extend({ sent });
export type ReceiptRow = z.infer<typeof ReceiptRow>;

/** One correction, reversal or refund of a receipt, as its page lists it. */
const UndoRow = z.strictObject({
  label: Label,
  kind: z.enum(['correction', 'reversal', 'refund']),
  at: z.int(),
  byName: z.string(),
  approverName: z.string(),
  reason: z.union([CorrectionReason, ReversalReason, RefundReason]),
  cents: z.int(),
  /** How a refund goes back; null for the others. */
  means: z.enum(['cash', 'card', 'warrant']).nullable(),
});

/** One receipt whole, wherever it was taken. */
export const ReceiptSeen = ReceiptHead.extend({
  receipt: Receipt,
  /** What stands of it after corrections, reversals and refunds; null where nothing of a line is left. */
  standing: z.strictObject({ lines: z.array(ReceiptLine.nullable()), tenders: z.array(Tender) }),
  undos: z.array(UndoRow),
});
export type ReceiptSeen = z.infer<typeof ReceiptSeen>;

/** The same as its own station knows it. */
export const ReceiptView = ReceiptSeen.extend({
  sent,
  /** What can be done with it now by somebody who may. */
  can: z.strictObject({ void: z.boolean(), correct: z.boolean(), reverse: z.boolean(), refund: z.boolean() }),
  /** Its slip came out on paper, or may have: a void asks for it. */
  onPaper: z.boolean(),
  /** The day on which its checks clear, where some of it stands by check. */
  checksClear: BusinessDay.nullable(),
  /** How often its slip went to a printer. */
  copies: z.int().min(0),
  print: z
    .strictObject({ job: z.int(), state: z.enum(['waiting', 'printing', 'printed', 'failed', 'in_doubt']) })
    .nullable(),
  /** The e-mail that bears its slip; null where the payer wanted none. */
  mail: z
    .strictObject({
      message: z.int(),
      state: MessageState,
      address: z.string(),
      changedAt: z.int(),
      doubtful: z.boolean(),
    })
    .nullable(),
});
export type ReceiptView = z.infer<typeof ReceiptView>;

export const DocumentKind = z.enum([
  ...(['receipt', 'void', 'correction', 'reversal', 'refund', 'permit', 'notice', 'z'] as const),
  ...CUSTODY_SLIPS,
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Those of which another print is asked for by a person. A letter is printed where letters are. */
export const Reprintable = DocumentKind.exclude(['notice']);
export type Reprintable = z.infer<typeof Reprintable>;

/** One printed document of this station. */
export const DocumentRef = z.strictObject({ kind: DocumentKind, label: Label });
export type DocumentRef = z.infer<typeof DocumentRef>;
