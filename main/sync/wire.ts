import * as z from 'zod';
import { AccountDelta } from '#domain/account';
import { ATTACHMENT_BYTES_MAX } from '#domain/attachment';
import { BusinessDay } from '#domain/businessDay';
import { Policy } from '#domain/district';
import { SealedEntry } from '#domain/entry';
import { FloatLabel, HandoffLabel } from '#domain/handoff';
import { Hash } from '#domain/hash';
import { DocumentLabel } from '#domain/payloadShapes';
import { Role } from '#domain/role';
import { SERIES } from '#domain/series';
import { PUBLIC_KEY } from '#main/chain/ed25519';

/**
 * What stations and the ledger say to one another over HTTP, in JSON. A station signs each request and the ledger each
 * reply, see signing.ts; loads, enrolment tokens and reports need the administrator's token.
 */

/** Files that are asked after in one request. */
export const ATTACHMENTS_ASKED_MAX = 200;
/** Bytes of a request that brings one file, before compression: the largest that is attached, in base64, and its place. */
export const ATTACHMENT_BODY_BYTES_MAX = Math.ceil(ATTACHMENT_BYTES_MAX / 3) * 4 + 1_000;
/** Entries in one run: bounded, so that a slow line always makes progress. */
export const RUN_ENTRIES_MAX = 500;
/** Bytes of one run's JSON, before compression. The largest entry alone fits; a larger run is refused with HTTP 413. */
export const RUN_BYTES_MAX = 16_000_000;
/** Rows of one page of the feed. */
export const FEED_ROWS_MAX = 1_000;

/** How far a chain goes: 0 and the genesis hash before its first entry. */
export const Head = z.strictObject({ epoch: z.int().positive(), sequence: z.int().min(0), hash: Hash });
export type Head = z.infer<typeof Head>;

/** A public key, 32 bytes in base64url. */
const PublicKey = z.string().regex(PUBLIC_KEY);
/** A numbered token of a station, see signing.ts. */
const ContactToken = z.string().max(120);

/** `POST /v1/enrol`: an enrolment token, and the public key that the station made; signed with that, of the district alone. */
export const EnrolRequest = z.strictObject({
  token: z.string().min(8).max(200),
  publicKey: PublicKey,
  /** Whose journal the install holds already: a token of another series must not be spent on it. */
  series: z.string().regex(SERIES).optional(),
});
export type EnrolRequest = z.infer<typeof EnrolRequest>;
export const EnrolReply = z.strictObject({
  /** What the ledger signs its replies with, this one too. The enrolment token carries its fingerprint. */
  ledgerKey: PublicKey,
  /** The first token. */
  token: ContactToken,
  district: z.string(),
  series: z.string().regex(SERIES),
  epoch: z.int().positive(),
  training: z.boolean(),
  /** Where the epoch before ended: its last Z report, and all that the series had issued, in cents; 0 in the first epoch. */
  lastZ: z.int().min(0).default(0),
  issuedBeforeCents: z.int().min(0).default(0),
});
export type EnrolReply = z.infer<typeof EnrolReply>;

/**
 * `POST /v1/keys`: the key of a station that was enrolled before stations had any; with its bearer token, which is worth
 * nothing from then on, and signed with that key.
 */
export const KeyRequest = z.strictObject({ publicKey: PublicKey });
export const KeyReply = z.strictObject({ ledgerKey: PublicKey, token: ContactToken });
export type KeyReply = z.infer<typeof KeyReply>;

/** `POST /v1/journal` (station): the next unacknowledged entries, in order, all of one epoch. May be gzip-compressed. */
export const JournalRun = z.strictObject({
  epoch: z.int().positive(),
  entries: z.array(SealedEntry).min(1).max(RUN_ENTRIES_MAX),
});
export type JournalRun = z.infer<typeof JournalRun>;

/**
 * The ledger's answer. `created`: at least one was new and all are stored. `exists`: every one was there already.
 * `conflict` (HTTP 409): one did not follow. What came before it is stored; it and what came after it are in quarantine.
 * `head` is always the ledger's own last good entry of that epoch, after this call: a station whose chain holds it goes
 * on from there. `run` names the entries that it is about, by the SHA-256 over their hashes.
 */
export const JournalReply = z.strictObject({
  outcome: z.enum(['created', 'exists', 'conflict']),
  head: Head,
  run: Hash,
});
export type JournalReply = z.infer<typeof JournalReply>;

/**
 * `POST /v1/strays` (station, by its signature alone: also from one that was restored or replaced): what it recorded and
 * will not go on from, as a journal run. `kept`: how many of it lie in quarantine now, because no chain has them.
 */
export const StraysReply = z.strictObject({ kept: z.int().min(0), run: Hash });
export type StraysReply = z.infer<typeof StraysReply>;

/** `POST /v1/attachments/wanted` (station): files that paid-outs name, by the SHA-256 of their bytes. */
export const AttachmentsAsked = z.strictObject({ sha256s: z.array(Hash).min(1).max(ATTACHMENTS_ASKED_MAX) });
/** Those of them that the ledger does not have. */
export const AttachmentsWanted = z.strictObject({ wanted: z.array(Hash).max(ATTACHMENTS_ASKED_MAX) });

/**
 * `POST /v1/attachments` (station): a file, and the paid-out of that station's journal that names it. May be
 * gzip-compressed. Only bytes that the entry vouches for are kept.
 */
export const AttachmentSent = z.strictObject({
  epoch: z.int().positive(),
  sequence: z.int().positive(),
  base64: z.base64().min(4).max(ATTACHMENT_BODY_BYTES_MAX),
});
export type AttachmentSent = z.infer<typeof AttachmentSent>;
/** `exists`: the ledger had these bytes already. */
export const AttachmentReply = z.strictObject({ outcome: z.enum(['created', 'exists']) });
export type AttachmentReply = z.infer<typeof AttachmentReply>;

/** A person's verifier: scrypt over the PIN. `salt` and `hash` are hex, `cost` is N (r = 8, p = 1, 32 bytes). */
export const PersonDelta = z.strictObject({
  person: z.string(),
  name: z.string(),
  role: Role,
  active: z.boolean(),
  pin: z.strictObject({ salt: z.string(), hash: z.string(), cost: z.int() }),
});
export type PersonDelta = z.infer<typeof PersonDelta>;

/** A float that was issued for the asking station: who is to take it, and who issued it. Its amount stays with the ledger. */
export const FloatDelta = z.strictObject({ handoff: FloatLabel, person: z.string(), issuedBy: z.string() });
export type FloatDelta = z.infer<typeof FloatDelta>;

/** A float that the office took back: no drawer opens with it any more. */
export const TakenBackDelta = z.strictObject({ handoff: FloatLabel });

/** The day up to which every day is closed, for all or for the asking station: no drawer opens for one of them. */
export const ClosedDelta = z.strictObject({ through: BusinessDay });

/** A drawer of another station, and whose it is. */
export const DrawerDelta = z.strictObject({
  drawer: DocumentLabel,
  station: z.string().regex(SERIES),
  person: z.string(),
  isOpen: z.boolean(),
});
export type DrawerDelta = z.infer<typeof DrawerDelta>;

/** A handoff of the asking station that the office has counted. What it found stays with the ledger. */
export const CountedDelta = z.strictObject({ handoff: HandoffLabel });

/** One row of the feed. */
export const FeedRow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('policy'), version: z.int(), policy: Policy }),
  z.strictObject({ kind: z.literal('person'), version: z.int(), person: PersonDelta }),
  z.strictObject({ kind: z.literal('account'), version: z.int(), account: AccountDelta }),
  z.strictObject({ kind: z.literal('float'), version: z.int(), float: FloatDelta }),
  z.strictObject({ kind: z.literal('closed'), version: z.int(), closed: ClosedDelta }),
  z.strictObject({ kind: z.literal('drawer'), version: z.int(), drawer: DrawerDelta }),
  z.strictObject({ kind: z.literal('counted'), version: z.int(), counted: CountedDelta }),
  z.strictObject({ kind: z.literal('taken_back'), version: z.int(), takenBack: TakenBackDelta }),
]);
export type FeedRow = z.infer<typeof FeedRow>;

/**
 * `GET /v1/feed?after=VERSION` (station): rows changed after a version, oldest version first. All rows of one version
 * may span pages: `cursor` says where to go on and is given back as `after`, letter by letter. `complete`: nothing newer was
 * there. `stored`: how far the ledger has the asking station's own journal; less than it once said, where it was restored.
 */
export const FeedPage = z.strictObject({
  rows: z.array(FeedRow).max(FEED_ROWS_MAX),
  cursor: z.string().max(80),
  complete: z.boolean(),
  stored: z.int().min(0).optional(),
});
export type FeedPage = z.infer<typeof FeedPage>;

/**
 * `POST /v1/office` (station): a command or a query of the contract that the ledger answers, asked by a person who is
 * signed in at the station. An approval is a second person's yes there; its age is told, because clocks differ.
 */
export const OfficeRequest = z.strictObject({
  call: z.string().max(60),
  person: z.string().max(40),
  input: z.record(z.string(), z.unknown()),
  approval: z
    .strictObject({ id: z.string().max(60), approver: z.string().max(40), mark: Hash, ageMs: z.int() })
    .nullable(),
});
export type OfficeRequest = z.infer<typeof OfficeRequest>;
export const OfficeReply = z.strictObject({ value: z.unknown() });

/** Every refusal of the service: HTTP 4xx, one sentence that says what is wrong and what to do, and what it speaks of. */
export const WireRefusal = z.strictObject({
  code: z.string(),
  sentence: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
});
export type WireRefusal = z.infer<typeof WireRefusal>;
