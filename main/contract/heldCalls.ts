import * as z from 'zod';
import { Hash } from '#domain/hash';
import { SERIES } from '#domain/series';
import { STRAYS_AT_ONCE_MAX } from '#domain/strayPayloads';
import { lineOfText, WORDS_MAX } from '#domain/text';
import { officeCommand, officeQuery } from './definition.ts';
import { Approval, Label } from './shapes.ts';

const DECIDES = ['supervisor', 'finance'] as const;
const SEES = [...DECIDES, 'auditor'] as const;

/** Entries that are held of all stations, told at once; whoever has more begins with these. */
export const HELD_MAX = 500;
/** Rows of one entry in words. */
const ROWS_MAX = 2_000;

const Station = {
  station: lineOfText(10).regex(SERIES, { error: 'must be a station, such as W3' }),
  epoch: z.int().positive(),
};

/** An entry that came and stands in no journal. */
const Stray = z.strictObject({
  /** SHA-256 of all that came. */
  digest: Hash,
  /** What it claims to be; null where it cannot be read. */
  sequence: z.int().nullable(),
  kind: z.string().nullable(),
  recordedAt: z.int().nullable(),
  personName: z.string().nullable(),
  /** The receipt that it issues, and what that came to. */
  receipt: Label.nullable(),
  cents: z.int().nullable(),
  /** Its command stands in a journal already: it tells again what is known. */
  isCopy: z.boolean(),
  why: z.string(),
  receivedAt: z.int(),
});
export type Stray = z.infer<typeof Stray>;

/** Strays of one station in one epoch for which the same may be done. */
const Branch = z.strictObject({
  ...Station,
  /** `adopt`: they follow on the last entry of an epoch that was replaced, without a gap. `dismiss`: they do not. */
  can: z.enum(['adopt', 'dismiss']),
  strays: z.array(Stray).min(1).max(HELD_MAX),
});
export type Branch = z.infer<typeof Branch>;

/** Which strays, in their order, and why so. */
const decided = {
  ...Station,
  digests: z.array(Hash).min(1).max(STRAYS_AT_ONCE_MAX),
  reason: lineOfText(WORDS_MAX),
};

/** Which entry, and how what it told was settled. */
const explained = { ...Station, sequence: z.int().positive(), reason: lineOfText(WORDS_MAX) };

/** What arrived and stands in no journal, or stands there and was not applied: a person looks at it and decides. */
export const heldCalls = {
  /** All that is held, by station and epoch. */
  heldEntries: officeQuery({
    who: SEES,
    input: {},
    output: z.strictObject({
      branches: z.array(Branch).max(HELD_MAX),
      /** Entries in a journal that were not applied, and why; without those that were explained. */
      parked: z
        .array(
          z.strictObject({
            ...Station,
            sequence: z.int(),
            kind: z.string().nullable(),
            why: z.string(),
            detail: z.string(),
            at: z.int(),
          }),
        )
        .max(HELD_MAX),
      more: z.boolean(),
    }),
    reads: ['office'],
  }),

  /** What one stray says: the slip of a receipt, or what it posts. */
  heldEntry: officeQuery({
    who: SEES,
    input: { ...Station, digest: Hash },
    output: z.strictObject({ rows: z.array(z.string()).max(ROWS_MAX) }),
    reads: ['office'],
  }),

  /** The mark of a decision about strays, and who cannot agree to it. */
  strayDecision: officeQuery({
    who: DECIDES,
    input: { decision: z.enum(['adopt', 'dismiss']), ...decided },
    output: z.strictObject({ mark: Hash, notApprovers: z.array(z.string()) }),
    reads: ['office'],
  }),

  /** Adds strays to the chain that they follow on, and applies them. By two people. */
  adoptStrays: officeCommand({
    who: DECIDES,
    input: { ...decided, approval: Approval.optional() },
    output: z.strictObject({ ...Station, first: z.int(), last: z.int() }),
    touches: ['office'],
  }),

  /** The mark of an explanation why an entry was not applied, and who cannot agree to it. */
  parkedMark: officeQuery({
    who: DECIDES,
    input: explained,
    output: z.strictObject({ mark: Hash, notApprovers: z.array(z.string()) }),
    reads: ['office'],
  }),

  /** Notes how an entry that was not applied was settled, or that nothing is to be settled. By two people. */
  explainParked: officeCommand({
    who: DECIDES,
    input: { ...explained, approval: Approval.optional() },
    output: z.strictObject({ ...Station, sequence: z.int() }),
    touches: ['office'],
  }),

  /** Leaves strays as they are, for good. By two people. */
  dismissStrays: officeCommand({
    who: DECIDES,
    input: { ...decided, approval: Approval.optional() },
    output: z.strictObject({ ...Station, dismissed: z.int() }),
    touches: ['office'],
  }),
} as const;
