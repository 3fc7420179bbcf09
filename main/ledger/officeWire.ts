import * as z from 'zod';
import { BusinessDay, DayAsked } from '#domain/businessDay';
import { CommandId } from '#domain/entry';
import { GlLayout } from '#domain/glLayout';
import { Hash } from '#domain/hash';
import { JOURNAL_SERIES, SERIES } from '#domain/series';
import { lineOfText } from '#domain/text';

/**
 * What the office says to the ledger over HTTP, with the administrator's token as `Authorization: Bearer …`. Where a
 * call names no district, the only one that is loaded is meant.
 */

const District = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, { error: 'must be a district’s mark, such as quarry-bay' });

/** `POST /v1/enrolment-tokens`: a token with which one install becomes a station of this series. Works once, for fifteen minutes, in place of an earlier one. */
export const TokenRequest = z.strictObject({
  series: z.string().regex(SERIES, { error: 'must be one to three capital letters and a number, such as W3' }),
  district: District.optional(),
});
export const TokenReply = z.strictObject({
  token: z.string(),
  district: z.string(),
  series: z.string(),
  /** The epoch that the station will have: above 1 when the series was enrolled before. */
  epoch: z.int(),
  /** An earlier token of the series had not been used; it does not work any more. */
  replaces: z.boolean(),
  lapsesAt: z.int(),
});
export type TokenReply = z.infer<typeof TokenReply>;

/** `GET /v1/journals/SERIES`: the office's journal, `L`, or a station's, as JSON Lines that `verify` reads. */
export const JournalAsked = z.strictObject({
  series: z.string().regex(JOURNAL_SERIES, { error: 'must be L, or a station such as W3' }),
});
export const JournalOf = z.strictObject({ district: District.optional() });

/** `GET /v1/attachments/SHA256`: what proves a paid-out, the bytes that came up. */
export const AttachmentNamed = z.strictObject({ sha256: Hash });

/** `GET /v1/gl/NUMBER`: a GL export as CSV, the bytes that went out. */
export const GlAsked = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000_000) });

/** `GET /v1/gl?through=2026-11-23`: the GL export with which a day went out, or that of a number; without either, the newest. */
export const GlThrough = z.strictObject({
  through: DayAsked.optional(),
  number: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
  district: District.optional(),
});

/** `GET /v1/gl/places`: every place that a line of the district's exports may name, `401-3435001`. */
export const GlPlacesReply = z.strictObject({ places: z.array(z.string()) });

/** `POST /v1/gl`: exports what is closed up to a day, as one of the office's people would. Sent again with the same id it is one export. */
export const GlRequest = z.strictObject({
  commandId: CommandId,
  by: lineOfText(40),
  through: BusinessDay,
  layout: GlLayout,
  district: District.optional(),
});
export const GlReply = z.strictObject({ number: z.int(), lines: z.int(), sha256: z.string() });
export type GlReply = z.infer<typeof GlReply>;

/** Account numbers or charges that the files no longer name: how many, and the first of them in words. */
const Missing = z.strictObject({ count: z.int(), named: z.array(z.string()) });

/**
 * `POST /v1/loads`, a form (`multipart/form-data`) with the files `district`, `accounts` and `charges`, `bars` and
 * `barsFunds` where the chart is to be held against the State Auditor's, and the fields `by` (who loads),
 * `withdrawMissing` and `newDistrict` (`true`). What the load changed; nothing of a load that is refused stays.
 */
export const LoadReply = z.strictObject({
  district: z.string(),
  /** The version under which stations learn of it; when nothing changed, the one that there was before. */
  version: z.int(),
  changed: z.boolean(),
  policy: z.enum(['added', 'unchanged']),
  /** How many places of the district's chart were held against the State Auditor's files; null where none was brought. */
  chart: z
    .strictObject({ places: z.int(), barsDigest: z.string().nullable(), fundsDigest: z.string().nullable() })
    .nullable(),
  people: z.strictObject({ added: z.int(), changed: z.int(), unchanged: z.int(), missing: Missing }),
  accounts: z.strictObject({ added: z.int(), changed: z.int(), unchanged: z.int(), missing: Missing }),
  charges: z.strictObject({
    added: z.int(),
    addedCents: z.int(),
    /** Billed again with another amount, fund or code. */
    changed: z.int(),
    changedCents: z.int(),
    unchanged: z.int(),
    /** Open and no longer in the file. They stay open unless the load withdraws them. */
    missing: Missing,
    missingCents: z.int(),
    withdrawn: z.int(),
    /** Paid beyond what is billed now: the surplus is the account's unapplied credit. */
    creditedCents: z.int(),
  }),
});
export type LoadReply = z.infer<typeof LoadReply>;

/** `GET /v1/reports/day?day=2026-11-23`; without a day, today in the district's time zone. */
export const ReportQuery = z.strictObject({ day: DayAsked.optional(), district: District.optional() });

const Receipts = z.strictObject({ count: z.int(), cents: z.int() });

/** What the applied entries of one business day say, all stations together. Amounts in cents. */
export const DayReport = z.strictObject({
  district: z.string(),
  name: z.string(),
  day: BusinessDay,
  training: z.boolean(),
  /** What is left out of all amounts: drawers of the day that are open, or of which the office has not counted all. */
  notes: z.array(z.string()),
  issued: Receipts,
  voided: Receipts,
  /** Without the rounding, as Z reports and the verifier count them. */
  corrected: Receipts,
  reversed: Receipts,
  refunded: Receipts,
  /** What payers got back by those refunds, by how: cash, card, warrant. */
  refunds: z.array(z.strictObject({ means: z.string(), count: z.int(), cents: z.int() })),
  /** What cash rounding left with the district, below zero where it cost something. */
  roundingCents: z.int(),
  /** Of what lay in drawers: taken − given back + corrected in − corrected out, with the custody below, is what Z reports expect beside the float. */
  tenders: z.array(
    z.strictObject({
      tender: z.string(),
      takenCents: z.int(),
      givenBackCents: z.int(),
      correctedInCents: z.int(),
      correctedOutCents: z.int(),
    }),
  ),
  /** Cash that moved at drawers and was no receipt, by kind of entry. */
  custody: z.array(z.strictObject({ kind: z.string(), count: z.int(), cents: z.int() })),
  /** Drawers closed on that day. Cash over is above zero, short below; differences are counted − expected. */
  drawers: z.array(
    z.strictObject({
      drawer: z.string(),
      cashier: z.string(),
      /** None of a drawer that the office ended. */
      z: z.string().nullable(),
      overShortCents: z.int(),
      checkDifferenceCents: z.int(),
      cardDifferenceCents: z.int(),
    }),
  ),
  /** By account; the accounts of single drawers, handoffs and customers are added up by their kind. */
  postings: z.array(
    z.strictObject({ account: z.string(), name: z.string(), debitCents: z.int(), creditCents: z.int() }),
  ),
  debitCents: z.int(),
  creditCents: z.int(),
  stations: z.array(z.strictObject({ station: z.string(), entries: z.int(), waiting: z.int() })),
  /** Of every day: what a person must look at. */
  parked: z.array(z.strictObject({ station: z.string(), sequence: z.int(), why: z.string(), detail: z.string() })),
  quarantine: z.array(
    z.strictObject({ station: z.string(), sequence: z.int().nullable(), hash: z.string(), why: z.string() }),
  ),
});
export type DayReport = z.infer<typeof DayReport>;
